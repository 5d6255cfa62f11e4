package org.traceweave.index.internal.write;

import java.io.IOException;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Postings without offsets and payloads, read from the first to the last. */
abstract class BufferedPostings extends PostingsEnum {

    @Override
    public int startOffset() {
        return -1;
    }

    @Override
    public int endOffset() {
        return -1;
    }

    @Override
    public @Nullable BytesRef getPayload() {
        return null;
    }

    @Override
    public int advance(int target) throws IOException {
        return slowAdvance(target);
    }

    @Override
    public long cost() {
        return 1;
    }
}
