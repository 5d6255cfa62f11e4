package org.traceweave.ui;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;

/**
 * Commands of a window that one class carries out. Which one is written behind the class name in {@code plugin.xml}, after a colon. UI thread only.
 */
public abstract class WindowCommand extends AbstractHandler implements IExecutableExtension {

    private String verb = "";

    @Override
    public final void setInitializationData(IConfigurationElement config, String propertyName, @Nullable Object data) {
        verb = String.valueOf(data);
    }

    @Override
    public final @Nullable Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window != null) {
            execute(verb, window);
        }
        return null;
    }

    /**
     * Carries out a command.
     *
     * @throws IllegalStateException if there is none of that name
     */
    protected abstract void execute(String command, IWorkbenchWindow window);

    /** Asks for files; none if the person changed their mind. */
    protected static List<Path> chooseFiles(Shell shell, String title) {
        FileDialog dialog = new FileDialog(shell, SWT.OPEN | SWT.MULTI | SWT.SHEET);
        dialog.setText(title);
        return dialog.open() == null ? List.of() : Arrays.stream(dialog.getFileNames()).map(name -> Path.of(dialog.getFilterPath(), name)).toList();
    }
}
