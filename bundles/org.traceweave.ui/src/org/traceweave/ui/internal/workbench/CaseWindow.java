package org.traceweave.ui.internal.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.traceweave.analysis.Engine;
import org.traceweave.ui.CaseAnswers;
import org.traceweave.ui.CaseSession;
import org.traceweave.ui.CaseSessionListener;
import org.traceweave.ui.Chosen;
import org.traceweave.ui.Focus;
import org.traceweave.ui.OpenCase;
import org.traceweave.ui.Texts;
import org.traceweave.ui.Theming;
import org.traceweave.ui.internal.views.DetailView;

/** A window of the workbench: its session, its title, its status line, and what is dropped on it. */
public final class CaseWindow extends WorkbenchWindowAdvisor implements CaseSessionListener {

    private static final Texts TEXTS = new Texts(CaseWindow.class);

    private final CaseSession session;
    private final List<Path> toOpen;
    private Chosen shown = new Chosen.Nothing();

    /** @param toOpen what to open in the window once it is there */
    public CaseWindow(IWorkbenchWindowConfigurer configurer, Engine engine, List<Path> toOpen) {
        super(configurer);
        this.toOpen = toOpen;
        IWorkbenchWindow window = configurer.getWindow();
        session = new CaseSession(engine, window.getWorkbench().getDisplay(), new Theming(window.getWorkbench()));
        window.getService(IEclipseContext.class).set(CaseSession.class, session);
        session.addListener(this);
        session.selection().addListener(this::bringForward);
    }

    @Override
    public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
        return new CaseMenus(configurer);
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer configurer = getWindowConfigurer();
        configurer.setInitialSize(new Point(1500, 950));
        configurer.setShowCoolBar(true);
        configurer.setShowStatusLine(true);
        configurer.setShowPerspectiveBar(false);
        configurer.setShowProgressIndicator(false);
        configurer.setTitle(TEXTS.get("title.none"));
    }

    @Override
    public void postWindowOpen() {
        FileDrop.on(getWindowConfigurer().getWindow().getShell(), session);
        caseChanged();
        session.open(toOpen);
    }

    @Override
    public boolean preWindowShellClose() {
        if (!CaseClosing.wouldLose(session)) {
            return true;
        }
        IWorkbenchWindow window = getWindowConfigurer().getWindow();
        CaseClosing.thenDo(session, window.getShell(), window::close);
        return false;
    }

    @Override
    public void postWindowClose() {
        session.close();
    }

    @Override
    public void caseChanged() {
        Optional<OpenCase> open = session.openCase();
        String name = open.map(OpenCase::name).filter(known -> !known.isEmpty()).orElse(TEXTS.get("title.unsaved"));
        String key = open.isEmpty() ? "title.none" : open.get().source().isReadOnly() ? "title.readOnly" : "title.case";
        getWindowConfigurer().setTitle(TEXTS.get(key, "name", name));
        status();
    }

    @Override
    public void importChanged() {
        status();
    }

    @Override
    public void answersChanged() {
        status();
    }

    /** Brings the page of what was chosen on top of the other pages. */
    private void bringForward(Focus focus) {
        IWorkbenchPage page = getWindowConfigurer().getWindow().getActivePage();
        boolean same = focus.chosen().equals(shown);
        shown = focus.chosen();
        if (same || page == null || focus.chosen() instanceof Chosen.Nothing || focus.chosen() instanceof Chosen.Moment) {
            return;
        }
        String view = focus.chosen() instanceof Chosen.Shown ? SignInPerspective.CERTIFICATE : DetailView.ID;
        try {
            page.showView(view, null, IWorkbenchPage.VIEW_VISIBLE);
        } catch (PartInitException e) {
            session.notices().add(e.getMessage());
        }
    }

    private void status() {
        IStatusLineManager line = getWindowConfigurer().getActionBarConfigurer().getStatusLineManager();
        Optional<CaseAnswers.Stage> stage = session.answers().pending();
        String words = session.importing().map(state -> TEXTS.get("status.importing", "percent", Math.round(state.share() * 100), "records",
                state.records())).or(() -> stage.map(busy -> TEXTS.get("status." + busy.name()))).orElse("");
        line.setMessage(words);
    }
}
