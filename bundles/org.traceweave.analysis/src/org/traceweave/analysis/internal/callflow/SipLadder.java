package org.traceweave.analysis.internal.callflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.traceweave.analysis.FlowDetail;
import org.traceweave.analysis.FlowHop;
import org.traceweave.analysis.FlowMessage;
import org.traceweave.analysis.FlowSighting;
import org.traceweave.analysis.internal.callflow.Participants.Deed;
import org.traceweave.model.Phase;
import org.traceweave.readers.sip.MsDiagnostics;
import org.traceweave.readers.sip.SipMessage;
import org.traceweave.readers.sip.SipVia;

/** Makes arrows of the SIP messages of an attempt: copies become one message, its Via headers and the peers its hosts name tell the way. */
final class SipLadder {

    private static final int FIRST_FINAL = 200;
    private static final int FIRST_REDIRECT = 300;
    private static final int FIRST_REFUSAL = 400;

    private final Participants participants;
    private final MessagePhases phases;
    private final Set<String> tracing;
    private final Addresses addresses = new Addresses();
    private final HandshakeParts handshakes = new HandshakeParts();
    private final Map<String, Phase> begun = new HashMap<>();

    /** @param tracing hosts that logged something while the attempt lasted */
    SipLadder(Participants participants, MessagePhases phases, Set<String> tracing) {
        this.participants = participants;
        this.phases = phases;
        this.tracing = tracing;
    }

    /** @param logged in order of true time */
    List<Placed> messages(List<LoggedMessage> logged) {
        List<MessageCopies> sorted = MessageCopies.sort(logged);
        Set<String> clientSide = new HashSet<>();
        for (MessageCopies copies : sorted) {
            copies.ways().forEach(addresses::learn);
            copies.copies().stream().filter(LoggedMessage::byClient).filter(LoggedMessage::namesHost).forEach(copy -> clientSide.add(copy.sighting()
                    .host()));
        }
        clientSide.forEach(participants::clientIs);
        return placed(sorted);
    }

    /** Clocks may be off by more than an answer takes: within a Call-ID the CSeq decides, then that requests come before answers. */
    private List<Placed> placed(List<MessageCopies> sorted) {
        Map<String, List<MessageCopies>> byCall = new LinkedHashMap<>();
        sorted.forEach(copies -> byCall.computeIfAbsent(copies.first().message().callId().orElse(""), absent -> new ArrayList<>()).add(copies));
        List<Placed> placed = new ArrayList<>();
        byCall.values().forEach(call -> {
            call.sort(Comparator.comparingLong(MessageCopies::sequence).thenComparing(copies -> !copies.isRequest())
                    .thenComparingLong(copies -> copies.first().sighting().time()));
            long order = Long.MIN_VALUE;
            for (MessageCopies copies : call) {
                order = Math.max(order, copies.first().sighting().time());
                placed.add(new Placed(order, message(copies)));
            }
        });
        return placed;
    }

    private FlowMessage message(MessageCopies copies) {
        LoggedMessage fullest = copies.fullest();
        SipMessage message = fullest.message();
        String callId = message.callId().orElse("");
        List<FlowDetail> details = handshakes.unfold(callId, fullest);
        List<FlowHop> hops = hops(copies);
        tellDeeds(copies, hops);
        Optional<MsDiagnostics> diagnostic = message.diagnostics().stream().findFirst();
        String exchange = callId + "|" + message.cseqNumber().orElse(-1);
        Phase phase = phases.of(copies, details, Optional.ofNullable(begun.get(exchange)));
        begun.put(exchange, phase);
        int status = message.status().orElse(0);
        OptionalInt id = diagnostic.map(each -> OptionalInt.of(each.id())).orElse(OptionalInt.empty());
        boolean challenge = status == 401 || status == 407;
        boolean refusal = status >= FIRST_REFUSAL && (!challenge || id.isPresent()) || details.stream()
                .anyMatch(detail -> detail.kind() == FlowDetail.Kind.ALERT && detail.grave());
        String key = "sip|" + fullest.identity() + "|" + copies.repetition();
        return new FlowMessage(key, FlowMessage.Protocol.SIP, copies.isRequest(), title(copies), message.startLine(), Gist.of(message, details),
                message.callId(), message.cseqNumber().isPresent() ? OptionalInt.of((int) message.cseqNumber().getAsLong()) : OptionalInt.empty(),
                message.status(),
                id, diagnostic.flatMap(each -> each.reason().or(each::meaning)), refusal, phase, hops, details, fullest.sighting().evidence());
    }

    private static String title(MessageCopies copies) {
        SipMessage message = copies.first().message();
        String again = copies.repetition() > 0 ? " (again)" : "";
        if (message.isResponse()) {
            return (message.status().orElse(0) + " " + message.reasonPhrase()).strip() + again;
        }
        return message.method() + (message.expires().orElse(1) == 0 ? ", signs out" : "") + again;
    }

