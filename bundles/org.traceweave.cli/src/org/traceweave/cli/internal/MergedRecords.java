package org.traceweave.cli.internal;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.traceweave.cases.Case;
import org.traceweave.cases.CaseException;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.IndexedRecord;
import org.traceweave.index.RecordPosition;
import org.traceweave.index.RecordQuery;

/** The records of several cases as one list by time, a page of each held at a time. Equal times come in the order of the cases. */
final class MergedRecords implements Closeable {

    private static final int PAGE = 500;

    /** A record and the case it is of. */
    record Hit(Case of, IndexedRecord record) {
    }

    private final List<Feed> feeds = new ArrayList<>();
    private final boolean reverse;

    private MergedRecords(boolean reverse) {
        this.reverse = reverse;
    }

    static MergedRecords of(List<Case> cases, List<RecordQuery> queries, Optional<String> cursor, boolean reverse) throws IOException {
        MergedRecords merged = new MergedRecords(reverse);
        Optional<IndexedRecord> at = Optional.empty();
        int cursorCase = -1;
        for (int index = 0; index < cases.size() && cursor.isPresent() && at.isEmpty(); index++) {
            at = cases.get(index).find(cursor.get());
            cursorCase = index;
        }
        if (cursor.isPresent() && at.isEmpty()) {
            throw new CaseException("No record has the id " + cursor.get() + " in these cases; take a cursor from a record printed before.");
        }
        for (int index = 0; index < cases.size(); index++) {
            Optional<RecordPosition> start = Optional.empty();
            if (at.isPresent()) {
                long time = at.get().time();
                start = index == cursorCase ? Optional.of(at.get().position()) : index < cursorCase ? Optional.of(RecordPosition.endOf(time)) : endOfTimesBefore(time);
            }
            merged.feeds.add(merged.new Feed(cases.get(index), queries.get(index), start, at.isPresent()));
        }
        return merged;
    }

    /** Before every record of a time; nowhere, where that is the beginning of all. */
    private static Optional<RecordPosition> endOfTimesBefore(long time) {
        return time == Long.MIN_VALUE ? Optional.empty() : Optional.of(RecordPosition.endOf(time - 1));
    }

    /** One case's records, fetched page by page. */
    private final class Feed {
        private final Case of;
        private final RecordQuery query;
        private final IndexSnapshot snapshot;
        private final Deque<IndexedRecord> page = new ArrayDeque<>();
        private Optional<RecordPosition> position;
        private boolean ended;

        /** @param goesOn whether there is a cursor: then no start means the beginning, in reverse the end of the list */
        Feed(Case of, RecordQuery query, Optional<RecordPosition> start, boolean goesOn) throws IOException {
            this.of = of;
            this.query = query;
            this.position = start;
            this.ended = goesOn && start.isEmpty() && reverse;
            snapshot = of.snapshot();
        }

        Optional<IndexedRecord> peek() throws IOException {
            if (page.isEmpty() && !ended) {
                List<IndexedRecord> next = reverse ? snapshot.before(query, position, PAGE) : snapshot.after(query, position, PAGE);
                ended = next.size() < PAGE;
                page.addAll(next);
                if (!next.isEmpty()) {
                    IndexedRecord last = next.getLast();
                    position = Optional.of(last.position());
                }
            }
            return Optional.ofNullable(page.peek());
        }
    }

    boolean hasNext() throws IOException {
        return first().isPresent();
    }

    Hit next() throws IOException {
        Feed feed = first().orElseThrow(NoSuchElementException::new);
        return new Hit(feed.of, feed.page.remove());
    }

    private Optional<Feed> first() throws IOException {
        Optional<Feed> best = Optional.empty();
        long bestTime = 0;
        for (Feed feed : feeds) {
            Optional<IndexedRecord> candidate = feed.peek();
            if (candidate.isPresent()) {
                long time = candidate.get().time();
                boolean better = best.isEmpty() || (reverse ? time >= bestTime : time < bestTime);
                if (better) {
                    best = Optional.of(feed);
                    bestTime = time;
                }
            }
        }
        return best;
    }

    @Override
    public void close() throws IOException {
        for (Feed feed : feeds) {
            feed.snapshot.close();
        }
    }
}
