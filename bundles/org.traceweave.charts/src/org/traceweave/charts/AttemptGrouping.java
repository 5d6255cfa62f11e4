package org.traceweave.charts;

/** What the attempts of one lane of the timeline have in common. */
public enum AttemptGrouping {
    USER,
    /** The family of the User-Agent. */
    DEVICE,
    /** A host that the attempt came by; an attempt is shown in the lane of each. */
    HOST,
    OUTCOME,
    /** All attempts in one lane. */
    NONE
}
