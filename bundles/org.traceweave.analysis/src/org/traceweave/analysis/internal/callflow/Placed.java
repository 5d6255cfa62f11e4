package org.traceweave.analysis.internal.callflow;

import org.traceweave.analysis.FlowElement;

/** An element and the moment by which it is put in order: its time, or that of what came before it for sure where a clock says otherwise. */
record Placed(long order, FlowElement element) {
}
