package org.traceweave.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClockGraphTest {

    private static ClockGraph.Edge edge(String from, String to, double seconds) {
        return new ClockGraph.Edge(from, to, seconds, 0.01);
    }

    @Test
    void theMajorityIsRight() {
        Map<String, HostClock> clocks = new ClockGraph(List.of(edge("FE02", "FE01", -420), edge("FE02", "FE03", -420.1)))
                .clocks(List.of("FE02", "FE01", "FE03"));
        assertEquals(420.05, clocks.get("FE02").skewSeconds(), 0.06);
        assertEquals(0, clocks.get("FE01").skewSeconds(), 0.1);
        assertEquals(0, clocks.get("FE03").skewSeconds(), 0.1);
    }

    @Test
    void ofTwoThatDifferTheBusierIsRight() {
        Map<String, HostClock> clocks = new ClockGraph(List.of(edge("CLIENT", "FE01", 30))).clocks(List.of("FE01", "CLIENT"));
        assertEquals(0, clocks.get("FE01").skewSeconds());
        assertEquals(-30, clocks.get("CLIENT").skewSeconds());
    }

    @Test
    void whatLiesWithinTheUncertaintyIsNoSkew() {
        Map<String, HostClock> clocks = new ClockGraph(List.of(new ClockGraph.Edge("A", "B", 0.3, 0.5))).clocks(List.of("A", "B"));
        assertEquals(0, clocks.get("B").skewSeconds());
        assertEquals(0.51, clocks.get("B").uncertaintySeconds(), 1e-9);
    }

    @Test
    void aHostThatSharesNoMessageIsNotMeasured() {
        assertFalse(new ClockGraph(List.of(edge("A", "B", 1))).clocks(List.of("A", "B", "C")).containsKey("C"));
    }
}
