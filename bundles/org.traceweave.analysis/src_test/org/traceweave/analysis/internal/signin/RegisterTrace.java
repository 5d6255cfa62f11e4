package org.traceweave.analysis.internal.signin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.traceweave.analysis.Engine;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.cases.ImportProgress;
import org.traceweave.model.SignIn;
import org.traceweave.samples.ClsWriter;
import org.traceweave.samples.Direction;
import org.traceweave.samples.SipMessage;

/** A server trace of one endpoint's REGISTER requests and their answers, real tokens and all, and what is rebuilt of it. Begins at noon. */
final class RegisterTrace {

    static final String OFFERS = "WWW-Authenticate: NTLM realm=\"SIP Communications Service\", targetname=\"fe01.contoso.local\", version=4\r\n"
            + "WWW-Authenticate: TLS-DSK realm=\"SIP Communications Service\", targetname=\"fe01.contoso.local\", version=4\r\n";

    private final ClsWriter cls = new ClsWriter();
    private String callId = "call-1";
    private String epid = "e1";
    private String peer = "10.0.0.9:50123";
    private String userAgent = "UCCAPI/16.0.4266.1001 OC/16.0.4266.1001 (Skype for Business)";
    private String server = "RTC/6.0";
    private int cseq;

    RegisterTrace() {
        cls.host("POOL01\\FE01").component("SIPStack").at("2018-10-16T12:00:00Z");
    }

    /** UTC nanoseconds, by which the servers' clocks go. */
    long time() {
        return cls.time();
    }

    RegisterTrace later(double seconds) {
        cls.later(seconds);
        return this;
    }

    RegisterTrace host(String poolAndMachine) {
        cls.host(poolAndMachine);
        return this;
    }

    RegisterTrace call(String id) {
        callId = id;
        cseq = 0;
        return this;
    }

    RegisterTrace endpoint(String id, String address, String agent) {
        epid = id;
        peer = address;
        userAgent = agent;
        return this;
    }

    RegisterTrace server(String header) {
        server = header;
        return this;
    }

    /** A request with these header lines, each ended by CRLF. */
    RegisterTrace register(String headers) {
        cseq++;
        return again(Direction.IN, headers);
    }

    /** The same request again, on this host. */
    RegisterTrace again(Direction direction, String headers) {
        cls.later(0.02);
        cls.message(direction, peer, common(SipMessage.request("REGISTER", "sip:contoso.com")).header("User-Agent", userAgent).headers(headers));
        return this;
    }

    RegisterTrace register() {
        return register("Expires: 7200\r\n");
    }

    /** A request with a token of {@code scheme}. */
    RegisterTrace token(String scheme, byte[] token) {
        return register(authorization(scheme, token));
    }

    static String authorization(String scheme, byte[] token) {
        return "Authorization: " + scheme + " qop=\"auth\", realm=\"SIP Communications Service\", targetname=\"fe01.contoso.local\", gssapi-data=\"" + base64(token)
                + "\", version=4\r\n";
    }

    /** A request signed under what was agreed on. */
    RegisterTrace signed(String scheme, int expires) {
        return register("Authorization: " + scheme + " qop=\"auth\", realm=\"SIP Communications Service\", opaque=\"F755045D\", targetname=\"fe01.contoso.local\","
                + " crand=\"deadbeef\", cnum=\"1\", response=\"0123456789abcdef0123456789abcdef01234567\"\r\nExpires: " + expires + "\r\n");
    }

    RegisterTrace answer(int status, String headers) {
        cls.later(0.02);
        cls.message(Direction.OUT, peer, common(SipMessage.response(status, status == 401 ? "Unauthorized" : status == 200 ? "OK" : "Answer")).header("Server", server)
                .headers(headers));
        return this;
    }

    RegisterTrace answer(int status) {
        return answer(status, status == 401 ? OFFERS : "Expires: 7200\r\n");
    }

    /** A 401 that goes on with a scheme. */
    RegisterTrace challenge(String scheme, byte[] token) {
        return answer(401, challengeHeader(scheme, token));
    }

    static String challengeHeader(String scheme, byte[] token) {
        return "WWW-Authenticate: " + scheme + " opaque=\"F755045D\", gssapi-data=\"" + base64(token)
                + "\", targetname=\"fe01.contoso.local\", realm=\"SIP Communications Service\", version=4\r\n";
    }

    private static String base64(byte[] token) {
        return Base64.getEncoder().encodeToString(token);
    }

    private SipMessage common(SipMessage message) {
        return message.header("Via", "SIP/2.0/TLS " + peer).header("From", "<sip:room1@contoso.com>;tag=1;epid=" + epid).header("To", "<sip:room1@contoso.com>")
                .header("Call-ID", callId).header("CSeq", cseq + " REGISTER");
    }

    /** A message as another source tells it, as it stands. */
    RegisterTrace raw(boolean request, String wire) {
        cls.later(0.02);
        byte[] bytes = wire.getBytes(StandardCharsets.UTF_8);
        cls.message(request ? Direction.IN : Direction.OUT, peer, 0xC23F, bytes, bytes.length);
        return this;
    }

    byte[] toBytes() {
        return cls.toBytes();
    }

    /** Thumbprints of the certificates that the case finds in the trace. */
    List<String> certificates(Path folder) throws IOException {
        Path trace = folder.resolve("FE01.txt");
        Files.write(trace, cls.toBytes());
        try (Case of = Case.create(folder.resolve("certificates.case"), Engine.standard().readers())) {
            of.importSources(List.of(trace), ImportProgress.NONE, new CancelSignal());
            return Engine.standard().analyse(of).certificates(new CancelSignal()).stream().flatMap(certificate -> certificate.sha1().stream()).sorted().toList();
        }
    }

    /** What is rebuilt, where the trace goes on for an hour. */
    List<SignIn> rebuilt(Path folder) throws IOException {
        cls.later(3600);
        cls.trace("the trace goes on");
        Path trace = folder.resolve("FE01.txt");
        Files.write(trace, cls.toBytes());
        try (Case of = Case.create(folder.resolve("of.case"), Engine.standard().readers())) {
            of.importSources(List.of(trace), ImportProgress.NONE, new CancelSignal());
            return SignInReconstruction.of(of, new CancelSignal());
        }
    }
}
