package org.traceweave.ui.certificates.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;

/** Keeps a choice in a bar as wide as its longest item, or as the bar where that has no more room: what lies beyond an edge cannot be read. */
final class RoomyCombo {

    private static final int LEAST = 160;
    private static final int MARGINS = 16;

    private RoomyCombo() {
    }

    /**
     * Does so from now on, at every change of size.
     *
     * @param pane that is to be laid out anew
     * @param combo in a bar with a row layout
     * @return to be run when the items have changed
     */
    static Runnable in(Composite pane, Combo combo) {
        Runnable fit = () -> {
            int width = Math.max(LEAST, Math.min(combo.computeSize(SWT.DEFAULT, SWT.DEFAULT).x, pane.getClientArea().width - MARGINS));
            if (!(combo.getLayoutData() instanceof RowData data) || data.width != width) {
                combo.setLayoutData(new RowData(width, SWT.DEFAULT));
                pane.layout(true, true);
            }
        };
        pane.addListener(SWT.Resize, event -> fit.run());
        return fit;
    }
}
