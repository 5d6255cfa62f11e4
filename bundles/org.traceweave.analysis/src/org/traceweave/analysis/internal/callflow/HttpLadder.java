package org.traceweave.analysis.internal.callflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.traceweave.analysis.FlowHop;
import org.traceweave.analysis.FlowMessage;
import org.traceweave.model.Phase;
import org.traceweave.readers.sip.Masking;

/** Makes arrows of the HTTP messages between the client and the web services of a host: discovery, web tickets, certificate provisioning. */
final class HttpLadder {

    private static final int UNAUTHORIZED = 401;
    private static final int FIRST_REFUSAL = 400;

    private final Participants participants;
    private final MessagePhases phases;
    private final Set<String> unanswered = new HashSet<>();

    HttpLadder(Participants participants, MessagePhases phases) {
        this.participants = participants;
        this.phases = phases;
    }

    /** @param logged in order of true time */
    List<Placed> messages(List<LoggedHttp> logged) {
        List<Placed> placed = new ArrayList<>();
        Phase phase = Phase.DISCOVERY;
        for (int i = 0; i < logged.size(); i++) {
            LoggedHttp http = logged.get(i);
            phase = http.says().phase().or(() -> phases.told(http.sighting().evidence())).orElse(phase);
            FlowMessage message = message(http, phase, refuses(http, logged.subList(i + 1, logged.size())));
            if (http.says().isRequest() && logged.subList(i + 1, logged.size()).stream().noneMatch(later -> answers(later, http))) {
                unanswered.add(message.key());
            }
            placed.add(new Placed(http.sighting().time(), message));
        }
        return placed;
    }

    /** Keys of requests to which no answer was logged. */
    Set<String> unanswered() {
        return unanswered;
    }

    private static boolean answers(LoggedHttp later, LoggedHttp request) {
        return !later.says().isRequest() && later.with().equals(request.with());
    }

    /** A 401 that is followed by the same request with credentials only asks for them. */
    private static boolean refuses(LoggedHttp http, List<LoggedHttp> later) {
        int status = http.says().status();
        boolean asks = status == UNAUTHORIZED && http.says().diagnosticId().isEmpty() && later.stream().filter(next -> next.says().isRequest())
                .findFirst()
                .flatMap(next -> next.says().phase()).filter(next -> http.says().phase().isEmpty() || http.says().phase().get() == next).isPresent();
        return status >= FIRST_REFUSAL && !asks;
    }

    private FlowMessage message(LoggedHttp http, Phase phase, boolean refusal) {
        String web = participants.web(http.sighting().host());
        boolean request = http.says().isRequest();
        FlowHop hop = new FlowHop(request ? Participants.CLIENT : web, request ? web : Participants.CLIENT, http.sighting().time(),
                List.of(http.sighting()), false);
        int status = http.says().status();
        String key = "http|" + http.sighting().evidence().source() + "|" + http.sighting().evidence().offset();
        return new FlowMessage(key, FlowMessage.Protocol.HTTP, request, http.title(), Masking.mask(http.startLine()), http.gist(), Optional.empty(),
                OptionalInt.empty(),
                status == 0 ? OptionalInt.empty() : OptionalInt.of(status), http.says().diagnosticId(), http.says().reason(), refusal, phase,
                List.of(hop), http.details(), http.sighting().evidence());
    }
}
