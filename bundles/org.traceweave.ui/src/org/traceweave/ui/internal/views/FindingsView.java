package org.traceweave.ui.internal.views;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.traceweave.model.Evidence;
import org.traceweave.model.Finding;
import org.traceweave.model.Severity;
import org.traceweave.ui.CaseView;
import org.traceweave.ui.Chosen;
import org.traceweave.ui.Focus;
import org.traceweave.ui.OpenCase;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageView;
import org.traceweave.ui.Texts;

/** What the diagnostics say of the case, gravest first; one finding is unfolded with its evidence. */
public final class FindingsView extends CaseView {

    public static final String ID = "org.traceweave.ui.findings";

    private static final Texts TEXTS = new Texts(FindingsView.class);

    private @Nullable PageView page;
    private @Nullable EvidenceNames names;
    private Optional<String> unfolded = Optional.empty();
    private final Set<FindingsPage.ShowAll> whole = new HashSet<>();
    private boolean unfoldedByUser;
    private boolean importShown;

    @Override
    protected void createContent(Composite parent) {
        PageView made = new PageView(parent, session().theming());
        page = made;
        names = new EvidenceNames(session().time());
        made.control().setData("id", "findings");
        made.onLink(this::follow);
    }

    /** The page, for tests. */
    public PageView page() {
        if (page == null) {
            throw new IllegalStateException("the view is not made yet");
        }
        return page;
    }

    private EvidenceNames names() {
        if (names == null) {
            throw new IllegalStateException("the view is not made yet");
        }
        return names;
    }

    private void follow(Object target) {
        if (target instanceof FindingsPage.Unfold unfold) {
            unfoldedByUser = true;
            boolean folds = unfolded.filter(unfold.finding().id()::equals).isPresent();
            unfolded = folds ? Optional.empty() : Optional.of(unfold.finding().id());
            show();
            if (!folds) {
                session().selection().choose(new Chosen.Claim(unfold.finding()));
                lookUp(unfold.finding());
            }
        } else if (target instanceof FindingsPage.EvidenceLink link) {
            session().selection().choose(new Chosen.Proof(link.finding(), link.evidence()));
        } else if (target instanceof FindingsPage.ShowAll list) {
            whole.add(list);
            show();
        } else if (target instanceof FindingsPage.SignInLink link) {
            session().selection().chooseSignIn(link.id());
        }
    }

    @Override
    public void caseChanged() {
        unfolded = Optional.empty();
        whole.clear();
        unfoldedByUser = false;
        names().forget();
        show();
    }

    @Override
    public void answersChanged() {
        if (!unfoldedByUser) {
            Optional<Finding> gravest = session().answers().findings().stream()
                    .filter(finding -> finding.severity() == Severity.CRITICAL).findFirst();
            unfolded = gravest.map(Finding::id);
            gravest.ifPresent(this::lookUp);
        }
        show();
    }

    @Override
    public void importChanged() {
        boolean importing = session().importing().isPresent();
        if (importing != importShown) {
            importShown = importing;
            show();
        }
    }

    private void lookUp(Finding finding) {
        Optional<OpenCase> open = session().openCase();
        if (open.isPresent()) {
            work().<Map<Evidence, EvidenceNames.Known>>ask("names", cancel -> EvidenceNames.lookUp(open.get(), finding), found -> {
                names().learn(found);
                show();
            }, session().notices()::add);
        }
    }

    private void show() {
        int count = session().answers().findings().size();
        setPartName(count == 0 ? TEXTS.get("findings.title") : TEXTS.get("findings.count", "count", count));
        boolean empty = session().openCase().isEmpty();
        boolean importing = session().importing().isPresent() && count == 0;
        page().show(empty ? new PageText() : importing ? new PageText().line(TEXTS.get("findings.importing"), PageText.Tone.MUTED)
                : new FindingsPage(session().answers(), unfolded, whole, names()).write(), false);
    }

    @Override
    protected void focusChanged(Focus focus) {
        Optional<Finding> finding = focus.finding();
        if (finding.isPresent() && !unfolded.equals(finding.map(Finding::id))) {
            unfolded = finding.map(Finding::id);
            unfoldedByUser = true;
            show();
            lookUp(finding.get());
        }
    }

    @Override
    protected void timesChanged() {
        show();
    }

    @Override
    public void setFocus() {
        page().control().setFocus();
    }
}
