package org.traceweave.ui.timeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.traceweave.charts.QuietTimes;
import org.traceweave.model.TimeRange;

class TimeWindowTest {

    private static final long SECOND = 1_000_000_000L;
    private static final TimeRange HOUR = new TimeRange(1000 * SECOND, 4600 * SECOND);

    private final TimeWindow window = new TimeWindow();

    @Test
    void zoomingKeepsTheTimeUnderTheMouseWhereItIs() {
        window.setWhole(HOUR);
        long time = 2000 * SECOND;
        double before = (time - window.visible().from()) / (double) window.visible().length();

        window.zoom(0.5, time);

        double after = (time - window.visible().from()) / (double) window.visible().length();
        assertEquals(before, after, 0.001);
        assertFalse(window.isFitted());
    }

    @Test
    void aWindowThatShowsAllGoesOnShowingAllWhileTheCaseGrows() {
        window.setWhole(HOUR);
        window.setWhole(new TimeRange(HOUR.from(), 2 * HOUR.to()));
        assertTrue(window.visible().contains(2 * HOUR.to() - 1));
    }

    @Test
    void nothingMovesBeyondTheCase() {
        window.setWhole(HOUR);
        TimeRange whole = window.visible();
        window.zoom(0.1, 2000 * SECOND);
        window.pan(-100);
        assertEquals(whole.from(), window.visible().from());
        window.zoom(1000, 2000 * SECOND);
        assertEquals(whole, window.visible());
        assertTrue(window.isFitted());
    }

    @Test
    void withQuietTimesFoldedNothingMovesBeyondTheCaseEither() {
        window.setWhole(HOUR);
        TimeRange whole = window.visible();
        window.fold(QuietTimes.between(whole, List.of(new TimeRange(1100 * SECOND, 1200 * SECOND), new TimeRange(4000 * SECOND, 4100 * SECOND))));
        window.zoom(0.2, 1150 * SECOND);
        window.pan(-100);
        assertEquals(whole.from(), window.visible().from(), SECOND);
        window.pan(100);
        assertEquals(whole.to(), window.visible().to(), SECOND);
        window.zoom(1000, 4050 * SECOND);
        assertEquals(whole, window.visible());
        assertTrue(window.isFitted());
    }

    @Test
    void aTimeOutOfViewIsBroughtIntoTheMiddle() {
        window.setWhole(HOUR);
        window.zoom(0.01, 1500 * SECOND);
        window.reveal(4000 * SECOND);
        assertTrue(window.visible().contains(4000 * SECOND));
    }
}
