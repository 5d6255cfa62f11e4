package org.traceweave.ui.internal.records;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.traceweave.cases.CancelSignal;
import org.traceweave.index.IndexedRecord;
import org.traceweave.index.QuerySyntaxException;
import org.traceweave.model.Level;
import org.traceweave.model.RecordField;
import org.traceweave.model.UtcTime;
import org.traceweave.ui.CaseView;
import org.traceweave.ui.Chosen;
import org.traceweave.ui.Focus;
import org.traceweave.ui.Glyphs;
import org.traceweave.ui.OpenCase;
import org.traceweave.ui.RowColumn;
import org.traceweave.ui.RowLook;
import org.traceweave.ui.RowModel;
import org.traceweave.ui.RowTable;
import org.traceweave.ui.Texts;

/** The records of the case, or those that a query finds, however many there are. */
public final class RecordsView extends CaseView {

    public static final String ID = "org.traceweave.ui.records";

    private static final Texts TEXTS = new Texts(RecordsView.class);
    private static final int LEAST_PAUSE_MILLIS = 300;
    private static final int REST_FACTOR = 4;

    private @Nullable RecordsPane pane;
    private RecordRequest request = RecordRequest.ALL;
    private @Nullable RecordPages pages;
    private boolean follows;
    private boolean asking;
    private boolean stale;
    private long awaited = -1;
    /** Hits that are open, the latest last; touched by the background thread alone. */
    private final Deque<Hits> open = new ArrayDeque<>();

