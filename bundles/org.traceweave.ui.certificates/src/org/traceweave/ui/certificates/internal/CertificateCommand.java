package org.traceweave.ui.certificates.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.jspecify.annotations.Nullable;
import org.traceweave.ui.CaseSession;
import org.traceweave.ui.Texts;
import org.traceweave.ui.WindowCommand;

/**
 * Opens certificates from the clipboard, from files, from the text that is selected, or from a live endpoint, and the trust lists. Which one is
 * written behind the class name in {@code plugin.xml}.
 */
public final class CertificateCommand extends WindowCommand {

    private static final Texts TEXTS = new Texts(CertificateCommand.class);

    @Override
    protected void execute(String command, IWorkbenchWindow window) {
        // showing the view moves the focus away from what is selected
        String selected = selected(window.getShell().getDisplay().getFocusControl());
        try {
            if (window.getActivePage() != null && window.getActivePage().showView(CertificateView.ID) instanceof CertificateView view) {
                switch (command) {
                    case "clipboard" -> clipboard(window, view);
                    case "file" -> file(window, view);
                    case "probe" -> new ProbeDialog(window.getShell(), CaseSession.of(window), view::open).open();
                    case "trust" -> view.trustLists();
                    case "selection" -> view.open(OpenedCertificates.ofText(TEXTS.get("opened.selection"), selected.getBytes(StandardCharsets.UTF_8)));
                    default -> throw new IllegalStateException("no such command: " + command);
                }
            }
        } catch (PartInitException e) {
            CaseSession.of(window).notices().add(e.getMessage());
        }
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
        List<Path> files = chooseFiles(window.getShell(), TEXTS.get("open.title"));
        if (!files.isEmpty()) {
            view.openFiles(files);
        }
    }
}
