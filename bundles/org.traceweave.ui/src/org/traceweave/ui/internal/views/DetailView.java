package org.traceweave.ui.internal.views;

import java.util.Optional;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.PartInitException;
import org.jspecify.annotations.Nullable;
import org.traceweave.index.IndexedRecord;
import org.traceweave.model.SignIn;
import org.traceweave.model.TraceRecord;
import org.traceweave.ui.CaseAnswers;
import org.traceweave.ui.CaseView;
import org.traceweave.ui.Chosen;
import org.traceweave.ui.Focus;
import org.traceweave.ui.OpenCase;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageView;
import org.traceweave.ui.Problems;
import org.traceweave.ui.Texts;
import org.traceweave.ui.internal.flow.CallFlowView;
import org.traceweave.ui.internal.pages.AttemptContext;
import org.traceweave.ui.internal.pages.AttemptPage;
import org.traceweave.ui.internal.pages.DetailLink;
import org.traceweave.ui.internal.pages.RecordPage;

/** What was chosen, in full: the attempt with its steps, or the record with its fields, its text and what is packed inside it. */
public final class DetailView extends CaseView {

    public static final String ID = "org.traceweave.ui.detail";

    private static final Texts TEXTS = new Texts(DetailView.class);

    private @Nullable PageView page;
    private Optional<IndexedRecord> shown = Optional.empty();

    @Override
    protected void createContent(Composite parent) {
        PageView made = new PageView(parent, session().theming());
        page = made;
        made.control().setData("id", "detail");
        made.onLink(this::follow);
        menu(made.control());
    }

    /** The menu of the text, to which other bundles add what can be done with it. */
    private void menu(StyledText text) {
        MenuManager menu = new MenuManager();
        Action copy = new Action(TEXTS.get("detail.copy")) {
            @Override
            public void run() {
                text.copy();
            }
        };
        menu.add(copy);
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.addMenuListener(shown -> copy.setEnabled(text.getSelectionCount() > 0));
        text.setMenu(menu.createContextMenu(text));
        getSite().registerContextMenu(ID, menu, new NoSelection());
        text.addDisposeListener(event -> menu.dispose());
    }

    /** What is selected is the text's own business. */
    private static final class NoSelection implements ISelectionProvider {

        @Override
        public ISelection getSelection() {
            return StructuredSelection.EMPTY;
        }

        @Override
        public void setSelection(ISelection selection) {
            // nothing can be selected from outside
        }

        @Override
        public void addSelectionChangedListener(ISelectionChangedListener listener) {
            // it never changes
        }

        @Override
        public void removeSelectionChangedListener(ISelectionChangedListener listener) {
            // it never changes
        }
    }

    /** The page, for tests. */
    public PageView page() {
        if (page == null) {
            throw new IllegalStateException("the view is not made yet");
        }
        return page;
    }

    private void follow(Object target) {
        if (target instanceof DetailLink link) {
            switch (link) {
                case DetailLink.ToSignIn signIn -> session().selection().chooseSignIn(signIn.id());
                case DetailLink.ToCertificate certificate -> session().selection().chooseCertificate(certificate.sha1());
                case DetailLink.ToCallFlow flow -> showCallFlow();
                case DetailLink.ToEvidence evidence -> session().selection().choose(new Chosen.Place(evidence.evidence()));
            }
        }
    }

    private void showCallFlow() {
        try {
            getSite().getPage().showView(CallFlowView.ID);
        } catch (PartInitException e) {
            session().notices().add(Problems.sentence(e));
        }
    }

    @Override
    public void answersChanged() {
        if (session().selection().focus().chosen() instanceof Chosen.Attempt attempt) {
            lookUp(attempt.signIn());
        }
    }

    @Override
    protected void focusChanged(Focus focus) {
        if (focus.chosen() instanceof Chosen.Attempt attempt) {
            shown = Optional.empty();
            show(attempt.signIn());
        } else if (focus.record().isPresent() && session().openCase().isPresent()) {
            if (!shown.equals(focus.record())) {
                shown = focus.record();
                load(session().openCase().get(), focus);
            }
        } else if (focus.chosen() instanceof Chosen.Nothing) {
            shown = Optional.empty();
            page().show(session().openCase().isEmpty() ? new PageText() : new PageText().line(TEXTS.get("detail.hint"), PageText.Tone.MUTED));
        }
    }

    /** Shows what is known of an attempt at once, and the rest once it was looked up. */
    private void show(SignIn signIn) {
        page().show(page(signIn, AttemptContext.NONE));
        lookUp(signIn);
    }

    private void lookUp(SignIn signIn) {
        CaseAnswers answers = session().answers();
        session().openCase().ifPresent(open -> work().ask("record", cancel -> page(signIn, AttemptContext.of(open.source(), answers, signIn)),
                full -> page().show(full, false), session().notices()::add));
    }

    private PageText page(SignIn signIn, AttemptContext context) {
        return new AttemptPage(signIn, context, session().time(), session().selection()::certificate).write();
    }

    private void load(OpenCase open, Focus focus) {
        IndexedRecord record = focus.record().orElseThrow();
        work().ask("record", cancel -> {
            TraceRecord read = open.source().record(record);
            return new RecordPage(read, focus, session().time(), session().selection()::certificate).write();
        }, page()::show, sentence -> page().show(new PageText().line(sentence, PageText.Tone.ERROR)));
    }

    @Override
    protected void timesChanged() {
        shown = Optional.empty();
        focusChanged(session().selection().focus());
    }

    @Override
    public void setFocus() {
        page().control().setFocus();
    }
}
