package org.traceweave.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.traceweave.model.TimeRange;

class FoldedTimeTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long HOUR = 3600 * SECOND;
    private static final long DAY = 24 * HOUR;
    private static final TimeRange WEEK = new TimeRange(17_000 * DAY, 17_007 * DAY);

    /** Two hours of work on each of seven days. */
    private static QuietTimes nights() {
        List<TimeRange> busy = new ArrayList<>();
        for (long day = WEEK.from(); day < WEEK.to(); day += DAY) {
            busy.add(new TimeRange(day + 9 * HOUR, day + 11 * HOUR));
        }
        return QuietTimes.between(WEEK, busy);
    }

    @Test
    void aPositionAndItsTimeAreEachOthersInverse() {
        long seed = 20260911;
        Random random = new Random(seed);
        for (FoldedTime time : List.of(FoldedTime.plain(WEEK), FoldedTime.of(WEEK, nights()),
                FoldedTime.of(new TimeRange(WEEK.from() + 10 * HOUR, WEEK.from() + 40 * HOUR), nights()))) {
            for (int i = 0; i < 2000; i++) {
                double share = random.nextDouble();
                assertEquals(share, time.share(time.time(share)), 1e-6, "seed " + seed);
                long at = WEEK.from() + (long) (random.nextDouble() * WEEK.length());
                assertEquals(at, time.time(time.share(at)), DAY / 1e6, "seed " + seed);
            }
        }
    }

    @Test
    void laterIsAlwaysFurtherRight() {
        FoldedTime time = FoldedTime.of(WEEK, nights());
        double last = -1;
        for (long at = WEEK.from(); at <= WEEK.to(); at += HOUR / 7) {
            assertTrue(time.share(at) > last);
            last = time.share(at);
        }
    }

    @Test
    void whatIsBusyGetsMostOfTheWidth() {
        FoldedTime time = FoldedTime.of(WEEK, nights());
        double busy = 0;
        for (long day = WEEK.from(); day < WEEK.to(); day += DAY) {
            busy += time.share(day + 11 * HOUR) - time.share(day + 9 * HOUR);
        }
        assertTrue(busy > 0.75, "busy hours take " + busy);
        assertEquals(8, time.folds().size());
    }

    @Test
    void theEdgesOfTheSpanAreTheEdgesOfTheAxis() {
        FoldedTime time = FoldedTime.of(new TimeRange(WEEK.from() + 30 * HOUR, WEEK.from() + 100 * HOUR), nights());
        assertEquals(0, time.share(WEEK.from() + 30 * HOUR), 1e-9);
        assertEquals(1, time.share(WEEK.from() + 100 * HOUR), 1e-9);
    }

    @Test
    void zoomingKeepsTheTimeUnderTheMouseWhereItIs() {
        for (QuietTimes quiet : List.of(QuietTimes.NONE, nights())) {
            FoldedTime time = FoldedTime.of(WEEK, quiet);
            long at = WEEK.from() + 3 * DAY + 10 * HOUR;
            FoldedTime zoomed = FoldedTime.of(time.zoomed(0.4, at), quiet);
            assertEquals(time.share(at), zoomed.share(at), 1e-6);
            assertEquals(time.busy(1) * 0.4, zoomed.busy(1), HOUR / 1000.0);
        }
    }

    @Test
    void movingForthAndBackEndsWhereItBegan() {
        TimeRange visible = new TimeRange(WEEK.from() + 9 * HOUR, WEEK.from() + 35 * HOUR);
        FoldedTime time = FoldedTime.of(visible, nights());
        FoldedTime moved = FoldedTime.of(time.moved(0.37), nights());
        TimeRange back = moved.moved(-0.37);
        assertEquals(visible.from(), back.from(), SECOND);
        assertEquals(visible.to(), back.to(), SECOND);
    }

    @Test
    void nothingIsFoldedWhereThingsHappenAllTheTime() {
        List<TimeRange> busy = new ArrayList<>();
        for (long at = WEEK.from(); at < WEEK.to(); at += HOUR) {
            busy.add(new TimeRange(at, at + SECOND));
        }
        assertTrue(QuietTimes.between(WEEK, busy).isEmpty());
    }

    @Test
    void aSpanInsideAFoldIsShownAsItIs() {
        FoldedTime time = FoldedTime.of(new TimeRange(WEEK.from() + 15 * HOUR, WEEK.from() + 16 * HOUR), nights());
        assertEquals(0.5, time.share(WEEK.from() + 15 * HOUR + HOUR / 2), 1e-9);
        assertTrue(time.folds().isEmpty());
    }
}
