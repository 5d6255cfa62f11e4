package org.traceweave.ui.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.traceweave.samples.SampleCase;
import org.traceweave.samples.Stories;
import org.traceweave.ui.CaseSession;
import org.traceweave.ui.CaseView;
import org.traceweave.ui.internal.workbench.FileDrop;

/** What tests do in the window as a user does: drop files, click rows, look at views. */
final class CaseInWorkbench {

    private static final long SMALL = 3L << 20;

    private CaseInWorkbench() {
    }

    /** A small case of the default story: a room system that refuses a SHA-1 certificate. */
    static Path sample(Path folder) throws IOException {
        Path sources = folder.resolve("sample");
        SampleCase.write(sources, Stories.first(), SMALL, SampleCase.DEFAULT_SEED, false);
        return sources;
    }

    static CaseSession session() {
        return RunningWorkbench.inUi(() -> CaseSession.of(RunningWorkbench.window()));
    }

    /** A view, opened if need be. */
    static <V extends CaseView> V view(String id, Class<V> type) {
        return RunningWorkbench.inUi(() -> {
            try {
                IViewPart part = RunningWorkbench.window().getActivePage().showView(id);
                return type.cast(part);
            } catch (PartInitException e) {
                throw new IllegalStateException("there is no view " + id, e);
            }
        });
    }

    static void drop(Path... paths) {
        RunningWorkbench.display().syncExec(() -> {
            DropTarget target = (DropTarget) RunningWorkbench.window().getShell().getData(DND.DROP_TARGET_KEY);
            FileDrop drop = (FileDrop) target.getDropListeners()[0];
            drop.take(List.of(paths));
        });
    }

    static void waitUntilAnalysed() {
        CaseSession session = session();
        UiWait.until("the import and the analysis", () -> session.openCase().isPresent() && session.importing().isEmpty()
                && session.answers().pending().isEmpty() && !session.answers().findings().isEmpty());
    }

    static void closeCase() {
        CaseSession session = session();
        RunningWorkbench.display().syncExec(session::closeCase);
    }

    /** Clicks a row that is on screen. */
    static void click(Table table, int item) {
        RunningWorkbench.display().syncExec(() -> {
            Event event = new Event();
            event.item = table.getItem(item);
            table.setSelection(item);
            table.notifyListeners(SWT.Selection, event);
        });
    }

    /** The control a view made under a name. */
    static Control control(String id) {
        return RunningWorkbench.inUi(() -> find(RunningWorkbench.window().getShell(), id).orElseThrow());
    }

    private static Optional<Control> find(Control control, String id) {
        if (id.equals(control.getData("id"))) {
            return Optional.of(control);
        }
        if (control instanceof Composite composite) {
            return Arrays.stream(composite.getChildren()).flatMap(child -> find(child, id).stream()).findFirst();
        }
        return Optional.empty();
    }
}
