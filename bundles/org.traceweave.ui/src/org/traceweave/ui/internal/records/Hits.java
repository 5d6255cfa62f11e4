package org.traceweave.ui.internal.records;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.traceweave.cases.Case;
import org.traceweave.cases.CaseException;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.IndexedRecord;
import org.traceweave.index.QuerySyntaxException;
import org.traceweave.index.RecordQuery;
import org.traceweave.index.RecordRows;

/**
 * The answer to one query: its rows in a snapshot that stays open until this is closed. Used by the one background thread of the
 * records view; after closing it answers with nothing.
 */
final class Hits implements Closeable {

    private final Case source;
    private final IndexSnapshot snapshot;
    private final RecordQuery query;
    private final RecordRows rows;
    private final long total;
    private final long nanos;
    private boolean closed;

    private Hits(Case source, IndexSnapshot snapshot, RecordQuery query, RecordRows rows, long nanos) {
        this.source = source;
        this.snapshot = snapshot;
        this.query = query;
        this.rows = rows;
        this.nanos = nanos;
        total = snapshot.size();
    }

    /** Asks {@code request} of a fresh snapshot. */
    static Hits of(Case source, RecordRequest request, BooleanSupplier cancelled) throws IOException, QuerySyntaxException {
        long start = System.nanoTime();
        RecordQuery words = source.query(request.text());
        RecordQuery query = request.range().map(words::within).orElse(words);
        IndexSnapshot snapshot = source.snapshot();
        try {
            return new Hits(source, snapshot, query, snapshot.rows(query, cancelled), System.nanoTime() - start);
        } catch (IOException | RuntimeException e) {
            snapshot.close();
            throw e;
        }
    }

    long size() {
        return rows.size();
    }

    /** Records in the case, hits or not. */
    long total() {
        return total;
    }

    /** How long the answer took. */
    long nanos() {
        return nanos;
    }

    /** Some rows with what sums them up; fewer, or none, at the end or after closing. */
    List<RecordRow> page(long first, int count) throws IOException {
        if (closed) {
            return List.of();
        }
        List<RecordRow> page = new ArrayList<>(count);
        for (IndexedRecord record : rows.rows(first, count)) {
            page.add(new RecordRow(record, RecordSummary.of(record, text(record))));
        }
        return page;
    }

    private String text(IndexedRecord record) {
        try {
            return source.text(record);
        } catch (CaseException e) {
            return e.getMessage();
        }
    }

    /** The row of a record, if it is a hit. */
    OptionalLong rowOf(IndexedRecord record) throws IOException {
        return closed ? OptionalLong.empty() : rows.rowOf(record.source(), record.offset());
    }

    /** The first row at a time or later. */
    long rowAt(long time) throws IOException {
        return closed ? 0 : rows.rowAt(time);
    }

    /** The next record after row {@code from} (or before it) that {@code words} find, as a row of these hits. */
    OptionalLong next(String words, long from, boolean forward) throws IOException, QuerySyntaxException {
        if (closed) {
            return OptionalLong.empty();
        }
        RecordRows found = snapshot.rows(query.and(source.query(words)));
        long place = from < 0 || rows.size() == 0 ? 0 : placeAmong(found, from, forward);
        if (found.size() == 0) {
            return OptionalLong.empty();
        }
        IndexedRecord record = found.rows(Math.floorMod(place, found.size()), 1).getFirst();
        return rowOf(record);
    }

    private long placeAmong(RecordRows found, long from, boolean forward) throws IOException {
        IndexedRecord here = rows.rows(from, 1).getFirst();
        OptionalLong exact = found.rowOf(here.source(), here.offset());
        if (exact.isPresent()) {
            return exact.getAsLong() + (forward ? 1 : -1);
        }
        long later = found.rowAt(here.time());
        return forward ? later : later - 1;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            snapshot.close();
        }
    }
}
