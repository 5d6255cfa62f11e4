package org.traceweave.ui.timeline.internal;

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
import org.traceweave.charts.TimelineHit;
import org.traceweave.charts.TimelinePicture;
import org.traceweave.model.TimeRange;

/**
 * Shows the drawn timeline and turns the mouse into moves on it: the wheel zooms at the mouse, with Shift it moves, over the titles it scrolls the
 * lanes; a drag moves, with Shift it chooses a span; a click chooses what lies there. Keys are for {@link TimelineKeys}. UI thread only.
 */
final class TimelineCanvas {

    /** What the canvas asks of its view. */
    interface Moves {

        void zoom(double factor, long centre);

        /** Moves by a part of the width. */
        void pan(double share);

        void scroll(int to);

        void chooseSpan(Optional<TimeRange> span);

        void choose(TimelineHit hit);

        /** What lies under the mouse now. */
        void hover(Optional<TimelineHit> hit);

        String hint(TimelineHit hit);
    }

    static final double ZOOM_STEP = 1.25;
    static final double PAN_STEP = 0.1;
    private static final int SCROLL_STEP = 28;
    private static final int CLICK_REACH = 3;
    private static final int SPAN_ALPHA = 60;

    private final Canvas canvas;
    private final Moves moves;
    private @Nullable Image image;
    private @Nullable TimelinePicture picture;
    private int pressedX = -1;
    private int draggedX;
    private int draggedY;
    private boolean choosing;
    private boolean dragged;

    TimelineCanvas(Composite parent, Moves moves) {
        this.moves = moves;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.V_SCROLL);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
        canvas.addListener(SWT.MouseHorizontalWheel, event -> moves.pan(-Integer.signum(event.count) * PAN_STEP));
        canvas.addListener(SWT.MouseDown, this::pressed);
        canvas.addListener(SWT.MouseMove, this::moved);
        canvas.addListener(SWT.MouseExit, event -> moves.hover(Optional.empty()));
        canvas.addListener(SWT.MouseUp, this::released);
        canvas.addListener(SWT.MouseDoubleClick, event -> withPicture(shown -> moves.zoom(1 / (ZOOM_STEP * ZOOM_STEP), shown.timeAt(event.x))));
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        canvas.addListener(SWT.Dispose, event -> forgetImage());
        // A bar that hides itself would hide that there are more lanes
        canvas.setScrollbarsMode(SWT.NONE);
        ScrollBar bar = canvas.getVerticalBar();
        bar.setVisible(false);
        bar.addListener(SWT.Selection, event -> moves.scroll(bar.getSelection()));
    }

    Canvas control() {
        return canvas;
    }

    Optional<TimelinePicture> picture() {
        return Optional.ofNullable(picture);
    }

    void show(TimelinePicture newPicture) {
        if (canvas.isDisposed()) {
            return;
        }
        forgetImage();
        picture = newPicture;
        image = TimelinePainter.image(canvas.getDisplay(), newPicture);
        showScroll(newPicture);
        canvas.redraw();
    }

    private void showScroll(TimelinePicture shown) {
        ScrollBar bar = canvas.getVerticalBar();
        int thumb = Math.max(1, (int) shown.lanes().getHeight());
        boolean needed = shown.mostScroll() > 0;
        if (needed) {
            bar.setValues(Math.min(shown.frame().scroll(), shown.mostScroll()), 0, thumb + shown.mostScroll(), thumb, SCROLL_STEP, thumb);
        }
        if (bar.getVisible() != needed) {
            bar.setVisible(needed);
        }
    }

    void clear() {
        forgetImage();
        picture = null;
        canvas.getVerticalBar().setVisible(false);
        canvas.redraw();
    }

    private void forgetImage() {
        if (image != null) {
            image.dispose();
            image = null;
        }
    }

    private void withPicture(Consumer<TimelinePicture> action) {
        if (picture != null) {
            action.accept(picture);
        }
    }

    private void paint(GC gc) {
        Rectangle area = canvas.getClientArea();
        if (image == null) {
            gc.setBackground(canvas.getBackground());
            gc.fillRectangle(area);
            return;
        }
        Rectangle size = image.getBounds();
        if (size.width < area.width || size.height < area.height) {
            gc.setBackground(canvas.getBackground());
            gc.fillRectangle(area);
        }
        gc.drawImage(image, 0, 0);
        if (choosing && picture != null) {
            int left = Math.min(pressedX, draggedX);
            int width = Math.abs(draggedX - pressedX);
            gc.setAlpha(SPAN_ALPHA);
            gc.setBackground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
            gc.fillRectangle(left, (int) picture.plot().getMinY(), width, (int) picture.plot().getHeight());
            gc.setAlpha(255);
        }
        if (canvas.isFocusControl() && area.width > 2 && area.height > 2) {
            gc.drawFocus(0, 0, area.width, area.height);
        }
    }

    private void wheel(Event event) {
        event.doit = false;
        withPicture(shown -> {
            if ((event.stateMask & SWT.SHIFT) != 0) {
                moves.pan(-Integer.signum(event.count) * PAN_STEP);
            } else if (event.x < shown.plot().getMinX()) {
                moves.scroll(shown.frame().scroll() - Integer.signum(event.count) * SCROLL_STEP);
            } else {
                moves.zoom(event.count > 0 ? 1 / ZOOM_STEP : ZOOM_STEP, shown.timeAt(event.x));
            }
        });
    }

    private void pressed(Event event) {
        canvas.setFocus();
        if (event.button == 1 && picture != null) {
            pressedX = event.x;
            draggedX = event.x;
            draggedY = event.y;
            dragged = false;
            choosing = (event.stateMask & SWT.SHIFT) != 0;
            canvas.setCapture(true);
        }
    }

    private void moved(Event event) {
        if (pressedX < 0) {
            hover(event);
            return;
        }
        dragged |= Math.abs(event.x - pressedX) > CLICK_REACH || Math.abs(event.y - draggedY) > CLICK_REACH;
        if (choosing) {
            draggedX = event.x;
            canvas.redraw();
        } else if (dragged && picture != null) {
            if (event.x != draggedX) {
                moves.pan((draggedX - event.x) / Math.max(1, picture.plot().getWidth()));
            }
            if (event.y != draggedY && picture.mostScroll() > 0) {
                moves.scroll(picture.frame().scroll() + draggedY - event.y);
            }
            draggedX = event.x;
            draggedY = event.y;
        }
    }

    private void hover(Event event) {
        Optional<TimelineHit> hit = picture == null ? Optional.empty() : picture.hitAt(event.x, event.y);
        String hint = hit.map(moves::hint).orElse("");
        if (!hint.equals(canvas.getToolTipText() == null ? "" : canvas.getToolTipText())) {
            // An ampersand in a name is none of a mnemonic
            canvas.setToolTipText(hint.isEmpty() ? null : hint.replace("&", "&&"));
        }
        moves.hover(hit);
    }

    private void released(Event event) {
        canvas.setCapture(false);
        if (event.button != 1 || pressedX < 0 || picture == null) {
            pressedX = -1;
            return;
        }
        TimelinePicture shown = picture;
        if (choosing && dragged) {
            long from = shown.timeAt(Math.min(pressedX, event.x));
            long to = shown.timeAt(Math.max(pressedX, event.x));
            moves.chooseSpan(to > from ? Optional.of(new TimeRange(from, to)) : Optional.empty());
        } else if (!dragged) {
            shown.hitAt(event.x, event.y).ifPresent(moves::choose);
        }
        pressedX = -1;
        choosing = false;
        canvas.redraw();
    }
}
