package org.traceweave.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.traceweave.model.UtcTime;

class TimeDisplayTest {

    @Test
    void durationsAreWrittenInTheUnitThatSuitsThem() {
        assertEquals("340 ms", TimeDisplay.duration(340_000_000L));
        assertEquals("12.4 s", TimeDisplay.duration(12_400_000_000L));
        assertEquals("5 min 3 s", TimeDisplay.duration(303 * UtcTime.NANOS_PER_SECOND));
        assertEquals("2 h 4 min", TimeDisplay.duration(7440 * UtcTime.NANOS_PER_SECOND));
        assertEquals("3 d 2 h", TimeDisplay.duration((3 * 86_400 + 7200) * UtcTime.NANOS_PER_SECOND));
    }
}
