package org.traceweave.ui.certificates.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.traceweave.ui.CaseSession;
import org.traceweave.ui.Texts;

/**
 * Opens certificates from the clipboard, from files, from the text that is selected, or from a live endpoint, and the trust lists. Which one is
 * written behind the class name in {@code plugin.xml}.
 */
public final class CertificateCommand extends AbstractHandler implements IExecutableExtension {

    private static final Texts TEXTS = new Texts(CertificateCommand.class);

    private String verb = "";

    @Override
    public void setInitializationData(IConfigurationElement config, String propertyName, @Nullable Object data) {
        verb = String.valueOf(data);
    }

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window == null) {
            return null;
        }
        // showing the view moves the focus away from what is selected
        String selected = selected(window.getShell().getDisplay().getFocusControl());
        try {
            if (window.getActivePage() != null && window.getActivePage().showView(CertificateView.ID) instanceof CertificateView view) {
                switch (verb) {
                    case "clipboard" -> clipboard(window, view);
                    case "file" -> file(window, view);
                    case "probe" -> new ProbeDialog(window.getShell(), CaseSession.of(window), view::open).open();
                    case "trust" -> view.trustLists();
                    case "selection" -> view.open(OpenedCertificates.ofText(TEXTS.get("opened.selection"), selected.getBytes(StandardCharsets.UTF_8)));
                    default -> throw new IllegalStateException("no such command: " + verb);
                }
            }
        } catch (PartInitException e) {
            CaseSession.of(window).notices().add(e.getMessage());
        }
        return null;
    }

    private static String selected(@Nullable Control control) {
        return switch (control) {
            case StyledText text -> text.getSelectionCount() > 0 ? text.getSelectionText() : text.getText();
            case Text text -> text.getSelectionCount() > 0 ? text.getSelectionText() : text.getText();
            case null, default -> "";
        };
    }

    /** Text, or files that were copied in the file manager. */
    private static void clipboard(IWorkbenchWindow window, CertificateView view) {
        Clipboard clipboard = new Clipboard(window.getShell().getDisplay());
        try {
            if (clipboard.getContents(TextTransfer.getInstance()) instanceof String text) {
                view.open(OpenedCertificates.ofText(TEXTS.get("opened.clipboard"), text.getBytes(StandardCharsets.UTF_8)));
            } else if (clipboard.getContents(FileTransfer.getInstance()) instanceof String[] names) {
                view.openFiles(Arrays.stream(names).map(Path::of).toList());
            } else {
                view.open(new OpenedCertificates(TEXTS.get("opened.clipboard"),
                        List.of(new OpenedCertificates.Unread(TEXTS.get("opened.clipboard.empty"), ""))));
            }
        } finally {
            clipboard.dispose();
        }
    }

    private static void file(IWorkbenchWindow window, CertificateView view) {
        FileDialog dialog = new FileDialog(window.getShell(), SWT.OPEN | SWT.MULTI | SWT.SHEET);
        dialog.setText(TEXTS.get("open.title"));
        if (dialog.open() != null) {
            List<Path> files = new ArrayList<>();
            for (String name : dialog.getFileNames()) {
                files.add(Path.of(dialog.getFilterPath(), name));
            }
            view.openFiles(files);
        }
    }
}
