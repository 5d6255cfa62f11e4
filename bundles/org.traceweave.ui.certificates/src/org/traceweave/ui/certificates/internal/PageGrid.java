package org.traceweave.ui.certificates.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageView;
import org.traceweave.ui.Theming;

/** A table of pages of text, each row as high as its highest cell needs it at the width there is. UI thread only. */
final class PageGrid {

    private static final int GAP = 1;
    private static final int LEAST_CELL = 160;
    private static final int DASH_WIDTH = 2;

    private final Theming theming;
    private final Consumer<Object> follow;
    private final Consumer<IMenuManager> menu;
    private final ScrolledComposite scrolled;
    private final Composite grid;
    private final List<StyledText[]> rows = new ArrayList<>();
    private int[] shares = {};

    /** Makes a grid in a parent. */
    @FunctionalInterface
    interface Maker {
        PageGrid make(Composite parent);
    }

    PageGrid(Composite parent, Theming theming, Consumer<Object> follow, Consumer<IMenuManager> menu) {
        this.theming = theming;
        this.follow = follow;
        this.menu = menu;
        scrolled = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        grid = new Composite(scrolled, SWT.NONE);
        scrolled.setContent(grid);
        scrolled.addListener(SWT.Resize, event -> arrange());
        Runnable recolour = this::recolour;
        theming.addListener(recolour);
        scrolled.addDisposeListener(event -> theming.removeListener(recolour));
        recolour();
    }

    Control control() {
        return scrolled;
    }

    String text(int row, int column) {
        return rows.get(row)[column].getText();
    }

    int rows() {
        return rows.size();
    }

    private void recolour() {
        if (!grid.isDisposed()) {
            grid.setBackground(theming.palette().line());
            scrolled.setBackground(theming.palette().background());
        }
    }

    /**
     * Takes all rows away.
     *
     * @param newShares of the columns in the width, in percent
     */
    void begin(int... newShares) {
        shares = newShares.clone();
        grid.setRedraw(false);
        for (Control child : grid.getChildren()) {
            child.dispose();
        }
        rows.clear();
    }

    void row(PageText... cells) {
        StyledText[] made = new StyledText[shares.length];
        for (int column = 0; column < shares.length; column++) {
            PageView view = new PageView(grid, theming);
            view.onLink(follow);
            view.show(cells[column]);
            PageMenu.on(view.control(), menu);
            view.control().getVerticalBar().setVisible(false);
            // a cell has all its lines on screen: the wheel is for the table
            view.control().addListener(SWT.MouseVerticalWheel, this::wheel);
            made[column] = view.control();
        }
        rows.add(made);
    }

    /** A row of something that is not there, with a dashed border. */
    void gap(PageText... cells) {
        row(cells);
        for (StyledText cell : rows.getLast()) {
            cell.addListener(SWT.Paint, event -> {
                event.gc.setForeground(theming.palette().warning());
                event.gc.setLineStyle(SWT.LINE_DASH);
                event.gc.setLineWidth(DASH_WIDTH);
                int bottom = cell.getSize().y - 1;
                event.gc.drawLine(0, 1, cell.getSize().x, 1);
                event.gc.drawLine(0, bottom, cell.getSize().x, bottom);
            });
        }
    }

    private void wheel(Event event) {
        event.doit = false;
        scrolled.setOrigin(scrolled.getOrigin().x, scrolled.getOrigin().y - event.count * grid.getDisplay().getSystemFont().getFontData()[0].getHeight());
    }

    /** Lays out what was added. */
    void end() {
        arrange();
        grid.setRedraw(true);
    }

    private void arrange() {
        int least = LEAST_CELL * shares.length;
        int width = Math.max(least, scrolled.getClientArea().width);
        int y = 0;
        for (StyledText[] row : rows) {
            int height = 0;
            for (int column = 0; column < row.length; column++) {
                height = Math.max(height, heightOf(row[column], width * shares[column] / 100 - GAP));
            }
            int x = 0;
            for (int column = 0; column < row.length; column++) {
                int cell = column == row.length - 1 ? width - x : width * shares[column] / 100;
                row[column].setBounds(x, y, cell - GAP, height);
                x += cell;
            }
            y += height + GAP;
        }
        scrolled.setMinSize(scrolled.getClientArea().width < least ? least : 0, y);
    }

    /** A page ends with the end of a line, below which nothing stands. */
    private static int heightOf(StyledText cell, int width) {
        int height = cell.computeSize(width, SWT.DEFAULT).y;
        return cell.getText().endsWith("\n") ? height - cell.getLineHeight() : height;
    }
}
