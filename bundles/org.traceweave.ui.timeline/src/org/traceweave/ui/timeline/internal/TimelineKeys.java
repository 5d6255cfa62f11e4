package org.traceweave.ui.timeline.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/**
 * The timeline by keys alone: left and right move, with Shift by a whole width; up and down scroll the lanes; + and - zoom; Home or F shows all; Tab
 * and Shift+Tab go from attempt to attempt and, beyond the last one, out of the timeline; Enter chooses the attempt one has come to; Escape drops it,
 * then the chosen span.
 */
final class TimelineKeys {

    /** What keys ask of the view. */
    interface Moves {

        void zoomBy(double factor);

        void pan(double share);

        void scrollBy(int pixels);

        void fit();

        /** Goes to the next attempt or the one before; false if there is none. */
        boolean walk(boolean forward);

        void chooseWalked();

        void drop();
    }

    private static final int SCROLL = 28;
    private static final int SCROLL_PAGE = 160;
    private static final double PAGE = 0.9;

    private final Moves moves;

    TimelineKeys(Control control, Moves moves) {
        this.moves = moves;
        control.addListener(SWT.KeyDown, this::key);
        control.addListener(SWT.Traverse, this::traverse);
    }

    private void traverse(Event event) {
        switch (event.detail) {
            case SWT.TRAVERSE_TAB_NEXT -> event.doit = !moves.walk(true);
            case SWT.TRAVERSE_TAB_PREVIOUS -> event.doit = !moves.walk(false);
            case SWT.TRAVERSE_ESCAPE, SWT.TRAVERSE_RETURN, SWT.TRAVERSE_ARROW_NEXT, SWT.TRAVERSE_ARROW_PREVIOUS -> event.doit = false;
            default -> event.doit = true;
        }
    }

    private void key(Event event) {
        double step = (event.stateMask & SWT.SHIFT) != 0 ? PAGE : TimelineCanvas.PAN_STEP;
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> moves.pan(-step);
            case SWT.ARROW_RIGHT -> moves.pan(step);
            case SWT.ARROW_UP -> moves.scrollBy(-SCROLL);
            case SWT.ARROW_DOWN -> moves.scrollBy(SCROLL);
            case SWT.PAGE_UP -> moves.scrollBy(-SCROLL_PAGE);
            case SWT.PAGE_DOWN -> moves.scrollBy(SCROLL_PAGE);
            case SWT.KEYPAD_ADD -> moves.zoomBy(1 / TimelineCanvas.ZOOM_STEP);
            case SWT.KEYPAD_SUBTRACT -> moves.zoomBy(TimelineCanvas.ZOOM_STEP);
            case SWT.HOME, 'f' -> moves.fit();
            case SWT.CR, SWT.KEYPAD_CR -> moves.chooseWalked();
            case SWT.ESC -> moves.drop();
            default -> character(event.character);
        }
    }

    private void character(char character) {
        switch (character) {
            case '+', '=' -> moves.zoomBy(1 / TimelineCanvas.ZOOM_STEP);
            case '-' -> moves.zoomBy(TimelineCanvas.ZOOM_STEP);
            case '0' -> moves.fit();
            default -> { }
        }
    }
}
