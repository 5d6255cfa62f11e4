package org.traceweave.ui.internal.views;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;
import org.traceweave.ui.CaseView;
import org.traceweave.ui.Chosen;
import org.traceweave.ui.Focus;
import org.traceweave.ui.Glyphs;
import org.traceweave.ui.ListTable;
import org.traceweave.ui.RowColumn;
import org.traceweave.ui.RowLook;
import org.traceweave.ui.Texts;
import org.traceweave.ui.TimeDisplay;

/** The sign-in attempts of the case, and what became of them. */
public final class SignInsView extends CaseView {

    public static final String ID = "org.traceweave.ui.signIns";

    private static final Texts TEXTS = new Texts(SignInsView.class);

    private @Nullable ListTable<SignIn> table;
    private boolean failuresOnly;
    private boolean allKinds;

    @Override
    protected void createContent(Composite parent) {
        TimeDisplay time = session().time();
        ListTable<SignIn> made = new ListTable<>(parent, List.of(
                RowColumn.ordered(TEXTS.get("signIns.start"), 156, signIn -> time.seconds(signIn.start()), SignIn::start),
                RowColumn.of(TEXTS.get("signIns.user"), 164, SignIn::user),
                RowColumn.of(TEXTS.get("signIns.outcome"), 74, signIn -> TEXTS.get("outcome." + signIn.outcome().word())),
                RowColumn.of(TEXTS.get("signIns.phase"), 116, signIn -> TEXTS.get("phase." + signIn.phase().word())),
                RowColumn.of(TEXTS.get("signIns.scheme"), 66, signIn -> TEXTS.get("scheme." + signIn.scheme().word())),
                RowColumn.plain(TEXTS.get("signIns.reason"), 0, SignInsView::reason),
                RowColumn.of(TEXTS.get("signIns.device"), 140, signIn -> signIn.device().orElse("")),
                RowColumn.of(TEXTS.get("signIns.hosts"), 70, signIn -> String.join(", ", signIn.hosts())),
                RowColumn.number(TEXTS.get("signIns.duration"), 64, signIn -> TimeDisplay.duration(signIn.end() - signIn.start()),
                        signIn -> signIn.end() - signIn.start())));
        table = made;
        made.rows().table().setData("id", "signIns");
        made.rows().setLook(new Look(new Glyphs(parent)));
        made.onChoice(signIn -> session().selection().choose(new Chosen.Attempt(signIn)));
        filter();
        addToggle("failures-only", "signIns.failuresOnly", checked -> failuresOnly = checked);
        addToggle("sign-ins", "signIns.allKinds", checked -> allKinds = checked);
    }

    /** Takes the state of a toggle. */
    private interface Toggled {
        void to(boolean checked);
    }

    private void addToggle(String glyph, String key, Toggled toggled) {
        IAction action = new Action(TEXTS.get(key), IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                toggled.to(isChecked());
                filter();
            }
        };
        action.setImageDescriptor(Glyphs.descriptor(glyph));
        getViewSite().getActionBars().getToolBarManager().add(action);
    }

    private void filter() {
        boolean failures = failuresOnly;
        boolean all = allKinds;
        table().setFilter(signIn -> (all || signIn.kind() == SignInKind.SIGN_IN) && (!failures || signIn.isFailure()));
        describe();
    }

    /** The table, for tests. */
    public ListTable<SignIn> table() {
        if (table == null) {
            throw new IllegalStateException("the view is not made yet");
        }
        return table;
    }

    static String reason(SignIn signIn) {
        StringBuilder reason = new StringBuilder();
        signIn.status().ifPresent(status -> reason.append(status).append(' '));
        signIn.diagnosticId().ifPresent(id -> reason.append('[').append(id).append("] "));
        signIn.reason().ifPresent(reason::append);
        signIn.hresult().ifPresent(code -> reason.append(' ').append(code));
        return reason.toString().strip();
    }

    @Override
    public void answersChanged() {
        table().setRows(session().answers().signIns());
        describe();
    }

    private void describe() {
        List<SignIn> shown = table().shown();
        long failed = shown.stream().filter(SignIn::isFailure).count();
        setPartName(shown.isEmpty() ? TEXTS.get("signIns.title")
                : TEXTS.get("signIns.count", "count", shown.size(), "failed", failed));
    }

    @Override
    protected void focusChanged(Focus focus) {
        table().reveal(signIn -> focus.signIns().contains(signIn.id()));
    }

    @Override
    protected void timesChanged() {
        table().rows().refresh();
    }

    @Override
    public void setFocus() {
        table().rows().table().setFocus();
    }

    /** Outcomes by image and colour. */
    private final class Look implements RowLook<SignIn> {

        private static final int OUTCOME = 2;
        private static final int REASON = 5;

        private final Glyphs glyphs;

        Look(Glyphs glyphs) {
            this.glyphs = glyphs;
        }

        @Override
        public Optional<Image> image(SignIn signIn) {
            return Optional.of(glyphs.of(signIn.outcome()));
        }

        @Override
        public Optional<Color> foreground(SignIn signIn, int column) {
            boolean coloured = column == OUTCOME || column == REASON && signIn.isFailure();
            return coloured ? Optional.of(session().theming().palette().outcome(signIn.outcome())) : Optional.empty();
        }
    }
}
