package org.traceweave.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.traceweave.model.Gap;
import org.traceweave.model.GapKind;
import org.traceweave.model.TimeRange;
import org.traceweave.readers.RecordDraft;

class TraceSequencesTest {

    private final TraceSequences sequences = new TraceSequences();

    private void see(String host, long process, long number, long time) {
        RecordDraft draft = new RecordDraft().begin(0, 1);
        sequences.see(draft.host(host).component("SIPStack").process(process).time(time).sequence(number));
    }

    private void run(String host, long process, long from, long to) {
        for (long number = from; number < to; number++) {
            see(host, process, number, number * 10);
        }
    }

    @Test
    void aHoleInAStreamThatIsOtherwiseWholeIsAGap() {
        run("FE01", 7, 1000, 1500);
        run("FE01", 7, 1534, 2000);
        assertEquals(List.of(new Gap(new TimeRange(14_990, 15_340), GapKind.SEQUENCE, "FE01 SIPStack: 34 records are missing")), sequences.gaps());
    }

    @Test
    void hostsAndProcessesCountForThemselves() {
        for (long number = 0; number < 500; number++) {
            see("FE01", 7, number, number * 10);
            see("FE02", 7, 40_000 + number, number * 10);
            see("FE02", 9, 900 + number, number * 10);
        }
        assertEquals(List.of(), sequences.gaps());
    }

    @Test
    void aFilteredExportHasHolesEverywhereAndNoGap() {
        for (long number = 0; number < 3000; number += 7) {
            see("FE01", 7, number, number * 10);
        }
        assertEquals(List.of(), sequences.gaps());
    }

    @Test
    void aFewRecordsFarApartTellNothing() {
        List.of(10L, 500L, 900L).forEach(number -> see("FE01", 7, number, number * 10));
        assertEquals(List.of(), sequences.gaps());
    }

    @Test
    void aServiceThatBeginsToCountAnewLostNothing() {
        run("FE01", 7, 5000, 5500);
        for (long number = 0; number < 500; number++) {
            see("FE01", 7, number, 100_000 + number * 10);
        }
        assertEquals(List.of(), sequences.gaps());
    }

    @Test
    void anAppendedSecondSearchFillsNoHoleAndMakesNone() {
        run("FE01", 7, 1000, 1500);
        run("FE01", 7, 1200, 1300);
        assertEquals(List.of(), sequences.gaps());
    }

    @Test
    void partsOfASourceAreOne() {
        run("FE01", 7, 1000, 1500);
        TraceSequences next = new TraceSequences();
        next.merge(sequences);
        run("FE01", 7, 1534, 2000);
        next.merge(sequences);
        assertEquals(1, next.gaps().size());
        assertEquals(next.gaps(), TraceSequences.of(next.kept()).gaps());
    }
}
