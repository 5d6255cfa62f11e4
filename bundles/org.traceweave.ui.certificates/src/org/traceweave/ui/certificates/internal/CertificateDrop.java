package org.traceweave.ui.certificates.internal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Composite;

/** Takes files that are dropped on the certificate view, which are opened for the certificates in them and not imported into the case. */
final class CertificateDrop extends DropTargetAdapter {

    private final Consumer<List<Path>> take;

    private CertificateDrop(Consumer<List<Path>> take) {
        this.take = take;
    }

    static void on(Composite control, Consumer<List<Path>> take) {
        DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_LINK | DND.DROP_MOVE | DND.DROP_DEFAULT);
        target.setTransfer(FileTransfer.getInstance());
        target.addDropListener(new CertificateDrop(take));
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
            take.accept(Arrays.stream(names).map(Path::of).toList());
        }
    }
}
