package org.traceweave.ui.internal.views;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.traceweave.model.WindowsFailure;
import org.traceweave.ui.CaseView;
import org.traceweave.ui.Chosen;
import org.traceweave.ui.Focus;
import org.traceweave.ui.Glyphs;
import org.traceweave.ui.ListTable;
import org.traceweave.ui.RowColumn;
import org.traceweave.ui.RowLook;
import org.traceweave.ui.Texts;
import org.traceweave.ui.TimeDisplay;

/** The failures that Windows reported: SCHANNEL, CAPI2, the server's own log, logons. */
public final class FailuresView extends CaseView {

    public static final String ID = "org.traceweave.ui.failures";

    private static final Texts TEXTS = new Texts(FailuresView.class);

    private @Nullable ListTable<WindowsFailure> table;

    @Override
    protected void createContent(Composite parent) {
        TimeDisplay time = session().time();
        ListTable<WindowsFailure> made = new ListTable<>(parent, List.of(
                RowColumn.ordered(TEXTS.get("failures.time"), 176, failure -> time.dateTime(failure.time()), WindowsFailure::time),
                RowColumn.of(TEXTS.get("failures.host"), 92, failure -> failure.host().orElse("")),
                RowColumn.of(TEXTS.get("failures.kind"), 80, failure -> TEXTS.get("failureKind." + failure.kind().word())),
                RowColumn.number(TEXTS.get("failures.event"), 62, failure -> String.valueOf(failure.eventId()),
                        failure -> (long) failure.eventId()),
                RowColumn.of(TEXTS.get("failures.meaning"), 0, WindowsFailure::meaning),
                RowColumn.of(TEXTS.get("failures.trust"), 150, failure -> String.join(", ", failure.trustErrors())),
                RowColumn.of(TEXTS.get("failures.subject"), 150, FailuresView::about),
                RowColumn.of(TEXTS.get("failures.process"), 90, failure -> failure.processName().orElse(""))));
        table = made;
        made.rows().table().setData("id", "failures");
        Glyphs glyphs = new Glyphs(parent);
        made.rows().setLook(new RowLook<>() {
            @Override
            public Optional<Image> image(WindowsFailure failure) {
                return Optional.of(glyphs.of(failure.kind()));
            }

            @Override
            public Optional<Color> background(WindowsFailure failure) {
                boolean belongs = session().selection().focus().related().contains(failure.evidence());
                return belongs ? Optional.of(session().theming().palette().tint()) : Optional.empty();
            }
        });
        made.onChoice(failure -> session().selection().choose(new Chosen.Failure(failure)));
    }

    private static String about(WindowsFailure failure) {
        return failure.subject().or(failure::target).orElse("");
    }

    /** The table, for tests. */
    public ListTable<WindowsFailure> table() {
        if (table == null) {
            throw new IllegalStateException("the view is not made yet");
        }
        return table;
    }

    @Override
    public void answersChanged() {
        List<WindowsFailure> failures = session().answers().failures();
        table().setRows(failures);
        setPartName(failures.isEmpty() ? TEXTS.get("failures.title") : TEXTS.get("failures.count", "count", failures.size()));
    }

    @Override
    protected void focusChanged(Focus focus) {
        if (focus.failure().isPresent()) {
            table().reveal(failure -> failure.equals(focus.failure().get()));
        } else {
            table().show(failure -> focus.related().contains(failure.evidence()));
        }
    }

    @Override
    protected void timesChanged() {
        table().rows().refresh();
    }

    @Override
    public void setFocus() {
        table().rows().table().setFocus();
    }
}
