package org.traceweave.ui.internal.records;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.traceweave.ui.RowModel;
import org.traceweave.ui.ViewWork;

/**
 * The rows of a query, fetched by pages in the background when they are to be seen. Only the last few pages are kept. UI thread only.
 */
final class RecordPages implements RowModel<RecordRow> {

    static final int PAGE = 64;
    private static final int KEPT = 48;

    private final Hits hits;
    private final ViewWork work;
    private final Runnable arrived;
    private final Consumer<String> problem;
    private final Map<Long, List<RecordRow>> pages = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<RecordRow>> eldest) {
            return size() > KEPT;
        }
    };
    private long asked = -1;

    RecordPages(Hits hits, ViewWork work, Runnable arrived, Consumer<String> problem) {
        this.hits = hits;
        this.work = work;
        this.arrived = arrived;
        this.problem = problem;
    }

    Hits hits() {
        return hits;
    }

    /** Takes rows that were fetched together with the hits, so that they show at once. */
    void put(long page, List<RecordRow> rows) {
        pages.put(page, rows);
    }

    @Override
    public long size() {
        return hits.size();
    }

    @Override
    public Optional<RecordRow> row(long index) {
        long page = index / PAGE;
        List<RecordRow> rows = pages.get(page);
        if (rows == null) {
            fetch(page);
            return Optional.empty();
        }
        int place = (int) (index % PAGE);
        return place < rows.size() ? Optional.of(rows.get(place)) : Optional.empty();
    }

    /** Asks for a page unless it is on its way; two subjects by turns, for what is on screen may lie in two pages. */
    private void fetch(long page) {
        if (asked == page) {
            return;
        }
        asked = page;
        work.ask("page" + page % 2, cancel -> hits.page(page * PAGE, PAGE), rows -> {
            if (asked == page) {
                asked = -1;
            }
            pages.put(page, rows);
            arrived.run();
        }, problem);
    }
}
