package org.traceweave.analysis;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.traceweave.analysis.internal.callflow.FlowReading;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.model.Evidence;
import org.traceweave.model.SignIn;
import org.traceweave.model.WindowsFailure;

/**
 * The ladder of one attempt: who took part, every message between them with its way over the hops, what its tokens carry, and what Windows
 * and the SIP stack reported beside it. {@code elements} are in order of true time; {@code leftOut}: records beside the attempt
 * that were too many to be shown.
 */
public record CallFlow(
        SignIn signIn,
        List<FlowParticipant> participants,
        List<FlowElement> elements,
        int leftOut) {

    public CallFlow {
        participants = List.copyOf(participants);
        elements = List.copyOf(elements);
    }

    /**
     * Reads the messages of an attempt from their source.
     *
     * @param signIn one of that case
     * @throws IOException if a source cannot be read any more
     * @throws java.util.concurrent.CancellationException if it is cancelled
     */
    public static CallFlow of(Case source, CaseAnalysis analysis, SignIn signIn, CancelSignal cancel) throws IOException {
        return of(source, signIn, analysis.windowsFailures(cancel), cancel);
    }

    /** The same, where the failures that Windows reports in the case are known already. */
    public static CallFlow of(Case source, SignIn signIn, List<WindowsFailure> failures, CancelSignal cancel) throws IOException {
        return new FlowReading(source, signIn, cancel).read(failures);
    }

    /** Which column a participant has; empty for an id that is none of this flow's. */
    public OptionalInt column(String participant) {
        for (int i = 0; i < participants.size(); i++) {
            if (participants.get(i).id().equals(participant)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** The element that a record is, or is a sighting of. */
    public Optional<FlowElement> at(Evidence evidence) {
        return elements.stream().filter(element -> isOf(element, evidence)).findFirst();
    }

    private static boolean isOf(FlowElement element, Evidence evidence) {
        boolean seen = element instanceof FlowMessage message && message.hops().stream().flatMap(hop -> hop.sightings().stream())
                .anyMatch(sighting -> same(sighting.evidence(), evidence));
        return seen || same(element.evidence(), evidence) && !(element instanceof FlowMark mark && mark.kind()
                .ordinal() >= FlowMarkKind.SILENCE.ordinal());
    }

    private static boolean same(Evidence one, Evidence other) {
        return one.offset() == other.offset() && one.source().equals(other.source());
    }
}
