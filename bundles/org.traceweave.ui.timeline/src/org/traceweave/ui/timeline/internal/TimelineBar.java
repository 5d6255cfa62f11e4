package org.traceweave.ui.timeline.internal;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.traceweave.charts.AttemptLanes;
import org.traceweave.charts.TimelineWords;
import org.traceweave.model.Outcome;
import org.traceweave.ui.Glyphs;
import org.traceweave.ui.Texts;

/** The line above the timeline: which attempts are shown, by words and by outcome, how many that are, and where one types a time. UI thread only. */
final class TimelineBar {

    /** What the line asks of its view. */
    interface Moves {

        void choose(UnaryOperator<LaneChoice> change);

        /** Goes to a typed time; a sentence if it says none. */
        Optional<String> go(String typed);

        /** Gives the keyboard to the timeline. */
        void leave();
    }

    private static final Texts TEXTS = new Texts(TimelineBar.class);
    private static final int TIME_WIDTH = 190;
    private static final int FILTER_WIDTH = 130;
    private static final int PAUSE_MILLIS = 150;

    private final Composite line;
    private final Moves moves;
    private final Text filter;
    private final Label count;
    private final Text time;
    private final Map<Outcome, ToolItem> outcomes = new EnumMap<>(Outcome.class);

    TimelineBar(Composite parent, Moves moves) {
        this.moves = moves;
        line = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).margins(4, 2).spacing(6, 0).applyTo(line);
        filter = new Text(line, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(TEXTS.get("bar.filter"));
        filter.setToolTipText(TEXTS.get("bar.filterHint"));
        filter.setData("id", "timelineFilter");
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(FILTER_WIDTH, SWT.DEFAULT).applyTo(filter);
        Runnable search = () -> {
            if (!filter.isDisposed()) {
                moves.choose(choice -> choice.withText(filter.getText()));
            }
        };
        filter.addListener(SWT.Modify, event -> filter.getDisplay().timerExec(PAUSE_MILLIS, search));
        addOutcomes();
        count = new Label(line, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(count);
        time = new Text(line, SWT.SEARCH);
        time.setMessage(TEXTS.get("bar.time"));
        time.setToolTipText(TEXTS.get("bar.timeHint"));
        time.setData("id", "timelineTime");
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(TIME_WIDTH, SWT.DEFAULT).applyTo(time);
        time.addListener(SWT.DefaultSelection, event -> go());
        time.addListener(SWT.Modify, event -> time.setToolTipText(TEXTS.get("bar.timeHint")));
        for (Text field : new Text[] {filter, time}) {
            field.addListener(SWT.Traverse, event -> {
                if (event.detail == SWT.TRAVERSE_ESCAPE) {
                    event.doit = false;
                    moves.leave();
                }
            });
        }
    }

    private void addOutcomes() {
        Glyphs glyphs = new Glyphs(line);
        ToolBar bar = new ToolBar(line, SWT.FLAT);
        for (Outcome outcome : AttemptLanes.outcomes()) {
            ToolItem item = new ToolItem(bar, SWT.CHECK);
            item.setImage(glyphs.of(outcome));
            item.setToolTipText(TEXTS.get("bar.outcome", "outcome", TimelineWords.outcome(outcome)));
            item.setSelection(true);
            item.setData("id", "timelineOutcome-" + outcome.word());
            item.addListener(SWT.Selection, event -> moves.choose(choice -> choice.withOutcome(outcome, item.getSelection())));
            outcomes.put(outcome, item);
        }
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(bar);
    }

    private void go() {
        if (time.getText().isBlank()) {
            return;
        }
        Optional<String> problem = moves.go(time.getText());
        if (problem.isPresent()) {
            time.setToolTipText(problem.get());
            time.selectAll();
        } else {
            moves.leave();
        }
    }

    Composite control() {
        return line;
    }

    /** Says how many attempts are shown. */
    void show(LaneChoice choice, int shown, int total) {
        outcomes.forEach((outcome, item) -> item.setSelection(choice.filter().outcomes().contains(outcome)));
        String text = total == 0 ? "" : shown == total ? TEXTS.get("bar.all", "total", total) : TEXTS.get("bar.some", "shown", shown, "total", total);
        if (!text.equals(count.getText())) {
            count.setText(text);
            count.requestLayout();
        }
    }

    void focusTime() {
        time.setFocus();
        time.selectAll();
    }
}
