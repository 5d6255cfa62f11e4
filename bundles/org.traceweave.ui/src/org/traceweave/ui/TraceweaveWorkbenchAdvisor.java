package org.traceweave.ui;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.traceweave.analysis.Engine;
import org.traceweave.ui.internal.workbench.CaseClosing;
import org.traceweave.ui.internal.workbench.CaseWindow;
import org.traceweave.ui.internal.workbench.SignInPerspective;

/** How the workbench starts: which readers and diagnostics it works with, and the case or sources that it opens with. */
public final class TraceweaveWorkbenchAdvisor extends WorkbenchAdvisor {

    private final Engine engine;
    private List<Path> toOpen;

    /** A workbench that opens with one case folder, with sources, or (empty) with nothing. */
    public TraceweaveWorkbenchAdvisor(Engine engine, List<Path> toOpen) {
        this.engine = engine;
        this.toOpen = List.copyOf(toOpen);
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return SignInPerspective.ID;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        super.initialize(configurer);
        configurer.setSaveAndRestore(true);
    }

    /** No case is lost by leaving: while one has no name, its user is asked first, and leaving goes on from there. */
    @Override
    public boolean preShutdown() {
        IWorkbench workbench = getWorkbenchConfigurer().getWorkbench();
        for (IWorkbenchWindow window : workbench.getWorkbenchWindows()) {
            CaseSession session = CaseSession.of(window);
            if (CaseClosing.wouldLose(session)) {
                CaseClosing.thenDo(session, window.getShell(), workbench::close);
                return false;
            }
        }
        return true;
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        List<Path> first = toOpen;
        toOpen = List.of();
        return new CaseWindow(configurer, engine, first);
    }
}