    private List<FlowHop> hops(MessageCopies copies) {
        List<FlowHop> hops = new ArrayList<>();
        List<List<LoggedMessage>> ways = copies.ways();
        if (copies.isRequest()) {
            hops.addAll(untraced(ways.getFirst().getFirst()));
        }
        for (List<LoggedMessage> way : ways) {
            hops.add(hop(way));
        }
        // what got lost went no further
        if (!copies.isRequest() && !hops.getLast().lost()) {
            hops.addAll(untraced(ways.getLast().getFirst()));
        }
        return hops;
    }

    /** The hops between the client and the first server that traces, of which Via headers alone tell. */
    private List<FlowHop> untraced(LoggedMessage nearest) {
        List<SipVia> vias = nearest.message().vias();
        List<FlowHop> hops = new ArrayList<>();
        for (int i = 1; i < vias.size(); i++) {
            String outer = i == vias.size() - 1 ? Participants.CLIENT : owner(vias.get(i));
            String inner = owner(vias.get(i - 1));
            boolean request = nearest.message().isRequest();
            FlowHop hop = new FlowHop(request ? outer : inner, request ? inner : outer, nearest.sighting().time(), List.of(), false);
            hops.add(request ? 0 : hops.size(), hop);
        }
        return hops;
    }

    private String owner(SipVia via) {
        return addresses.host(via.sentBy()).map(participants::host).orElseGet(() -> participants.address(via.sentBy()));
    }

    private FlowHop hop(List<LoggedMessage> way) {
        LoggedMessage any = way.getFirst();
        Optional<LoggedMessage> sent = way.stream().filter(copy -> copy.sighting().sent()).findFirst();
        Optional<LoggedMessage> received = way.stream().filter(copy -> !copy.sighting().sent()).findFirst();
        boolean atClient = any.ways() <= 1;
        boolean request = any.message().isRequest();
        String from = sent.map(this::logger).orElseGet(() -> atClient && request ? Participants.CLIENT
                : other(received.flatMap(LoggedMessage::peer), request ? any.viaOwner() : Optional.empty(), any.message()));
        String to = received.map(this::logger).orElseGet(() -> atClient && !request ? Participants.CLIENT
                : other(sent.flatMap(LoggedMessage::peer), request ? Optional.empty() : any.viaOwner(), any.message()));
        List<FlowSighting> sightings = way.stream().map(LoggedMessage::sighting).sorted(Comparator.comparingLong(FlowSighting::time)).toList();
        boolean lost = received.isEmpty() && traces(to);
        return new FlowHop(from, to, sightings.getFirst().time(), sightings, lost);
    }

    private String logger(LoggedMessage copy) {
        return copy.byClient() ? Participants.CLIENT : participants.host(copy.sighting().host());
    }

    /** Who is at the other end, where only one end logged. */
    private String other(Optional<String> peer, Optional<String> via, SipMessage message) {
        Optional<String> host = peer.flatMap(addresses::host).or(() -> via.flatMap(addresses::host));
        if (host.isPresent()) {
            return participants.host(host.get());
        }
        String id = participants.address(peer.or(() -> via).orElse("?"));
        // a challenge names the server it is from; an Edge Server passes on those of another
        boolean passedOn = message.value("ms-user-logon-data").isPresent();
        if (message.isResponse() && !passedOn) {
            message.challenges().stream().flatMap(header -> header.targetName().stream()).findFirst()
                    .ifPresent(target -> addresses.host(target.substring(target.indexOf('/') + 1)).ifPresent(name -> participants.named(id, name)));
        }
        return id;
    }

    private boolean traces(String participant) {
        int colon = participant.indexOf(':');
        return participant.equals(Participants.CLIENT) ? tracing.contains(Participants.CLIENT) : colon > 0
                && tracing.contains(participant.substring(colon + 1));
    }

    private void tellDeeds(MessageCopies copies, List<FlowHop> hops) {
        for (int i = 1; i < hops.size(); i++) {
            participants.does(hops.get(i).from(), Deed.PASSES_ON);
        }
        int status = copies.first().message().status().orElse(0);
        String origin = hops.getFirst().from();
        if (status >= FIRST_FINAL && !origin.equals(Participants.CLIENT) && !passedThrough(copies, hops)) {
            participants.does(origin, status >= FIRST_REDIRECT && status < FIRST_REFUSAL ? Deed.REDIRECTS : Deed.ANSWERS);
        }
        for (LoggedMessage copy : copies.copies()) {
            boolean outside = copy.message().pseudoHeader("Direction").filter(words -> words.contains("edge")).isPresent();
            if (outside) {
                participants.does(participants.host(copy.sighting().host()), Deed.OUTSIDE);
            }
        }
    }

    /** Whether an answer was logged only after a server that is not known had passed it on. */
    private static boolean passedThrough(MessageCopies copies, List<FlowHop> hops) {
        LoggedMessage first = copies.ways().getFirst().getFirst();
        return hops.getFirst().sent().isEmpty() && first.ways() <= 1 && first.message().value("ms-user-logon-data").isPresent();
    }
}
