package org.traceweave.analysis.internal.callflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.traceweave.analysis.FlowDetail;
import org.traceweave.analysis.FlowElement;
import org.traceweave.analysis.FlowMark;
import org.traceweave.analysis.FlowMarkKind;
import org.traceweave.analysis.FlowMessage;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.SignIn;

/** Says in a ladder what is missing from it, and how it ended: requests without an answer, a client that does not go on, the outcome. */
final class FlowEnd {

    private final SignIn signIn;
    private final Participants participants;
    private final Set<String> unansweredHttp;
    private final Set<String> introduced = new HashSet<>();

    FlowEnd(SignIn signIn, Participants participants, Set<String> unansweredHttp) {
        this.signIn = signIn;
        this.participants = participants;
        this.unansweredHttp = unansweredHttp;
    }

    List<FlowElement> told(List<Placed> placed) {
        Set<String> answered = new HashSet<>();
        placed.forEach(each -> {
            if (each.element() instanceof FlowMessage message && !message.request() && message.protocol() == FlowMessage.Protocol.SIP) {
                answered.add(exchange(message));
            }
        });
        List<FlowElement> elements = new ArrayList<>();
        int last = lastMessage(placed);
        for (int i = 0; i < placed.size(); i++) {
            FlowElement element = placed.get(i).element();
            elements.add(element instanceof FlowMessage message ? unrepeated(message) : element);
            if (element instanceof FlowMessage message && message.request() && unanswered(message, answered)) {
                elements.add(mark(message, FlowMarkKind.SILENCE, message.to(), "no answer to this " + message.title() + silence(message)));
            }
            if (i == last && element instanceof FlowMessage message) {
                elements.add(mark(message, FlowMarkKind.OUTCOME, Participants.CLIENT, outcome()));
            }
        }
        return elements;
    }

    /** What a participant says of itself in every message is told once. */
    private FlowMessage unrepeated(FlowMessage message) {
        return message.withDetails(message.details().stream().filter(detail -> detail.kind() != FlowDetail.Kind.HEADER
                || detail.grave() || introduced.add(message.from() + "|" + detail.name() + "|" + detail.words())).toList());
    }

    private static int lastMessage(List<Placed> placed) {
        int last = -1;
        for (int i = 0; i < placed.size(); i++) {
            last = placed.get(i).element() instanceof FlowMessage ? i : last;
        }
        return last;
    }

    private static String exchange(FlowMessage message) {
        return message.callId().orElse("") + "|" + message.sequence();
    }

    private boolean unanswered(FlowMessage message, Set<String> answered) {
        // who breaks off with an alert waits for nothing
        if (message.details().stream().anyMatch(detail -> detail.kind() == FlowDetail.Kind.ALERT && detail.grave())) {
            return false;
        }
        return message.protocol() == FlowMessage.Protocol.HTTP ? unansweredHttp.contains(message.key()) : !answered.contains(exchange(message));
    }

    private String silence(FlowMessage message) {
        boolean lost = message.hops().stream().anyMatch(hop -> hop.lost());
        return lost ? ": it did not reach " + name(message.to()) : signIn.outcome() == Outcome.OPEN ? " up to the end of the trace" : " in the trace";
    }

    private String name(String participant) {
        return participants.list().stream().filter(each -> each.id().equals(participant)).map(each -> each.name()).findFirst().orElse(participant);
    }

    private String outcome() {
        String phase = signIn.phase() == Phase.REGISTERED ? "" : " at " + signIn.phase().word();
        String reason = signIn.reason().map(words -> ": " + words).orElse("");
        return switch (signIn.outcome()) {
            case SUCCEEDED -> signIn.kind().word() + " succeeded";
            case FAILED -> "failed" + phase + reason;
            case ABANDONED -> "abandoned" + phase + ": the client did not go on within 32 s" + signIn.reason().map(words -> " (" + words + ")")
                    .orElse("");
            case TIMED_OUT -> "timed out" + phase + ": no answer within 32 s";
            case OPEN -> "still open" + phase + ": the trace ends here";
        };
    }

    private static FlowMark mark(FlowMessage message, FlowMarkKind kind, String participant, String words) {
        return new FlowMark(kind.word() + "|" + message.key(), participant, kind, words, message.hops().getLast().sightings().stream().findFirst()
                .map(sighting -> sighting.written()).orElse(message.time()), message.hops().getLast().time(), false, OptionalDouble.empty(),
                List.of(), message.phase(), message.evidence());
    }
}
