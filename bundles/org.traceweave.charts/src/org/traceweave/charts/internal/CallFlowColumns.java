package org.traceweave.charts.internal;

import org.traceweave.analysis.CallFlow;

/** Where the columns of a call flow stand, in logical pixels from its left edge: phases, times, then a lifeline for each participant. */
record CallFlowColumns(CallFlow flow, int count, double pitch, int width) {

    /** The width of the phases along the side. */
    static final int PHASE = 138;
    /** Where the lifelines' room begins. */
    static final int LEFT = PHASE + 96;
    private static final int LEAST_PITCH = 168;
    private static final int MOST_PITCH = 420;
    private static final int RIGHT = 12;

    static CallFlowColumns of(CallFlow flow, int width) {
        int count = Math.max(1, flow.participants().size());
        double pitch = Math.clamp((width - LEFT - RIGHT) / (double) count, LEAST_PITCH, MOST_PITCH);
        return new CallFlowColumns(flow, count, pitch, Math.max(width, (int) (LEFT + pitch * count + RIGHT)));
    }

    double x(int column) {
        return LEFT + pitch * (column + 0.5);
    }

    double x(String participant) {
        return x(flow.column(participant).orElse(0));
    }

    /** Up to where words may go. */
    double right() {
        return width - RIGHT;
    }
}
