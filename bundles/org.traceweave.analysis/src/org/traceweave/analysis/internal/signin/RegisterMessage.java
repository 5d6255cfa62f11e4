package org.traceweave.analysis.internal.signin;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.traceweave.model.Evidence;
import org.traceweave.model.Scheme;

/**
 * One REGISTER request or an answer to one, as one host logged it. {@code time}: UTC nanoseconds as logged; {@code trueTime}: corrected
 * for that host's skew. {@code status} is 0 for a request. {@code scheme} is the one whose token or signature the message carries;
 * {@code tokenWords}: what is readable of that token, in words; {@code workstation}: the client's machine by it, in upper case. {@code
 * server}: the Server header.
 */
record RegisterMessage(
        long time,
        long trueTime,
        Evidence evidence,
        Optional<String> host,
        int status,
        String user,
        Optional<String> endpointId,
        String callId,
        int cseq,
        OptionalInt expires,
        Optional<String> device,
        Optional<String> clientAddress,
        Scheme scheme,
        Token token,
        Optional<String> tokenWords,
        Optional<String> workstation,
        TlsFacts tls,
        List<Scheme> offers,
        OptionalInt diagnosticId,
        Optional<String> reason,
        Optional<String> hresult,
        Optional<String> server,
        boolean fromClientLog) {

    /** What authentication material a message carries. */
    enum Token {
        /** None: a first request, or offers alone. */
        NONE,
        /** The first token of a scheme: an empty NTLM gssapi-data, a type 1, a ClientHello. */
        FIRST,
        /** A further token of the exchange: NTLM type 3, AP-REQ, a client certificate. */
        FURTHER,
        /** A signature under a finished security association. */
        SIGNED
    }

    RegisterMessage {
        offers = List.copyOf(offers);
    }

    /** The same where the logging host's clock is so far ahead, nanoseconds. */
    RegisterMessage corrected(long skew) {
        return new RegisterMessage(time, time - skew, evidence, host, status, user, endpointId, callId, cseq, expires, device, clientAddress, scheme, token, tokenWords,
                workstation, tls, offers, diagnosticId, reason, hresult, server, fromClientLog);
    }

    /** The same with what its token says together with those before it. */
    RegisterMessage with(TokenReading whole) {
        return new RegisterMessage(time, trueTime, evidence, host, status, user, endpointId, callId, cseq, expires, device, clientAddress, scheme, whole.token(),
                tokenWords, workstation, whole.tls(), offers, diagnosticId, reason, hresult, server, fromClientLog);
    }

    boolean isRequest() {
        return status == 0;
    }
}
