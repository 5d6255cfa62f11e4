package org.traceweave.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.traceweave.analysis.Engine;
import org.traceweave.app.internal.Contributions;
import org.traceweave.app.internal.WorkspaceChoice;
import org.traceweave.ui.TraceweaveWorkbenchAdvisor;

/** The product with its window. The arguments are a case, or sources to open. */
public final class WorkbenchApplication implements IApplication {

    /** The platform's option whose value follows it: {@code -cssTheme org.eclipse.e4.ui.css.theme.e4_dark}. */
    private static final String THEME = "-cssTheme";

    @Override
    public Object start(IApplicationContext context) throws IOException {
        Display.setAppName("Traceweave");
        Display display = PlatformUI.createDisplay();
        try {
            WorkspaceChoice.settle();
            Engine engine = new Contributions(RegistryFactory.getRegistry()).engine();
            int end = PlatformUI.createAndRunWorkbench(display, new TraceweaveWorkbenchAdvisor(engine, pathsToOpen(context)));
            return end == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            display.dispose();
        }
    }

    /** The arguments that are not the platform's own options. */
    private static List<Path> pathsToOpen(IApplicationContext context) {
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (!arguments[i].startsWith("-")) {
                paths.add(Path.of(arguments[i]).toAbsolutePath());
            } else if (arguments[i].equals(THEME)) {
                i++;
            }
        }
        return paths;
    }

    @Override
    public void stop() {
        if (!PlatformUI.isWorkbenchRunning()) {
            return;
        }
        IWorkbench workbench = PlatformUI.getWorkbench();
        workbench.getDisplay().syncExec(workbench::close);
    }
}
