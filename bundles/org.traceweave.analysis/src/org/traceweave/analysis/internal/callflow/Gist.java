package org.traceweave.analysis.internal.callflow;

import java.util.List;
import java.util.stream.Collectors;
import org.traceweave.analysis.FlowDetail;
import org.traceweave.readers.sip.SipMessage;

/** What a message carries, in a few words. */
final class Gist {

    private Gist() {
    }

    static String of(SipMessage message, List<FlowDetail> details) {
        String carried = details.stream().filter(Gist::tells).map(FlowDetail::name).distinct().collect(Collectors.joining(", "));
        if (!carried.isEmpty()) {
            return carried;
        }
        boolean signed = message.authorizations().stream().anyMatch(header -> header.signature().isPresent() && !header.hasGssapiData());
        return signed ? "signed" : "";
    }

    private static boolean tells(FlowDetail detail) {
        return switch (detail.kind()) {
            case HANDSHAKE, ALERT, TOKEN, OFFER -> true;
            case CERTIFICATE, HEADER, DAMAGE -> false;
        };
    }
}
