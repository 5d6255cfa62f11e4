package org.traceweave.ui;

import java.util.function.Consumer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.jspecify.annotations.Nullable;

/**
 * A view of the window's case. It is made once, told of everything that happens to the case, and moved by every choice. All calls come on
 * the UI thread.
 */
public abstract class CaseView extends ViewPart implements CaseSessionListener {

    private @Nullable CaseSession session;
    private @Nullable ViewWork work;

    @Override
    public final void createPartControl(Composite parent) {
        CaseSession found = CaseSession.of(getSite());
        session = found;
        work = new ViewWork(getSite().getRegisteredName(), parent.getDisplay());
        createContent(parent);
        Consumer<Focus> focus = this::focusChanged;
        Runnable times = this::timesChanged;
        found.addListener(this);
        found.selection().addListener(focus);
        found.time().addListener(times);
        parent.addDisposeListener(event -> {
            found.removeListener(this);
            found.selection().removeListener(focus);
            found.time().removeListener(times);
            work().close();
        });
        caseChanged();
        answersChanged();
        focusChanged(found.selection().focus());
    }

    /** Makes the view's controls. Session and work are there already; after this the view is told of case, answers and focus. */
    protected abstract void createContent(Composite parent);

    /** Something was chosen, here or elsewhere. Must not choose in its turn. */
    protected void focusChanged(Focus focus) {
    }

    /** Times are written in another zone from now on. */
    protected void timesChanged() {
    }

    public final CaseSession session() {
        if (session == null) {
            throw new IllegalStateException("the view is not made yet");
        }
        return session;
    }

    /** The view's background thread. */
    protected final ViewWork work() {
        if (work == null) {
            throw new IllegalStateException("the view is not made yet");
        }
        return work;
    }
}
