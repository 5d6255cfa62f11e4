package org.traceweave.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.traceweave.model.Gap;
import org.traceweave.model.UtcTime;

class SilencesTest {

    private static final long SECOND = UtcTime.NANOS_PER_SECOND;

    /** Two records a second, from one second on for so many seconds. */
    private static void busy(Silences silences, long from, long seconds) {
        for (long i = 0; i < 2 * seconds; i++) {
            silences.see(from * SECOND + i * SECOND / 2);
        }
    }

    @Test
    void aSilenceInABusyTraceIsAGap() {
        Silences silences = new Silences();
        busy(silences, 0, 600);
        busy(silences, 690, 600);
        List<Gap> gaps = silences.gaps(2400, 0, 1290 * SECOND);
        assertEquals(1, gaps.size());
        assertEquals("no record for 90 seconds", gaps.getFirst().detail());
        assertEquals(599 * SECOND + SECOND / 2, gaps.getFirst().range().from());
    }

    @Test
    void aClientThatIsIdleAllTheTimeHasNone() {
        Silences silences = new Silences();
        long time = 0;
        for (int i = 0; i < 100; i++) {
            busy(silences, time, 6);
            time += 300;
        }
        assertTrue(silences.gaps(1200, 0, time * SECOND).isEmpty());
    }

    @Test
    void anAppendedSecondSearchIsNoSilence() {
        Silences silences = new Silences();
        busy(silences, 5000, 600);
        busy(silences, 0, 600);
        assertTrue(silences.gaps(2400, 0, 5600 * SECOND).isEmpty());
    }

    @Test
    void partsReadApartGiveTheSameAsOne() {
        Silences whole = new Silences();
        busy(whole, 0, 600);
        busy(whole, 690, 600);
        busy(whole, 1500, 600);
        Silences first = new Silences();
        busy(first, 0, 600);
        Silences second = new Silences();
        busy(second, 690, 600);
        Silences third = new Silences();
        busy(third, 1500, 600);
        first.append(second);
        first.append(Silences.of(third.numbers()));
        assertEquals(whole.gaps(3600, 0, 2100 * SECOND), Silences.of(first.numbers()).gaps(3600, 0, 2100 * SECOND));
    }
}
