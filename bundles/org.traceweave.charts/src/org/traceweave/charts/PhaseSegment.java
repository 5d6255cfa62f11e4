package org.traceweave.charts;

import org.traceweave.model.Phase;

/** A part of an attempt's bar: the step that was begun at {@code from} (UTC nanoseconds) and lasts until the next one. */
public record PhaseSegment(Phase phase, long from) {
}
