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
import org.jspecify.annotations.Nullable;
import org.traceweave.charts.TimelineHit;
import org.traceweave.charts.TimelinePicture;
import org.traceweave.model.TimeRange;

/**
 * Shows the drawn timeline and turns mouse and keys into moves on it: the wheel zooms at the mouse, a drag moves, a drag with Shift chooses a
 * span, a click chooses what lies there. Keys: arrows move, + and - zoom, Home or F fits all, Escape drops the chosen span. UI thread only.
 */
final class TimelineCanvas {

    /** What the canvas asks of its view. */
    interface Moves {

        void zoom(double factor, long centre);

        void pan(long by);

        void fit();

        void chooseSpan(Optional<TimeRange> span);

        void choose(TimelineHit hit);

        String hint(TimelineHit hit);
    }

    private static final double ZOOM_STEP = 1.25;
    private static final int CLICK_REACH = 3;

    private final Canvas canvas;
    private final Moves moves;
    private @Nullable Image image;
    private @Nullable TimelinePicture picture;
    private int pressedX = -1;
    private int draggedX;
    private boolean choosing;
    private boolean dragged;

    TimelineCanvas(Composite parent, Moves moves) {
        this.moves = moves;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
        canvas.addListener(SWT.MouseHorizontalWheel, event -> withPicture(shown -> moves.pan(step(shown) * -Integer.signum(event.count))));
        canvas.addListener(SWT.MouseDown, this::pressed);
        canvas.addListener(SWT.MouseMove, this::moved);
        canvas.addListener(SWT.MouseUp, this::released);
        canvas.addListener(SWT.MouseDoubleClick, event -> withPicture(shown -> moves.zoom(1 / (ZOOM_STEP * ZOOM_STEP), shown.timeAt(event.x))));
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.Dispose, event -> forgetImage());
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
        canvas.redraw();
    }

    void clear() {
        forgetImage();
        picture = null;
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
            gc.setAlpha(60);
            gc.setBackground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
            gc.fillRectangle(left, (int) picture.plot().getMinY(), width, (int) picture.plot().getHeight());
            gc.setAlpha(255);
        }
    }

    private void wheel(Event event) {
        event.doit = false;
        withPicture(shown -> {
            if ((event.stateMask & SWT.SHIFT) != 0) {
                moves.pan(-Integer.signum(event.count) * step(shown));
            } else {
                moves.zoom(event.count > 0 ? 1 / ZOOM_STEP : ZOOM_STEP, shown.timeAt(event.x));
            }
        });
    }

    private static long step(TimelinePicture shown) {
        return shown.frame().visible().length() / 10;
    }

    private void pressed(Event event) {
        canvas.setFocus();
        if (event.button == 1 && picture != null) {
            pressedX = event.x;
            draggedX = event.x;
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
        dragged |= Math.abs(event.x - pressedX) > CLICK_REACH;
        if (choosing) {
            draggedX = event.x;
            canvas.redraw();
        } else if (dragged && picture != null) {
            double perPixel = picture.frame().visible().length() / Math.max(1, picture.plot().getWidth());
            moves.pan((long) ((draggedX - event.x) * perPixel));
            draggedX = event.x;
        }
    }

    private void hover(Event event) {
        String hint = picture == null ? "" : picture.hitAt(event.x, event.y).map(moves::hint).orElse("");
        if (!hint.equals(canvas.getToolTipText() == null ? "" : canvas.getToolTipText())) {
            canvas.setToolTipText(hint.isEmpty() ? null : hint);
        }
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

    private void key(Event event) {
        withPicture(shown -> {
            TimeRange visible = shown.frame().visible();
            long centre = shown.frame().cursor().isPresent() && visible.contains(shown.frame().cursor().getAsLong())
                    ? shown.frame().cursor().getAsLong() : visible.from() + visible.length() / 2;
            switch (event.keyCode) {
                case SWT.ARROW_LEFT -> moves.pan(-step(shown));
                case SWT.ARROW_RIGHT -> moves.pan(step(shown));
                case SWT.ARROW_UP, SWT.KEYPAD_ADD, '+', '=' -> moves.zoom(1 / ZOOM_STEP, centre);
                case SWT.ARROW_DOWN, SWT.KEYPAD_SUBTRACT, '-' -> moves.zoom(ZOOM_STEP, centre);
                case SWT.HOME, 'f', '0' -> moves.fit();
                case SWT.ESC -> moves.chooseSpan(Optional.empty());
                default -> { }
            }
        });
    }
}
