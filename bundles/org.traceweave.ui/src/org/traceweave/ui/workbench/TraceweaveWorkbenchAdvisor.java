package org.traceweave.ui.workbench;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** How the workbench starts: which perspective it shows, and the case or sources that it opens with. */
public final class TraceweaveWorkbenchAdvisor extends WorkbenchAdvisor {

    /** The perspective of a case. */
    public static final String PERSPECTIVE = "org.traceweave.ui.perspective";

    private final List<Path> opened;

    /** A workbench that opens with one case folder, with sources, or (empty) with nothing. */
    public TraceweaveWorkbenchAdvisor(List<Path> opened) {
        this.opened = List.copyOf(opened);
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return PERSPECTIVE;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        configurer.setSaveAndRestore(true);
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new WorkbenchWindowAdvisor(configurer) {
            @Override
            public void preWindowOpen() {
                getWindowConfigurer().setTitle(opened.isEmpty() ? "Traceweave" : "Traceweave: " + opened.getFirst().getFileName());
                getWindowConfigurer().setInitialSize(new Point(1400, 900));
            }
        };
    }
}
