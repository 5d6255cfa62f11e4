package org.traceweave.ui.internal.workbench;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.traceweave.ui.CaseSession;
import org.traceweave.ui.Texts;

/** Asks, before a case without a name would be lost, whether and where to keep it. */
public final class CaseClosing {

    private static final Texts TEXTS = new Texts(CaseClosing.class);
    private static final int SAVE = 0;
    private static final int DISCARD = 1;

    private CaseClosing() {
    }

    /** Does {@code next} once the open case may go: at once, or after it was saved, or never. */
    public static void thenDo(CaseSession session, Shell shell, Runnable next) {
        if (!wouldLose(session)) {
            next.run();
            return;
        }
        int answer = MessageDialog.open(MessageDialog.QUESTION, shell, TEXTS.get("closing.title"), TEXTS.get("closing.question"), SWT.SHEET,
                TEXTS.get("closing.save"), TEXTS.get("closing.discard"), TEXTS.get("closing.cancel"));
        if (answer == SAVE) {
            askFolder(shell, TEXTS.get("save.title")).ifPresent(folder -> session.saveAs(folder, next));
        } else if (answer == DISCARD) {
            session.closeCase();
            next.run();
        }
    }

    /** Whether the open case is unsaved and holds something. */
    public static boolean wouldLose(CaseSession session) {
        return session.openCase().filter(open -> open.source().isTemporary() && !open.source().sources().isEmpty()).isPresent();
    }

    /** Where a case is to be kept; the name ends in {@code .case}. */
    static Optional<Path> askFolder(Shell shell, String title) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE | SWT.SHEET);
        dialog.setText(title);
        dialog.setFileName(TEXTS.get("save.name") + ".case");
        String chosen = dialog.open();
        if (chosen == null) {
            return Optional.empty();
        }
        return Optional.of(Path.of(chosen.endsWith(".case") ? chosen : chosen + ".case"));
    }
}
