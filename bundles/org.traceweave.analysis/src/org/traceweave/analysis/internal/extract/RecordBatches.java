package org.traceweave.analysis.internal.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.traceweave.cases.CancelSignal;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.IndexedRecord;
import org.traceweave.index.RecordQuery;
import org.traceweave.model.RecordField;

/**
 * Reads the records of a query by several threads at once, batch by batch, and gives what was read in the order of the index. A few batches
 * are under way at a time, so that no more is held than is worked on. The threads read sources, and are never interrupted.
 */
final class RecordBatches<T> {

    /** Reads one record; called by several threads at once. */
    interface Reading<T> {
        Optional<T> read(IndexedRecord record) throws IOException;
    }

    private record Read<T>(IndexedRecord record, T message) {
    }

    private static final int BATCH = 512;
    private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    private final Reading<T> reading;
    private final BiConsumer<IndexedRecord, T> sink;
    private final CancelSignal cancel;
    private final ArrayDeque<CompletableFuture<List<Read<T>>>> underWay = new ArrayDeque<>();
    private List<IndexedRecord> batch = new ArrayList<>(BATCH);

    private RecordBatches(Reading<T> reading, BiConsumer<IndexedRecord, T> sink, CancelSignal cancel) {
        this.reading = reading;
        this.sink = sink;
        this.cancel = cancel;
    }

    static <T> void scan(IndexSnapshot snapshot, RecordQuery query, List<RecordField> fields, Reading<T> reading, BiConsumer<IndexedRecord, T> sink, CancelSignal cancel)
            throws IOException {
        RecordBatches<T> batches = new RecordBatches<>(reading, sink, cancel);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "reading messages");
            thread.setDaemon(true);
            return thread;
        });
        try {
            snapshot.scan(query, fields, record -> batches.take(record, threads));
            batches.submit(threads);
            while (!batches.underWay.isEmpty()) {
                batches.finishOne();
            }
        } finally {
            threads.shutdown();
        }
    }

    private boolean take(IndexedRecord record, ExecutorService threads) throws IOException {
        if (cancel.isCancelled()) {
            throw new CancellationException();
        }
        batch.add(record);
        if (batch.size() == BATCH) {
            submit(threads);
        }
        return true;
    }

    private void submit(ExecutorService threads) throws IOException {
        List<IndexedRecord> full = batch;
        batch = new ArrayList<>(BATCH);
        underWay.add(CompletableFuture.supplyAsync(() -> read(full), threads));
        if (underWay.size() > 2 * THREADS) {
            finishOne();
        }
    }

    private List<Read<T>> read(List<IndexedRecord> records) {
        List<Read<T>> read = new ArrayList<>(records.size());
        try {
            for (IndexedRecord record : records) {
                if (cancel.isCancelled()) {
                    throw new CancellationException();
                }
                reading.read(record).ifPresent(message -> read.add(new Read<>(record, message)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    private void finishOne() throws IOException {
        try {
            underWay.remove().join().forEach(each -> sink.accept(each.record(), each.message()));
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException failure) {
                throw failure.getCause();
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
