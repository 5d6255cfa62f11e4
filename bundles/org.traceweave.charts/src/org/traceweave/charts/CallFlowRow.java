package org.traceweave.charts;

import java.util.Optional;
import org.traceweave.analysis.FlowDetail;
import org.traceweave.analysis.FlowElement;
import org.traceweave.analysis.FlowHop;
import org.traceweave.model.Evidence;
import org.traceweave.model.Phase;

/**
 * One row of a drawn call flow: a hop of a message, something unfolded from it, a mark, or a gap in time. {@code top} counts logical pixels
 * from the first row; {@code foldable}: whether it can be unfolded; {@code unfolded}: whether it is.
 */
public record CallFlowRow(
        Kind kind,
        String key,
        int top,
        int height,
        Optional<FlowElement> element,
        Optional<FlowHop> hop,
        Optional<FlowDetail> detail,
        String words,
        Phase phase,
        boolean foldable,
        boolean unfolded) {

    /** What a row shows. */
    public enum Kind {
        /** The first hop of a message, with its label. */
        MESSAGE,
        /** A further hop. */
        HOP,
        /** What a message carries. */
        DETAIL,
        /** Something beside the messages. */
        MARK,
        /** How it ended, over all columns. */
        OUTCOME,
        /** A stretch without anything. */
        GAP
    }

    /** Where what the row shows is written; empty for a gap. */
    public Optional<Evidence> evidence() {
        return detail.map(FlowDetail::evidence).or(() -> hop.flatMap(way -> way.sightings().stream().findFirst())
                .map(sighting -> sighting.evidence()))
                .or(() -> element.map(FlowElement::evidence));
    }

    /** The key of the element it belongs to. */
    public String elementKey() {
        return element.map(FlowElement::key).orElse("");
    }
}
