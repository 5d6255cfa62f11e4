package org.traceweave.analysis.internal.signin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.traceweave.analysis.internal.signin.RegisterMessage.Token;
import org.traceweave.model.Evidence;
import org.traceweave.model.Scheme;
import org.traceweave.model.SignIn;

/** REGISTER traffic of one endpoint, told message by message, so that a test reads as the dialogue it is about. Times in seconds. */
final class Dialogue {

    private static final long SECOND = 1_000_000_000L;

    private final List<RegisterMessage> messages = new ArrayList<>();
    private String callId = "call-1";
    private String host = "FE01";
    private int cseq;
    private double now;

    Dialogue call(String id) {
        callId = id;
        cseq = 0;
        return this;
    }

    Dialogue at(double seconds) {
        now = seconds;
        return this;
    }

    Dialogue host(String name) {
        host = name;
        return this;
    }

    Dialogue register(Scheme scheme, Token token) {
        cseq++;
        return request(scheme, token, TlsFacts.NONE, 7200);
    }

    Dialogue register(Scheme scheme, Token token, TlsFacts tls) {
        cseq++;
        return request(scheme, token, tls, 7200);
    }

    Dialogue signOut() {
        cseq++;
        return request(Scheme.TLS_DSK, Token.SIGNED, TlsFacts.NONE, 0);
    }

    /** The same message again, as another host logged it. */
    Dialogue againOn(String hop) {
        RegisterMessage last = messages.getLast();
        now += 0.01;
        add(last.status(), last.scheme(), last.token(), last.tls(), last.offers(), last.diagnosticId(), last.expires(), hop);
        return this;
    }

    private Dialogue request(Scheme scheme, Token token, TlsFacts tls, int expires) {
        add(0, scheme, token, tls, List.of(), OptionalInt.empty(), OptionalInt.of(expires), host);
        return this;
    }

    Dialogue answer(int status) {
        List<Scheme> offers = status == 401 ? List.of(Scheme.KERBEROS, Scheme.NTLM, Scheme.TLS_DSK) : List.of();
        add(status, Scheme.NONE, Token.NONE, TlsFacts.NONE, offers, OptionalInt.empty(), OptionalInt.empty(), host);
        return this;
    }

    Dialogue answer(int status, int diagnosticId) {
        add(status, Scheme.NONE, Token.NONE, TlsFacts.NONE, List.of(), OptionalInt.of(diagnosticId), OptionalInt.empty(), host);
        return this;
    }

    Dialogue challenge(Scheme scheme, TlsFacts tls) {
        add(401, scheme, Token.FURTHER, tls, List.of(), OptionalInt.empty(), OptionalInt.empty(), host);
        return this;
    }

    private void add(int status, Scheme scheme, Token token, TlsFacts tls, List<Scheme> offers, OptionalInt diagnostic, OptionalInt expires,
            String on) {
        now += 0.05;
        long time = (long) (now * SECOND);
        Evidence evidence = new Evidence("fe.txt", messages.size() * 100L, 100, Optional.of("r" + messages.size()));
        messages.add(new RegisterMessage(time, time, evidence, Optional.of(on), status, "room@contoso.com", Optional.of("epid1"), callId, cseq,
                expires, Optional.of("SRS"), Optional.of("10.0.0.9:5000"), scheme, token, Optional.empty(), Optional.empty(), tls, offers, diagnostic, Optional.empty(),
                Optional.empty(), Optional.empty(), false));
    }

    /** A whole TLS-DSK sign-in: three ordinary 401s, then the 200. */
    Dialogue tlsDskSignIn() {
        return register(Scheme.NONE, Token.NONE).answer(401).register(Scheme.TLS_DSK, Token.FIRST, hello())
                .challenge(Scheme.TLS_DSK, serverFlight()).register(Scheme.TLS_DSK, Token.FURTHER, clientFlight())
                .challenge(Scheme.TLS_DSK, TlsFacts.NONE).register(Scheme.TLS_DSK, Token.SIGNED).answer(200);
    }

    static TlsFacts hello() {
        return new TlsFacts(true, false, Optional.of("TLS 1.2"), Optional.empty(), false, List.of(), false, List.of(), false, Optional.empty(), Optional.empty());
    }

    static TlsFacts serverFlight() {
        return new TlsFacts(false, true, Optional.of("TLS 1.2"), Optional.empty(), true, List.of("aa"), true, List.of(), false, Optional.empty(), Optional.empty());
    }

    static TlsFacts clientFlight() {
        return new TlsFacts(false, false, Optional.empty(), Optional.empty(), true, List.of("bb"), false, List.of(), true, Optional.empty(), Optional.empty());
    }

    static TlsFacts alert(int number, String name) {
        return new TlsFacts(false, false, Optional.empty(), Optional.empty(), false, List.of(), false, List.of(), false,
                Optional.of(new TlsFacts.Alert(number, name)), Optional.empty());
    }

    /** What is rebuilt of it, if the trace goes on for {@code seconds} after the start. */
    List<SignIn> rebuilt(double seconds) {
        List<RegisterMessage> byTime = messages.stream().sorted(Comparator.comparingLong(RegisterMessage::trueTime)).toList();
        return EndpointHistory.attempts(Exchange.join(byTime)).stream().map(attempt -> attempt.toSignIn((long) (seconds * SECOND), List.of())).toList();
    }
}
