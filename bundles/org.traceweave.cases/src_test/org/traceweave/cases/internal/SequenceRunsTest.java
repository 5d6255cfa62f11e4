package org.traceweave.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.traceweave.model.Gap;
import org.traceweave.model.GapKind;
import org.traceweave.model.TimeRange;

class SequenceRunsTest {

    private static SequenceRuns seen(long... numbers) {
        SequenceRuns runs = new SequenceRuns();
        for (long number : numbers) {
            runs.see(number, number * 10);
        }
        return runs;
    }

    @Test
    void aLogThatWrappedHasNoGap() {
        assertTrue(seen(104, 105, 106, 100, 101, 102, 103).gaps(new SequenceRuns()).isEmpty());
    }

    @Test
    void missingRecordsAreOneGapBetweenTheirNeighbours() {
        assertEquals(List.of(
                new Gap(new TimeRange(20, 50), GapKind.RECORD_ID, "records 3 to 4 are missing"),
                new Gap(new TimeRange(60, 80), GapKind.RECORD_ID, "record 7 is missing")), seen(1, 2, 5, 6, 8).gaps(new SequenceRuns()));
    }

    @Test
    void anExportThatLacksRecordsEverywhereWasFiltered() {
        SequenceRuns runs = new SequenceRuns();
        for (int i = 0; i < 100; i++) {
            runs.see(i * 7L, i);
        }
        List<Gap> gaps = runs.gaps(new SequenceRuns());
        assertEquals(1, gaps.size());
        assertEquals(GapKind.FILTERED_EXPORT, gaps.getFirst().kind());
        assertEquals("594 of 694 record numbers are missing, in 99 places", gaps.getFirst().detail());
    }

    @Test
    void memoryIsBoundedHoweverManyHolesThereAre() {
        SequenceRuns runs = new SequenceRuns();
        for (int i = 0; i < 100_000; i++) {
            runs.see(i * 2L, i);
        }
        assertTrue(runs.numbers().size() < 20_000);
        assertEquals(GapKind.FILTERED_EXPORT, SequenceRuns.of(runs.numbers()).gaps(new SequenceRuns()).getFirst().kind());
    }

    @Test
    void partsReadApartAreJoined() {
        SequenceRuns first = seen(1, 2, 3);
        first.merge(seen(4, 5));
        assertTrue(SequenceRuns.of(first.numbers()).gaps(new SequenceRuns()).isEmpty());
    }
}
