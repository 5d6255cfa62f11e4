package org.traceweave.analysis;

import org.traceweave.model.Evidence;
import org.traceweave.model.Phase;

/** One row of a call flow, in order of true time. */
public sealed interface FlowElement permits FlowMessage, FlowMark {

    /** Unique in its flow, and the same whenever the flow is read again. */
    String key();

    /** UTC nanoseconds, corrected for the skew of the host that wrote it. */
    long time();

    /** The step of the sign-in it belongs to. */
    Phase phase();

    /** Where it is written best. */
    Evidence evidence();
}
