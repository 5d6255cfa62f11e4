package org.traceweave.ui.internal.workbench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Shell;
import org.traceweave.ui.CaseSession;

/** Takes files and folders that are dropped on the window. */
public final class FileDrop extends DropTargetAdapter {

    private final CaseSession session;
    private final Shell shell;

    private FileDrop(CaseSession session, Shell shell) {
        this.session = session;
        this.shell = shell;
    }

    /** Lets files be dropped anywhere on {@code shell}. */
    public static void on(Shell shell, CaseSession session) {
        DropTarget target = new DropTarget(shell, DND.DROP_COPY | DND.DROP_LINK | DND.DROP_MOVE | DND.DROP_DEFAULT);
        target.setTransfer(FileTransfer.getInstance());
        target.addDropListener(new FileDrop(session, shell));
    }

    @Override
    public void dragEnter(DropTargetEvent event) {
        boolean files = Arrays.stream(event.dataTypes).anyMatch(FileTransfer.getInstance()::isSupportedType);
        event.detail = files ? DND.DROP_COPY : DND.DROP_NONE;
    }

    @Override
    public void dragOperationChanged(DropTargetEvent event) {
        dragEnter(event);
    }

    @Override
    public void drop(DropTargetEvent event) {
        if (event.data instanceof String[] names) {
            take(Arrays.stream(names).map(Path::of).toList());
        }
    }

    /** Opens or imports what was dropped. */
    public void take(List<Path> paths) {
        boolean opensAnother = paths.stream().anyMatch(path -> path.toString().endsWith(".case"));
        if (opensAnother) {
            CaseClosing.thenDo(session, shell, () -> session.open(paths));
        } else {
            session.open(paths);
        }
    }
}
