package org.traceweave.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.traceweave.model.ClockBasis;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.ClockSample;

class ZoneTest {

    private static final long SECOND = UtcTime.NANOS_PER_SECOND;
    private static final long NOON = UtcTime.parse("2018-10-16T12:00:00Z");

    private static ClockSample date(String host, double writtenAfterUtc) {
        return new ClockSample(host, NOON + Math.round(writtenAfterUtc * SECOND), NOON, ClockBasis.DATE_HEADER);
    }

    @Test
    void aClientsOffsetIsRoundedToAQuarterOfAnHourAndTheRestIsItsSkew() {
        Zone zone = Zone.of(false, List.of(date("ROOM", 5.5 * 3600 + 12.7), date("ROOM", 5.5 * 3600 + 12.3), date("ROOM", 5.5 * 3600 + 12.5)));
        assertEquals(5.5 * 3600, zone.offsetSeconds());
        assertEquals(ClockBasis.DATE_HEADER, zone.basis());
        assertEquals(12.0, zone.residuals().getFirst().seconds(), 1e-6);
    }

    @Test
    void aZoneWestOfGreenwichIsNegative() {
        assertEquals(-8 * 3600, Zone.of(false, List.of(date("ROOM", -8 * 3600 - 30))).offsetSeconds());
    }

    @Test
    void oneWrongSampleDoesNotDecide() {
        assertEquals(3600, Zone.of(false, List.of(date("A", 3600.2), date("A", 90_000), date("A", 3600.7))).offsetSeconds());
    }

    @Test
    void withoutSamplesAZoneIsAssumedUnlessTheFormatDeclaresIt() {
        assertEquals(ClockBasis.ASSUMED, Zone.of(false, List.of()).basis());
        assertEquals(ClockBasis.DECLARED, Zone.of(true, List.of()).basis());
    }

    @Test
    void fileTimesAreFinerThanDateHeaders() {
        Zone zone = Zone.of(false, List.of(date("FE01", 0.9), date("FE01", 0.1),
                new ClockSample("FE01", NOON + 20_000_000, NOON, ClockBasis.NTLM_FILETIME)));
        assertEquals(ClockBasis.NTLM_FILETIME, zone.residuals().getFirst().basis());
        assertEquals(0.02, zone.residuals().getFirst().seconds(), 1e-6);
    }
}
