package org.traceweave.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.cases.ImportProgress;
import org.traceweave.model.SignIn;
import org.traceweave.samples.ClsWriter;
import org.traceweave.samples.Direction;
import org.traceweave.samples.SipMessage;

/** A trace of one sign-in, written hop by hop, so that a test reads as the way of its messages. The client is 10.0.0.9:50000. */
final class LadderCase {

    static final String CLIENT = "10.0.0.9:50000";
    static final String EDGE = "10.1.0.1:50884";
    static final String FRONT_END = "10.2.0.1:5061";

    private final ClsWriter cls = new ClsWriter();
    private final Path folder;

    LadderCase(Path folder) {
        this.folder = folder;
        cls.component("SIPStack").at("2018-10-16T12:00:00Z");
    }

    LadderCase on(String host) {
        cls.host("POOL01\\" + host);
        return this;
    }

    LadderCase later(double seconds) {
        cls.later(seconds);
        return this;
    }

    LadderCase logs(Direction direction, String peer, SipMessage message) {
        cls.later(0.01).message(direction, peer, message);
        return this;
    }

    LadderCase connection(String text) {
        cls.connection("information", text, "Local-IP: " + FRONT_END, "Peer-IP: " + CLIENT, "Connection-ID: 0x1", "Transport: TLS");
        return this;
    }

    /** @param vias from the topmost to the client's */
    static SipMessage register(int cseq, String... vias) {
        SipMessage message = SipMessage.request("REGISTER", "sip:contoso.com");
        return addressed(message, cseq, vias).header("User-Agent", "UCCAPI/16.0");
    }

    static SipMessage answer(int cseq, int status, String phrase, String... vias) {
        return addressed(SipMessage.response(status, phrase), cseq, vias);
    }

    private static SipMessage addressed(SipMessage message, int cseq, String... vias) {
        for (String via : vias) {
            message.header("Via", "SIP/2.0/TLS " + via + ";branch=z9hG4bK" + via.hashCode() + cseq);
        }
        return message.header("From", "<sip:anna@contoso.com>;tag=1;epid=e1").header("To", "<sip:anna@contoso.com>").header("Call-ID", "c1")
                .header("CSeq", cseq + " REGISTER");
    }

    static String token(byte[] bytes) {
        return "TLS-DSK qop=\"auth\", opaque=\"1\", realm=\"SIP Communications Service\", targetname=\"FE01.contoso.local\", gssapi-data=\""
                + Base64.getEncoder().encodeToString(bytes) + "\", version=4";
    }

    /** The ladder of the one attempt. */
    CallFlow read() throws IOException {
        cls.later(120).trace("the end");
        Path trace = folder.resolve("trace.txt");
        Files.write(trace, cls.toBytes());
        try (Case of = Case.create(folder.resolve("of.case"), Engine.standard().readers())) {
            of.importSources(List.of(trace), ImportProgress.NONE, new CancelSignal());
            CaseAnalysis analysis = Engine.standard().analyse(of);
            List<SignIn> signIns = analysis.signIns(new CancelSignal());
            assertEquals(1, signIns.size(), signIns::toString);
            return CallFlow.of(of, analysis, signIns.getFirst(), new CancelSignal());
        }
    }
}
