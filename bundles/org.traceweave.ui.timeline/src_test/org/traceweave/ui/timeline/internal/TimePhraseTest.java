package org.traceweave.ui.timeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.traceweave.model.TimeRange;
import org.traceweave.model.UtcTime;

class TimePhraseTest {

    private static final TimeRange CASE = new TimeRange(UtcTime.parse("2018-10-15T22:00:00Z"), UtcTime.parse("2018-10-16T12:00:00Z"));
    private static final TimeRange VISIBLE = new TimeRange(UtcTime.parse("2018-10-16T10:00:00Z"), UtcTime.parse("2018-10-16T11:00:00Z"));

    private final TimePhrase phrase = new TimePhrase(ZoneOffset.UTC, VISIBLE, CASE);

    @Test
    void aTimeOfDayIsTheNearestInTheCase() {
        assertEquals(OptionalLong.of(UtcTime.parse("2018-10-16T11:03:00Z")), read("11:03").moment());
        assertEquals(OptionalLong.of(UtcTime.parse("2018-10-15T23:30:05.250Z")), read("23:30:05.25").moment());
    }

    @Test
    void aMinuteIsShownWithItsSurroundingsAndASecondCloser() {
        assertEquals(600, read("11:03").range().length() / 1_000_000_000L);
        assertEquals(10, read("11:03:07").range().length() / 1_000_000_000L);
    }

    @Test
    void aTimeAndALengthAreASpan() {
        assertEquals(span("2018-10-16T11:03:10Z", "2018-10-16T11:08:10Z"), read("2018-10-16 11:03:10 +5m").range());
        assertEquals(span("2018-10-16T11:02:30Z", "2018-10-16T11:03:00Z"), read("11:03 -30s").range());
        assertEquals(span("2018-10-16T10:00:00Z", "2018-10-16T12:00:00Z"), read("11:00 ±1h").range());
        assertEquals(span("2018-10-16T10:00:00Z", "2018-10-16T11:30:00Z"), read("10:00 + 1h 30m").range());
    }

    @Test
    void twoTimesAreASpan() {
        TimeRange expected = span("2018-10-16T10:05:00Z", "2018-10-16T10:15:00Z");
        for (String typed : new String[] {"10:05 - 10:15", "10:05-10:15", "10:05..10:15", "10:05 to 10:15", "2018-10-16 10:05 – 10:15",
            "2018-10-16T10:05:00Z to 2018-10-16T10:15:00Z"}) {
            assertEquals(expected, read(typed).range(), typed);
        }
    }

    @Test
    void aRangeMayEndOnTheNextDay() {
        assertEquals(span("2018-10-15T23:50:00Z", "2018-10-16T00:10:00Z"), read("2018-10-15 23:50 - 0:10").range());
    }

    @Test
    void aDayIsAllOfIt() {
        assertEquals(span("2018-10-16T00:00:00Z", "2018-10-17T00:00:00Z"), read("2018-10-16").range());
        assertEquals(span("2018-10-15T00:00:00Z", "2018-10-17T00:00:00Z"), read("2018-10-15 to 2018-10-16").range());
    }

    @Test
    void aLengthMovesOrZooms() {
        assertEquals(span("2018-10-16T10:10:00Z", "2018-10-16T11:10:00Z"), read("+10m").range());
        assertEquals(span("2018-10-16T08:00:00Z", "2018-10-16T09:00:00Z"), read("-2h").range());
        assertEquals(span("2018-10-16T10:29:45Z", "2018-10-16T10:30:15Z"), read("30s").range());
    }

    @Test
    void timesAreReadInTheZoneTheyAreShownIn() {
        TimePhrase berlin = new TimePhrase(ZoneId.of("Europe/Berlin"), VISIBLE, CASE);
        assertEquals(OptionalLong.of(UtcTime.parse("2018-10-16T09:03:00Z")), berlin.read("2018-10-16 11:03").orElseThrow().moment());
    }

    @Test
    void whatIsNoTimeIsNone() {
        for (String typed : new String[] {"", "  ", "alice", "25:00", "11:7", "2018-02-30", "10:15 - 2018-01-01", "999999999999999999d", "11:03 +", "-"}) {
            assertTrue(phrase.read(typed).isEmpty(), typed);
        }
    }

    private TimePhrase.Target read(String typed) {
        Optional<TimePhrase.Target> target = phrase.read(typed);
        assertTrue(target.isPresent(), typed);
        return target.orElseThrow();
    }

    private static TimeRange span(String from, String to) {
        return new TimeRange(UtcTime.parse(from), UtcTime.parse(to));
    }
}
