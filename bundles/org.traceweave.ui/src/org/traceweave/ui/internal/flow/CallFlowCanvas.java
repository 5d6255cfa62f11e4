package org.traceweave.ui.internal.flow;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;
import org.jspecify.annotations.Nullable;
import org.traceweave.charts.CallFlowPicture;
import org.traceweave.charts.CallFlowRow;
import org.traceweave.ui.DrawnImage;

/**
 * Shows the drawn call flow and turns mouse and keys into moves on it: a click chooses a row or unfolds it, a double click on a certificate goes
 * to it, the wheel scrolls, up and down go from row to row, right and left unfold and fold, Enter chooses. UI thread only.
 */
final class CallFlowCanvas {

    /** What the canvas asks of its view. */
    interface Moves {

        void scroll(int x, int y);

        void choose(CallFlowRow row);

        /** Goes to what a row is about, beyond its bytes: a certificate. */
        void open(CallFlowRow row);

        void fold(CallFlowRow row, boolean unfolded);

        /** Goes to the row that many rows away from the one that is chosen. */
        void step(int rows);

        String hint(CallFlowRow row);

        void copy();
    }

    private static final int WHEEL = 48;
    private static final int PAGE = 10;

    private final Canvas canvas;
    private final Moves moves;
    private @Nullable Image image;
    private @Nullable CallFlowPicture picture;

    CallFlowCanvas(Composite parent, Moves moves) {
        this.moves = moves;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.V_SCROLL | SWT.H_SCROLL);
        canvas.setScrollbarsMode(SWT.NONE);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
        canvas.addListener(SWT.MouseHorizontalWheel, event -> withPicture(shown -> moves.scroll(shown.frame().scrollX() - event.count * WHEEL / 3,
                shown.frame().scrollY())));
        canvas.addListener(SWT.MouseDown, this::pressed);
        canvas.addListener(SWT.MouseDoubleClick, event -> withPicture(shown -> shown.rowAt(event.y).ifPresent(moves::open)));
        canvas.addListener(SWT.MouseMove, this::hover);
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        canvas.addListener(SWT.Dispose, event -> forgetImage());
        for (ScrollBar bar : new ScrollBar[] {canvas.getVerticalBar(), canvas.getHorizontalBar()}) {
            bar.setVisible(false);
            bar.addListener(SWT.Selection, event -> moves.scroll(selected(canvas.getHorizontalBar()), selected(canvas.getVerticalBar())));
        }
    }

    private static int selected(ScrollBar bar) {
        return bar.getVisible() ? bar.getSelection() : 0;
    }

    Canvas control() {
        return canvas;
    }

    Optional<CallFlowPicture> picture() {
        return Optional.ofNullable(picture);
    }

    void show(CallFlowPicture newPicture) {
        if (canvas.isDisposed()) {
            return;
        }
        forgetImage();
        picture = newPicture;
        image = DrawnImage.of(canvas.getDisplay(), newPicture.image(), newPicture.frame().scale(), newPicture.frame().width(), newPicture.frame()
                .height());
        bar(canvas.getVerticalBar(), newPicture.frame().scrollY(), newPicture.mostScrollY(), newPicture.frame().height() - newPicture.headHeight());
        bar(canvas.getHorizontalBar(), newPicture.frame().scrollX(), newPicture.mostScrollX(), newPicture.frame().width());
        canvas.redraw();
    }

    private static void bar(ScrollBar bar, int at, int most, int seen) {
        int thumb = Math.max(1, seen);
        if (most > 0) {
            bar.setValues(Math.min(at, most), 0, thumb + most, thumb, WHEEL / 2, Math.max(WHEEL, thumb - WHEEL));
        }
        if (bar.getVisible() != most > 0) {
            bar.setVisible(most > 0);
        }
    }

    void clear() {
        forgetImage();
        picture = null;
        canvas.setToolTipText(null);
    }

    private void forgetImage() {
        if (image != null) {
            image.dispose();
            image = null;
        }
    }

    private void withPicture(Consumer<CallFlowPicture> action) {
        if (picture != null) {
            action.accept(picture);
        }
    }

    private void paint(GC gc) {
        Rectangle area = canvas.getClientArea();
        Rectangle size = image == null ? new Rectangle(0, 0, 0, 0) : image.getBounds();
        if (size.width < area.width || size.height < area.height) {
            gc.setBackground(canvas.getBackground());
            gc.fillRectangle(area);
        }
        if (image != null) {
            gc.drawImage(image, 0, 0);
        }
        if (canvas.isFocusControl() && area.width > 2 && area.height > 2) {
            gc.drawFocus(0, 0, area.width, area.height);
        }
    }

    private void wheel(Event event) {
        event.doit = false;
        withPicture(shown -> {
            int by = event.count * WHEEL / 3;
            boolean across = (event.stateMask & SWT.SHIFT) != 0;
            moves.scroll(shown.frame().scrollX() - (across ? by : 0), shown.frame().scrollY() - (across ? 0 : by));
        });
    }

    private void pressed(Event event) {
        canvas.setFocus();
        if (event.button != 1) {
            return;
        }
        withPicture(shown -> shown.rowAt(event.y).ifPresent(row -> {
            if (shown.isFold(row, event.x)) {
                moves.fold(row, !row.unfolded());
            } else {
                moves.choose(row);
            }
        }));
    }

    private void hover(Event event) {
        Optional<CallFlowRow> row = picture == null ? Optional.empty() : picture.rowAt(event.y);
        String hint = row.map(moves::hint).orElse("");
        if (!hint.equals(canvas.getToolTipText() == null ? "" : canvas.getToolTipText())) {
            // an ampersand in a name is none of a mnemonic
            canvas.setToolTipText(hint.isEmpty() ? null : hint.replace("&", "&&"));
        }
        boolean link = row.isPresent() && (row.get().evidence().isPresent() || picture != null && picture.isFold(row.get(), event.x));
        canvas.setCursor(link ? canvas.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
    }

    private void key(Event event) {
        if (event.stateMask == SWT.MOD1 && Character.toLowerCase(event.keyCode) == 'c') {
            moves.copy();
            return;
        }
        switch (event.keyCode) {
            case SWT.ARROW_UP -> moves.step(-1);
            case SWT.ARROW_DOWN -> moves.step(1);
            case SWT.PAGE_UP -> moves.step(-PAGE);
            case SWT.PAGE_DOWN -> moves.step(PAGE);
            case SWT.HOME -> moves.step(Integer.MIN_VALUE);
            case SWT.END -> moves.step(Integer.MAX_VALUE);
            case SWT.ARROW_RIGHT -> withChosen(row -> moves.fold(row, true));
            case SWT.ARROW_LEFT -> withChosen(row -> moves.fold(row, false));
            case SWT.CR, SWT.KEYPAD_CR, ' ' -> withChosen(moves::choose);
            default -> { }
        }
    }

    private void withChosen(Consumer<CallFlowRow> action) {
        withPicture(shown -> shown.frame().chosen().flatMap(shown::row).ifPresent(action));
    }
}
