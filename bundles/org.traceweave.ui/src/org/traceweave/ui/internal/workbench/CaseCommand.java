package org.traceweave.ui.internal.workbench;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.traceweave.ui.CaseSession;
import org.traceweave.ui.Texts;
import org.traceweave.ui.WindowCommand;
import org.traceweave.ui.internal.records.RecordsView;

/** Carries out the commands about the case of a window. Which one is written behind the class name in {@code plugin.xml}. */
public final class CaseCommand extends WindowCommand {

    private static final Texts TEXTS = new Texts(CaseCommand.class);

    @Override
    protected void execute(String command, IWorkbenchWindow window) {
        CaseSession session = CaseSession.of(window);
        Shell shell = window.getShell();
        switch (command) {
            case "new" -> CaseClosing.askFolder(shell, TEXTS.get("new.title"))
                    .ifPresent(folder -> CaseClosing.thenDo(session, shell, () -> session.create(folder)));
            case "open" -> openCase(session, shell);
            case "importFiles" -> importFiles(session, shell);
            case "importFolder" -> importFolder(session, shell);
            case "cancelImport" -> session.cancelImport();
            case "save" -> save(session, shell);
            case "close" -> CaseClosing.thenDo(session, shell, session::closeCase);
            case "sample" -> CaseClosing.thenDo(session, shell, () -> SampleOpening.open(session));
            case "toggleUtc" -> session.time().setUtc(!session.time().isUtc());
            case "find" -> find(window, session);
            default -> throw new IllegalStateException("no such command: " + command);
        }
    }

    private static void openCase(CaseSession session, Shell shell) {
        DirectoryDialog dialog = new DirectoryDialog(shell, SWT.SHEET);
        dialog.setText(TEXTS.get("open.title"));
        dialog.setMessage(TEXTS.get("open.message"));
        String chosen = dialog.open();
        if (chosen != null) {
            CaseClosing.thenDo(session, shell, () -> session.openFolder(Path.of(chosen), List.of()));
        }
    }

    private static void importFiles(CaseSession session, Shell shell) {
        List<Path> paths = chooseFiles(shell, TEXTS.get("import.title"));
        if (!paths.isEmpty()) {
            session.importSources(paths);
        }
    }

    private static void importFolder(CaseSession session, Shell shell) {
        DirectoryDialog dialog = new DirectoryDialog(shell, SWT.SHEET);
        dialog.setText(TEXTS.get("import.title"));
        String chosen = dialog.open();
        if (chosen != null) {
            session.importSources(List.of(Path.of(chosen)));
        }
    }

    private static void save(CaseSession session, Shell shell) {
        if (session.openCase().isEmpty()) {
            MessageDialog.openInformation(shell, TEXTS.get("save.title"), TEXTS.get("save.nothing"));
            return;
        }
        CaseClosing.askFolder(shell, TEXTS.get("save.title")).ifPresent(folder -> session.saveAs(folder, () -> { }));
    }

    private static void find(IWorkbenchWindow window, CaseSession session) {
        try {
            if (window.getActivePage() != null && window.getActivePage().showView(RecordsView.ID) instanceof RecordsView records) {
                records.focusQuery();
            }
        } catch (PartInitException e) {
            session.notices().add(e.getMessage());
        }
    }
}
