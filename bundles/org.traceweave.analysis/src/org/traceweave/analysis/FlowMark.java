package org.traceweave.analysis;

import java.util.List;
import java.util.OptionalDouble;
import org.traceweave.model.Evidence;
import org.traceweave.model.Phase;
import org.traceweave.model.RelationGround;

/**
 * Something that happened on one participant beside the messages: a failure that Windows reports, a connection opened or lost, an answer that
 * never came. {@code written}: its time as written. {@code confidence}: how sure it explains the attempt, empty where that is not the
 * question; {@code grounds}: what that is made of; {@code explains}: joined by an identity, not by time alone.
 */
public record FlowMark(
        String key,
        String participant,
        FlowMarkKind kind,
        String words,
        long written,
        long time,
        boolean explains,
        OptionalDouble confidence,
        List<RelationGround> grounds,
        Phase phase,
        Evidence evidence) implements FlowElement {

    public FlowMark {
        grounds = List.copyOf(grounds);
    }
}
