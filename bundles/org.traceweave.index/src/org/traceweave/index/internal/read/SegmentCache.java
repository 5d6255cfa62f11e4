package org.traceweave.index.internal.read;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/** Keeps what was found out about a segment as long as any reader has it open. Safe for use by several threads. */
public final class SegmentCache {

    private final Map<IndexReader.CacheKey, long[]> samples = new ConcurrentHashMap<>();

    public SegmentTimes times(LeafReader reader) throws IOException {
        IndexReader.CacheHelper helper = reader.getCoreCacheHelper();
        long[] known = samples.get(helper.getKey());
        if (known == null) {
            known = SegmentTimes.samples(reader);
            if (samples.put(helper.getKey(), known) == null) {
                helper.addClosedListener(samples::remove);
            }
        }
        return new SegmentTimes(reader, known);
    }
}