    @Override
    protected void createContent(Composite parent) {
        RecordsPane made = new RecordsPane(parent, session(), this::search);
        pane = made;
        made.table().onChoice(this::chooseRow);
        made.showAll().addListener(SWT.Selection, event -> showAll());
        made.query().onFind(this::findNext);
        made.table().table().addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.F3) {
                findNext((event.stateMask & SWT.SHIFT) == 0);
            }
        });
        Runnable spanChanged = this::spanChanged;
        session().timeFilter().addListener(spanChanged);
        parent.addDisposeListener(event -> session().timeFilter().removeListener(spanChanged));
        IAction follow = new Action(TEXTS.get("records.follow"), IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                follows = isChecked();
                refresh();
            }
        };
        follow.setImageDescriptor(Glyphs.descriptor("follow"));
        getViewSite().getActionBars().getToolBarManager().add(follow);
    }

    private RecordsPane pane() {
        if (pane == null) {
            throw new IllegalStateException("the view is not made yet");
        }
        return pane;
    }

    /** The table, for tests. */
    public RowTable<RecordRow> table() {
        return pane().table();
    }

    /** Chooses the record of a row; of one whose page is still on its way once that is there. */
    private void chooseRow(long row) {
        Optional<RecordRow> there = table().model().row(row);
        there.ifPresent(this::choose);
        awaited = there.isPresent() ? -1 : row;
    }

    private void arrived() {
        table().refresh();
        if (awaited >= 0 && awaited == table().chosen()) {
            chooseRow(awaited);
        }
    }

    private void choose(RecordRow row) {
        session().openCase().ifPresent(opened ->
                session().selection().choose(new Chosen.Entry(row.record(), opened.source().evidence(row.record()))));
    }

    /** Shows the records that {@code text} finds. */
    public void search(String text) {
        request = new RecordRequest(text, request.range());
        ask(false);
    }

    private void showAll() {
        session().timeFilter().set(Optional.empty());
        request = RecordRequest.ALL;
        pane().query().ask("");
    }

    private void spanChanged() {
        request = new RecordRequest(request.text(), session().timeFilter().range());
        pane().query().showSpan();
        ask(false);
    }

    @Override
    public void caseChanged() {
        work().cancelAll();
        asking = false;
        pages = null;
        request = new RecordRequest(request.text(), session().timeFilter().range());
        table().setModel(RowModel.of(List.of()));
        work().afterwards(() -> closeAllBut(0));
        pane().caseChanged();
        pane().query().showSpan();
        if (session().openCase().isPresent()) {
            ask(false);
        } else {
            pane().query().showNothing();
        }
    }

    @Override
    public void importChanged() {
        pane().importChanged();
    }

    @Override
    public void recordsChanged() {
        refresh();
    }

    private void refresh() {
        if (asking) {
            stale = true;
        } else {
            ask(true);
        }
    }

    @Override
    protected void timesChanged() {
        pane().query().showSpan();
        table().refresh();
    }

    /** What the background thread found for one request: the hits, the rows to show first, and where what was on screen now is. */
    private record Found(Hits hits, long top, long chosen, long page, List<RecordRow> first) {
    }

    private void ask(boolean keepsPlace) {
        Optional<OpenCase> opened = session().openCase();
        if (opened.isEmpty()) {
            return;
        }
        asking = true;
        stale = false;
        RecordRequest wanted = request;
        Optional<IndexedRecord> uppermost = keepsPlace && !follows ? table().model().row(table().top()).map(RecordRow::record)
                : Optional.empty();
        boolean toEnd = follows && session().importing().isPresent();
        Optional<IndexedRecord> chosen = session().selection().focus().record();
        int page = table().page();
        work().ask("hits", cancel -> find(opened.get(), wanted, uppermost, toEnd, chosen, page, cancel), this::show, this::refused);
    }

    private Found find(OpenCase opened, RecordRequest wanted, Optional<IndexedRecord> uppermost, boolean toEnd,
            Optional<IndexedRecord> chosen, int page, CancelSignal cancel) throws IOException, QuerySyntaxException {
        Hits hits = Hits.of(opened.source(), wanted, cancel::isCancelled);
        open.addLast(hits);
        closeAllBut(2);
        OptionalLong chosenRow = chosen.isPresent() ? hits.rowOf(chosen.get()) : OptionalLong.empty();
        long top = toEnd ? Math.max(0, hits.size() - page) : hits.rowAt(UtcTime.UNKNOWN + 1);
        if (uppermost.isPresent()) {
            OptionalLong same = hits.rowOf(uppermost.get());
            top = same.isPresent() ? same.getAsLong() : hits.rowAt(uppermost.get().time());
        } else if (chosenRow.isPresent() && !toEnd) {
            top = Math.max(0, chosenRow.getAsLong() - page / 3);
        }
        long first = Math.max(0, Math.min(top, hits.size() - 1)) / RecordPages.PAGE;
        return new Found(hits, top, chosenRow.orElse(-1), first, hits.page(first * RecordPages.PAGE, RecordPages.PAGE));
    }

    private void closeAllBut(int kept) {
        while (open.size() > kept) {
            try {
                open.removeFirst().close();
            } catch (IOException e) {
                ILog.of(RecordsView.class).warn("a snapshot of the index did not close cleanly", e);
            }
        }
    }

    private void show(Found found) {
        asking = false;
        RecordPages shown = new RecordPages(found.hits(), work(), this::arrived, session().notices()::add);
        shown.put(found.page(), found.first());
        pages = shown;
        table().setModel(shown, found.top(), found.chosen());
        pane().query().showCount(found.hits().size(), found.hits().total(), found.hits().nanos());
        pane().showNotAmong(session().selection().focus().record().isPresent() && found.chosen() < 0 && found.hits().size() > 0);
        if (stale) {
            long pause = Math.max(LEAST_PAUSE_MILLIS, REST_FACTOR * found.hits().nanos() / 1_000_000);
            table().control().getDisplay().timerExec((int) Math.min(pause, 10_000), () -> {
                if (!table().control().isDisposed() && stale && !asking) {
                    ask(true);
                }
            });
        }
    }

    private void refused(String sentence) {
        asking = false;
        pane().query().showError(sentence);
    }

    @Override
    protected void focusChanged(Focus focus) {
        table().setLook(new Look(focus));
        if (focus.chosen() instanceof Chosen.Moment moment && pages != null) {
            showTime(pages, moment.time());
        }
        if (focus.record().isEmpty()) {
            return;
        }
        RecordPages shown = pages;
        if (shown == null || isChosen(focus.record().get())) {
            pane().showNotAmong(false);
            return;
        }
        IndexedRecord record = focus.record().get();
        work().ask("jump", cancel -> shown.hits().rowOf(record), row -> jump(shown, record, row), session().notices()::add);
    }

    private boolean isChosen(IndexedRecord record) {
        return table().chosenRow().filter(row -> row.record().equals(record)).isPresent();
    }

    private void jump(RecordPages shown, IndexedRecord record, OptionalLong row) {
        if (shown != pages) {
            return;
        }
        pane().showNotAmong(row.isEmpty());
        if (row.isPresent()) {
            table().reveal(row.getAsLong());
            return;
        }
        showTime(shown, record.time());
    }

    private void showTime(RecordPages shown, long time) {
        work().ask("jump", cancel -> shown.hits().rowAt(time), near -> {
            if (shown == pages) {
                table().reveal(-1);
                table().scrollTo(near - table().page() / 3);
            }
        }, session().notices()::add);
    }

    /** Chooses the next (or the previous) row that the words in the query bar find, without narrowing the rows to them; round the end. */
    private void findNext(boolean forward) {
        String words = pane().query().text();
        RecordPages shown = pages;
        if (words.isEmpty() || shown == null) {
            return;
        }
        long from = table().chosen();
        work().ask("jump", cancel -> shown.hits().next(words, from, forward), found -> {
            if (shown == pages && found.isPresent()) {
                table().choose(found.getAsLong());
            } else {
                pane().query().showError(TEXTS.get("records.notFound", "words", words));
            }
        }, this::refused);
    }

    @Override
    public void setFocus() {
        if (session().openCase().isPresent()) {
            table().table().setFocus();
        }
    }

    /** Puts the cursor into the query. */
    public void focusQuery() {
        pane().query().focus();
    }

    /** Colours by level; the records of the chosen attempt stand out. */
    private final class Look implements RowLook<RecordRow> {

        private final Focus focus;

        Look(Focus focus) {
            this.focus = focus;
        }

        @Override
        public Optional<Color> foreground(RecordRow row) {
            return row.record().level().filter(level -> level != Level.INFO).map(level -> session().theming().palette().level(level));
        }

        @Override
        public Optional<Color> foreground(RecordRow row, int column) {
            return column <= 1 ? Optional.of(session().theming().palette().muted()) : Optional.empty();
        }

        @Override
        public Optional<Color> background(RecordRow row) {
            boolean belongs = row.record().keyword(RecordField.CALL_ID).filter(focus.callIds()::contains).isPresent();
            return belongs ? Optional.of(session().theming().palette().tint()) : Optional.empty();
        }
    }

    static List<RowColumn<RecordRow>> columns(org.traceweave.ui.TimeDisplay time) {
        return List.of(
                RowColumn.plain(TEXTS.get("records.time"), 160, row -> time.dateTime(row.record().time())),
                RowColumn.plain(TEXTS.get("records.host"), 84, row -> row.record().host().orElse("")),
                RowColumn.plain(TEXTS.get("records.level"), 54, row -> row.record().level().map(Level::word).orElse("")),
                RowColumn.plain(TEXTS.get("records.component"), 96, row -> row.record().component().map(RecordSummary::shortened).orElse("")),
                RowColumn.plain(TEXTS.get("records.user"), 140, row -> row.record().keyword(RecordField.USER).orElse("")),
                RowColumn.plain(TEXTS.get("records.summary"), 0, RecordRow::summary));
    }
}
