package org.traceweave.ui.certificates.internal;

import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.traceweave.ui.ViewWork;

/** A dialog with a heading whose work runs behind it and ends with it. UI thread only. */
abstract class WorkDialog extends TitleAreaDialog {

    private static final int MARGIN = 10;

    private final String title;
    private final Point size;
    private final int columns;
    private final ViewWork work;

    /**
     * @param title of the window
     * @param size of the window when it opens
     * @param columns of the area that {@link #fill} fills
     */
    WorkDialog(Shell shell, String title, Point size, int columns) {
        super(shell);
        this.title = title;
        this.size = size;
        this.columns = columns;
        work = new ViewWork(title, shell.getDisplay());
        setHelpAvailable(false);
    }

    final ViewWork work() {
        return work;
    }

    @Override
    protected final void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
        shell.addDisposeListener(event -> work.close());
    }

    @Override
    protected final Point getInitialSize() {
        return size;
    }

    @Override
    protected final Control createDialogArea(Composite parent) {
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        GridLayout layout = new GridLayout(columns, false);
        layout.marginWidth = MARGIN;
        layout.marginHeight = MARGIN;
        area.setLayout(layout);
        fill(area);
        return area;
    }

    /** Makes the controls of the dialog. */
    abstract void fill(Composite area);
}
