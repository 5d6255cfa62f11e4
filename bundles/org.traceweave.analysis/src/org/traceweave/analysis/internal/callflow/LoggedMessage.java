package org.traceweave.analysis.internal.callflow;

import java.util.List;
import java.util.Optional;
import org.traceweave.analysis.FlowSighting;
import org.traceweave.model.RecordField;
import org.traceweave.index.IndexedRecord;
import org.traceweave.readers.sip.SipDirection;
import org.traceweave.readers.sip.SipMessage;
import org.traceweave.readers.sip.SipVia;

/**
 * One SIP message as one host logged it. {@code byClient}: the log is the client's own; {@code sighting}: when, where, which way.
 */
record LoggedMessage(SipMessage message, FlowSighting sighting, boolean byClient, Optional<String> peer, int ways, String way) {

    static LoggedMessage of(IndexedRecord record, SipMessage message, FlowSighting sighting, boolean byClient) {
        List<SipVia> vias = message.vias();
        String way = vias.isEmpty() ? "" : vias.getFirst().branch().orElse(vias.getFirst().sentBy());
        return new LoggedMessage(message, sighting, byClient, message.peer().or(() -> record.keyword(RecordField.PEER)), vias.size(), way);
    }

    /** Whether the logging host sent it; where the log does not say, a request that a client logged was sent, one that a server logged received. */
    static boolean isSent(IndexedRecord record, SipMessage message, boolean byClient) {
        return message.direction().map(direction -> direction == SipDirection.OUT)
                .or(() -> record.keyword(RecordField.DIRECTION).map(SipDirection.OUT.word()::equals)).orElse(message.isRequest() == byClient);
    }

    /** Whether the log says whose it is. */
    boolean namesHost() {
        return !sighting.host().equals(sighting.evidence().source());
    }

    /** The address that the sender of a request wrote into the topmost Via; where an answer goes to. */
    Optional<String> viaOwner() {
        return message.topVia().map(SipVia::sentBy);
    }

    /** What every copy of a message has in common. */
    String identity() {
        return message.callId().orElse("") + "|" + message.cseqNumber().orElse(-1) + "|" + message.method() + "|" + message.status().orElse(0);
    }
}
