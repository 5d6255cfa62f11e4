package org.traceweave.analysis.internal.callflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.traceweave.analysis.FlowDetail;
import org.traceweave.model.Evidence;
import org.traceweave.model.Phase;
import org.traceweave.model.Scheme;
import org.traceweave.model.SignIn;
import org.traceweave.readers.sip.AuthenticationHeader;
import org.traceweave.readers.sip.SipMessage;

/** Which step of the sign-in a message belongs to: what the attempt's own steps say of it, else what it carries. */
final class MessagePhases {

    private record Place(String source, long offset) {
    }

    private final Map<Place, Phase> told = new HashMap<>();

    MessagePhases(SignIn signIn) {
        signIn.steps().forEach(step -> told.putIfAbsent(place(step.evidence()), step.phase()));
    }

    private static Place place(Evidence evidence) {
        return new Place(evidence.source(), evidence.offset());
    }

    Optional<Phase> told(Evidence evidence) {
        return Optional.ofNullable(told.get(place(evidence)));
    }

    /** @param begun the phase that the request of an answer has begun */
    Phase of(MessageCopies copies, List<FlowDetail> details, Optional<Phase> begun) {
        Optional<Phase> stated = copies.copies().stream().flatMap(copy -> told(copy.sighting().evidence()).stream()).findFirst();
        return stated.orElseGet(() -> copies.isRequest() ? asked(copies.fullest().message(), details) : begun.orElse(Phase.OFFER));
    }

    private static Phase asked(SipMessage message, List<FlowDetail> details) {
        for (AuthenticationHeader header : message.authorizations()) {
            Scheme scheme = header.signInScheme();
            if (scheme != Scheme.NONE) {
                return header.hasGssapiData() ? presented(scheme, details) : header.signature().isPresent() ? Phase.REGISTERED : Phase.CONNECT;
            }
        }
        return Phase.CONNECT;
    }

    private static Phase presented(Scheme scheme, List<FlowDetail> details) {
        if (scheme != Scheme.TLS_DSK) {
            return Phase.CREDENTIALS;
        }
        boolean opening = details.stream().anyMatch(detail -> detail.name().equals("ClientHello"));
        boolean alone = details.stream().anyMatch(detail -> detail.kind() == FlowDetail.Kind.ALERT);
        return opening || alone ? Phase.SERVER_CERTIFICATE : Phase.CLIENT_CERTIFICATE;
    }
}
