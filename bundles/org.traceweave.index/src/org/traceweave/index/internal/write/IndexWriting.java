package org.traceweave.index.internal.write;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.traceweave.index.IndexLockedException;
import org.traceweave.index.IndexOutdatedException;
import org.traceweave.index.internal.Schema;
import org.traceweave.model.RecordContent;

/**
 * The writing end of an index. Records are collected in buffers, one for each thread that adds, and each full buffer becomes a segment
 * sorted by time; Lucene's own writer only sees finished segments. Safe for use by several threads.
 */
public final class IndexWriting implements Closeable {

    /** Segments of about the same size that come together before they are merged: merging takes the processors from the import. */
    private static final double SEGMENTS_PER_TIER = 64;

    /** More threads than this share buffers: each of more buffers would be too small for good segments. */
    private static final int MOST_BUFFERS = 4;

    private final Directory directory;
    private final IndexWriter writer;
    private final Slot[] slots;
    private final AtomicInteger buffers = new AtomicInteger();
    private final ExecutorService writers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "index-writing");
        thread.setDaemon(true);
        return thread;
    });

    private IndexWriting(Directory directory, IndexWriter writer) {
        this.directory = directory;
        this.writer = writer;
        slots = new Slot[Math.clamp(Runtime.getRuntime().availableProcessors(), 2, MOST_BUFFERS)];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = new Slot();
        }
    }

    /** A buffer, made when it is first needed, and the right to fill it. */
    private static final class Slot extends ReentrantLock {

        private static final long serialVersionUID = 1L;

        private transient @Nullable RecordBuffer buffer;
        private volatile boolean isUsed;
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
        merges.setSegmentsPerTier(SEGMENTS_PER_TIER);
        merges.setNoCFSRatio(0);
        return new IndexWriterConfig(null)
                .setCodec(new DirectCodec(Codec.getDefault()))
                .setIndexSort(Schema.order())
                .setUseCompoundFile(false)
                .setMergePolicy(merges)
                .setMergeScheduler(new ImportMerges())
                .setCommitOnClose(false)
                .setMaxFullFlushMergeWaitMillis(0);
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

    /** Adds a record; {@code fingerprint} 0 is none. */
    public void add(int source, RecordContent record, long fingerprint) throws IOException {
        Slot slot = lock();
        try {
            RecordBuffer buffer = slot.buffer;
            if (buffer == null) {
                buffer = new RecordBuffer();
                slot.buffer = buffer;
                slot.isUsed = true;
                buffers.incrementAndGet();
            }
            buffer.add(source, record, fingerprint);
            if (buffer.isFull(Math.max(2, buffers.get()))) {
                write(buffer);
            }
        } finally {
            slot.unlock();
        }
    }

    /** A thread comes back to the buffer it used last, or to any that is free. */
    private Slot lock() {
        int own = (int) (Thread.currentThread().threadId() % slots.length);
        for (int i = 0; i < slots.length; i++) {
            Slot slot = slots[(own + i) % slots.length];
            if (slot.tryLock()) {
                return slot;
            }
        }
        slots[own].lock();
        return slots[own];
    }

    private void write(RecordBuffer buffer) throws IOException {
        if (!buffer.isEmpty()) {
            try {
                writer.addIndexes(buffer.segment());
            } catch (AlreadyClosedException e) {
                throw closed(e);
            }
        }
        buffer.clear();
    }

    /** Writes every buffer, several at a time, since the last ones of an import are as large as any. */
    private void writeAll() throws IOException {
        List<CompletableFuture<Void>> others = new ArrayList<>();
        for (int i = 1; i < slots.length; i++) {
            Slot slot = slots[i];
            if (slot.isUsed) {
                others.add(CompletableFuture.runAsync(() -> writeUnchecked(slot), writers));
            }
        }
        try {
            write(slots[0]);
        } finally {
            for (CompletableFuture<Void> other : others) {
                await(other);
            }
        }
    }

    private static void await(CompletableFuture<Void> writing) throws IOException {
        try {
            writing.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof UncheckedIOException failure ? failure.getCause() : new IOException(e.getCause());
        }
    }

    private void writeUnchecked(Slot slot) {
        try {
            write(slot);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Slot slot) throws IOException {
        slot.lock();
        try {
            RecordBuffer buffer = slot.buffer;
            if (buffer != null) {
                write(buffer);
            }
        } finally {
            slot.unlock();
        }
    }

    public void deleteRange(int source, long fromOffset, long toOffset) throws IOException {
        if (toOffset > fromOffset) {
            long end = Math.min(toOffset - 1, Schema.LAST_OFFSET);
            delete(Schema.place(source, fromOffset), Schema.place(source, end));
        }
    }

    public void deleteSource(int source) throws IOException {
        delete(Schema.firstPlace(source), Schema.lastPlace(source));
    }

    /** What waits in buffers is never written; what is being written meanwhile is waited for, and then deleted like the rest. */
    private void delete(long from, long to) throws IOException {
        for (Slot slot : slots) {
            slot.lock();
            try {
                RecordBuffer buffer = slot.buffer;
                if (buffer != null) {
                    buffer.remove(from, to);
                }
            } finally {
                slot.unlock();
            }
        }
        writer.deleteDocuments(LongPoint.newRangeQuery(Schema.PLACE, from, to));
    }

    public void commit(Map<String, String> data) throws IOException {
        writeAll();
        Map<String, String> all = new HashMap<>(data);
        all.put(Schema.VERSION_KEY, Schema.VERSION);
        try {
            writer.setLiveCommitData(all.entrySet());
            writer.commit();
        } catch (AlreadyClosedException e) {
            throw closed(e);
        }
    }

    /** What goes wrong while merging closes Lucene's writer; the next to write learns of it. */
    private static IOException closed(AlreadyClosedException e) {
        Throwable reason = e.getCause() == null ? e : e.getCause();
        return new IOException("the index cannot be written: " + reason.getMessage(), e);
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

    /** A reader that sees all that was added until now; null if that is what {@code reader} sees. */
    public @Nullable DirectoryReader refresh(DirectoryReader reader) throws IOException {
        writeAll();
        try {
            return DirectoryReader.openIfChanged(reader, writer);
        } catch (AlreadyClosedException e) {
            throw closed(e);
        }
    }

    @Override
    public void close() throws IOException {
        writers.shutdown();
        try {
            writer.rollback();
        } finally {
            directory.close();
        }
    }
}
