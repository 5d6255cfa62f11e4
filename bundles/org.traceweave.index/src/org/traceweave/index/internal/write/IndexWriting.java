package org.traceweave.index.internal.write;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.traceweave.index.IndexLockedException;
import org.traceweave.index.IndexOutdatedException;
import org.traceweave.index.internal.Schema;
import org.traceweave.model.RecordContent;

/**
 * The writing end of an index, tuned for import: a quarter of a gigabyte of records is collected before it goes to disk, and few
 * merges take the processors away from the readers. Safe for use by several threads.
 */
public final class IndexWriting implements Closeable {

    private static final double BUFFER_MEGABYTES = Double.parseDouble(System.getProperty("tw.buffer", "224"));

    private final Directory directory;
    private final IndexWriter writer;
    private final ThreadLocal<RecordDocument> documents = ThreadLocal.withInitial(RecordDocument::new);

    private IndexWriting(Directory directory, IndexWriter writer) {
        this.directory = directory;
        this.writer = writer;
    }

    public static IndexWriting open(Path path) throws IOException {
        Directory directory = FSDirectory.open(path);
        boolean opened = false;
        try {
            IndexWriting writing = new IndexWriting(directory, new IndexWriter(directory, config()));
            writing.begin(path);
            opened = true;
            return writing;
        } catch (LockObtainFailedException e) {
            throw new IndexLockedException(path, e);
        } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
            throw new IndexOutdatedException(path, e);
        } finally {
            if (!opened) {
                directory.close();
            }
        }
    }

    private static IndexWriterConfig config() {
        TieredMergePolicy merges = new TieredMergePolicy();
        merges.setSegmentsPerTier(Double.parseDouble(System.getProperty("tw.tier", "16")));
        merges.setNoCFSRatio(0);
        ConcurrentMergeScheduler scheduler = new ConcurrentMergeScheduler();
        scheduler.setMaxMergesAndThreads(6, 1);
        IndexWriterConfig config = new IndexWriterConfig(null)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setUseCompoundFile(false)
                .setMergePolicy(merges)
                .setMergeScheduler(scheduler)
                .setCommitOnClose(false)
                .setMaxFullFlushMergeWaitMillis(0);
        if (!Boolean.getBoolean("tw.nosort")) config.setIndexSort(Schema.order());
        return config;
    }

    /** Makes the first, empty commit of a new index, so that readers find one whatever happens next. */
    private void begin(Path path) throws IOException {
        Map<String, String> data = data();
        if (data.isEmpty() && writer.getDocStats().maxDoc == 0) {
            commit(Map.of());
        } else if (!Schema.VERSION.equals(data.get(Schema.VERSION_KEY))) {
            writer.rollback();
            throw new IndexOutdatedException(path, null);
        }
    }

    public void add(int source, RecordContent record, long fingerprint) throws IOException {
        writer.addDocument(documents.get().of(source, record, fingerprint));
    }

    public void deleteRange(int source, long fromOffset, long toOffset) throws IOException {
        if (toOffset > fromOffset) {
            writer.deleteDocuments(LongPoint.newRangeQuery(Schema.PLACE, Schema.place(source, fromOffset),
                    Math.min(Schema.lastPlace(source), Schema.firstPlace(source) + toOffset - 1)));
        }
    }

    public void deleteSource(int source) throws IOException {
        writer.deleteDocuments(LongPoint.newRangeQuery(Schema.PLACE, Schema.firstPlace(source), Schema.lastPlace(source)));
    }

    public void commit(Map<String, String> data) throws IOException {
        Map<String, String> all = new HashMap<>(data);
        all.put(Schema.VERSION_KEY, Schema.VERSION);
        writer.setLiveCommitData(all.entrySet());
        writer.commit();
    }

    /** The data of the last commit. */
    public Map<String, String> data() {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> entries = writer.getLiveCommitData();
        if (entries != null) {
            entries.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return data;
    }

    public DirectoryReader reader() throws IOException {
        return DirectoryReader.open(writer);
    }

    /** A reader that sees all that was written until now; null if that is what {@code reader} sees. */
    public @Nullable DirectoryReader refresh(DirectoryReader reader) throws IOException {
        return DirectoryReader.openIfChanged(reader, writer);
    }

    @Override
    public void close() throws IOException {
        try {
            writer.rollback();
        } finally {
            directory.close();
        }
    }
}
