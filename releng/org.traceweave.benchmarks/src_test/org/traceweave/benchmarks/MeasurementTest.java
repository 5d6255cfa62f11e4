package org.traceweave.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MeasurementTest {

    @Test
    void oneRunWithoutAPeerHasNullsForWhatIsUnknown() {
        assertEquals("{\"name\":\"import\",\"value\":80.500,\"unit\":\"MB/s\",\"peer\":null,\"peerValue\":null,\"ratio\":null,\"p50\":null,\"p95\":null}",
                Measurement.of("import", 80.5, "MB/s").json());
    }

    @Test
    void severalRunsGiveMedianAndPercentilesAndAPeerGivesARatio() {
        Measurement measured = Measurement.ofRuns("start", new double[] {30, 10, 20}, "ms").against("grep", 10);
        assertEquals("{\"name\":\"start\",\"value\":20.000,\"unit\":\"ms\",\"peer\":\"grep\",\"peerValue\":10.000,\"ratio\":2.000,\"p50\":20.000,\"p95\":30.000}",
                measured.json());
    }
}
