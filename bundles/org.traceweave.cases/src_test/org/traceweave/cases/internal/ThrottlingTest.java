package org.traceweave.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.traceweave.model.Gap;
import org.traceweave.model.GapKind;
import org.traceweave.model.TimeRange;

class ThrottlingTest {

    @Test
    void aComponentIsSilentFromItsLoweringToTheEnd() {
        Throttling throttling = new Throttling();
        throttling.see(100, "Component throttled. Component: SIPStack, new Level TL_WARN");
        List<Gap> gaps = throttling.gaps(900);
        assertEquals(new TimeRange(100, 900), gaps.getFirst().range());
        assertEquals(GapKind.THROTTLED, gaps.getFirst().kind());
        assertTrue(gaps.getFirst().detail().startsWith("SIPStack was lowered"));
    }

    @Test
    void raisingTheLevelAgainEndsIt() {
        Throttling throttling = new Throttling();
        throttling.see(300, "Component: SIPStack, new Level TL_INFO");
        throttling.see(100, "Component: SIPStack, new Level TL_WARN");
        throttling.see(200, "Component: UserServices, new Level TL_WARN");
        assertEquals(List.of(new TimeRange(100, 300), new TimeRange(200, 900)),
                throttling.gaps(900).stream().map(Gap::range).toList());
    }

    @Test
    void anEventWithoutALevelSaysNothing() {
        Throttling throttling = new Throttling();
        throttling.see(100, "The agent started.");
        assertTrue(throttling.gaps(900).isEmpty());
    }
}
