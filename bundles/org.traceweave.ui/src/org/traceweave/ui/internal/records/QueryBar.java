package org.traceweave.ui.internal.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.fieldassist.ContentProposal;
import org.eclipse.jface.fieldassist.ContentProposalAdapter;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.traceweave.model.RecordField;
import org.traceweave.model.TimeRange;
import org.traceweave.ui.CaseSession;
import org.traceweave.ui.Glyphs;
import org.traceweave.ui.Texts;
import org.traceweave.ui.TimeDisplay;

/**
 * Where the user asks for records: the query with its history and the names of fields, the span of time it is narrowed to, how many
 * records were found and how fast, and, right below, what is wrong with the query.
 */
final class QueryBar {

    private static final Texts TEXTS = new Texts(QueryBar.class);
    private static final List<String> OTHER_FIELDS = List.of("kind", "level", "host", "component", "source", "process", "thread", "time");

    private final CaseSession session;
    private final QueryHistory history = new QueryHistory();
    private final Composite bar;
    private final Text query;
    private final Label count;
    private final Label error;
    private final ToolBar chip;
    private final ToolItem span;
    private final Consumer<String> asked;

    QueryBar(Composite parent, CaseSession session, Consumer<String> asked) {
        this.session = session;
        this.asked = asked;
        bar = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(3, false);
        layout.marginWidth = 6;
        layout.marginHeight = 4;
        layout.horizontalSpacing = 8;
        layout.verticalSpacing = 2;
        bar.setLayout(layout);
        query = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL | SWT.SINGLE);
        query.setMessage(TEXTS.get("query.hint"));
        query.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        query.setData("id", "query");
        query.setToolTipText(TEXTS.get("query.tip"));
        query.addListener(SWT.DefaultSelection, event -> ask());
        chip = new ToolBar(bar, SWT.FLAT | SWT.RIGHT);
        chip.setLayoutData(hidden());
        span = new ToolItem(chip, SWT.PUSH);
        span.setImage(new Glyphs(bar).of("clear"));
        span.setToolTipText(TEXTS.get("query.dropSpan"));
        span.addListener(SWT.Selection, event -> session.timeFilter().set(Optional.empty()));
        count = new Label(bar, SWT.NONE);
        count.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
        error = new Label(bar, SWT.WRAP);
        GridData below = hidden();
        below.horizontalSpan = 3;
        below.grabExcessHorizontalSpace = true;
        error.setLayoutData(below);
        error.setData("id", "queryError");
        propose();
    }

    private static GridData hidden() {
        GridData data = new GridData(SWT.FILL, SWT.CENTER, false, false);
        data.exclude = true;
        return data;
    }

    /** Adds who looks for the next (true) or previous record with the words, on F3 and Shift+F3, and on Shift+Enter. */
    void onFind(Consumer<Boolean> listener) {
        query.addListener(SWT.KeyDown, event -> {
            boolean shift = (event.stateMask & SWT.SHIFT) != 0;
            boolean enter = event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR;
            if (event.keyCode == SWT.F3 || enter && shift) {
                event.doit = false;
                listener.accept(enter || !shift);
            }
        });
    }

    Composite control() {
        return bar;
    }

    private void propose() {
        ContentProposalAdapter adapter = new ContentProposalAdapter(query, new TextContentAdapter(), this::proposals,
                KeyStroke.getInstance(SWT.ARROW_DOWN), null);
        adapter.setProposalAcceptanceStyle(ContentProposalAdapter.PROPOSAL_REPLACE);
        adapter.setPropagateKeys(true);
    }

    /** While the word before the caret begins a field's name: those fields. Otherwise the queries asked before. */
    private IContentProposal[] proposals(String contents, int position) {
        String before = contents.substring(0, position);
        int word = Math.max(before.lastIndexOf(' '), before.lastIndexOf('(')) + 1;
        String begun = before.substring(word).toLowerCase(Locale.ROOT);
        List<IContentProposal> proposals = new ArrayList<>();
        if (!begun.isEmpty() && begun.indexOf(':') < 0) {
            List<String> names = new ArrayList<>(OTHER_FIELDS);
            RecordField.STANDARD.forEach(field -> names.add(field.name()));
            names.stream().filter(name -> name.toLowerCase(Locale.ROOT).startsWith(begun)).forEach(name -> {
                String completed = before.substring(0, word) + name + ":" + contents.substring(position);
                proposals.add(new ContentProposal(completed, name + ":", null, word + name.length() + 1));
            });
        }
        history.queries().stream().filter(old -> old.contains(contents) && !old.equals(contents))
                .forEach(old -> proposals.add(new ContentProposal(old)));
        return proposals.toArray(IContentProposal[]::new);
    }

    private void ask() {
        history.add(query.getText().strip());
        asked.accept(query.getText().strip());
    }

    String text() {
        return query.getText().strip();
    }

    /** Writes a query and asks it. */
    void ask(String text) {
        query.setText(text);
        ask();
    }

    void focus() {
        query.setFocus();
        query.selectAll();
    }

    void setEnabled(boolean enabled) {
        query.setEnabled(enabled);
    }

    /** Says what was found, and that the query was understood. */
    void showCount(long hits, long total, long nanos) {
        showError("");
        String took = TimeDisplay.duration(nanos);
        count.setForeground(session.theming().palette().muted());
        count.setText(hits == total ? TEXTS.get("query.all", "count", total)
                : TEXTS.get("query.hits", "count", hits, "total", total, "time", took));
        bar.layout(true, true);
    }

    void showNothing() {
        count.setText("");
        showError("");
    }

    /** Says what is wrong with the query; empty takes that away. */
    void showError(String sentence) {
        error.setText(sentence);
        error.setForeground(session.theming().palette().error());
        show(error, !sentence.isEmpty());
    }

    void showSpan() {
        Optional<TimeRange> range = session.timeFilter().range();
        TimeDisplay time = session.time();
        span.setText(range.map(span -> TEXTS.get("query.span", "from", time.clock(span.from()), "to", time.clock(span.to()))).orElse(""));
        show(chip, range.isPresent());
    }

    private void show(org.eclipse.swt.widgets.Control control, boolean visible) {
        ((GridData) control.getLayoutData()).exclude = !visible;
        control.setVisible(visible);
        bar.getParent().layout(true, true);
    }
}
