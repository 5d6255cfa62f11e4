package org.traceweave.analysis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.traceweave.model.Evidence;
import org.traceweave.model.Phase;

/**
 * One message of a call flow, however many hosts logged it. {@code title}: method, or status with its phrase; {@code gist}: what it carries,
 * in a few words; {@code sequence}: the CSeq number; {@code reason}: what ms-diagnostics states; {@code hops}: its way, never empty; {@code
 * details}: what it carries, unfolded; {@code refusal}: whether it ends a step badly.
 */
public record FlowMessage(
        String key,
        Protocol protocol,
        boolean request,
        String title,
        String startLine,
        String gist,
        Optional<String> callId,
        OptionalInt sequence,
        OptionalInt status,
        OptionalInt diagnosticId,
        Optional<String> reason,
        boolean refusal,
        Phase phase,
        List<FlowHop> hops,
        List<FlowDetail> details,
        Evidence evidence) implements FlowElement {

    /** What a message is written in. */
    public enum Protocol {
        SIP,
        HTTP
    }

    public FlowMessage {
        hops = List.copyOf(hops);
        details = List.copyOf(details);
        if (hops.isEmpty()) {
            throw new IllegalArgumentException("a message goes from somewhere to somewhere");
        }
    }

    /** The same with other details. */
    public FlowMessage withDetails(List<FlowDetail> newDetails) {
        return new FlowMessage(key, protocol, request, title, startLine, gist, callId, sequence, status, diagnosticId, reason, refusal, phase, hops,
                newDetails, evidence);
    }

    @Override
    public long time() {
        return hops.getFirst().time();
    }

    public String from() {
        return hops.getFirst().from();
    }

    public String to() {
        return hops.getLast().to();
    }
}
