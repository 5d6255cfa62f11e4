package org.traceweave.analysis.internal.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.traceweave.analysis.Engine;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.cases.ImportProgress;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.SignIn;
import org.traceweave.samples.ClsWriter;
import org.traceweave.samples.Direction;
import org.traceweave.samples.SipMessage;

/** Attempts that web services end before SIP begins. */
class HttpRefusalTest {

    private static final String PROVISIONING = "/CertProv/CertProvisioningService.svc";
    private static final String TICKET = "/WebTicket/WebTicketService.svc";

    @TempDir
    private Path folder;
    private final ClsWriter cls = new ClsWriter();

    HttpRefusalTest() {
        cls.host("POOL01\\FE01").component("WebInfrastructure").at("2018-10-16T12:00:00Z");
    }

    private void asked(String path, SipMessage answer) {
        cls.correlation(77).http("TL_INFO", Direction.IN, "10.0.0.9:50000", SipMessage.startingWith("POST " + path + " HTTP/1.1").header("Host", "pool01.contoso.local")
                .header("User-Agent", "UCCAPI/16.0").body("text/xml", "<a Entity=\"sip:anna@contoso.com\"/>"));
        cls.later(0.1);
        cls.correlation(77).http("TL_INFO", Direction.OUT, "10.0.0.9:50000", answer);
        cls.later(1);
    }

    private static SipMessage answer(String status) {
        return SipMessage.startingWith("HTTP/1.1 " + status);
    }

    private List<SignIn> signIns() throws IOException {
        Path trace = folder.resolve("FE01.txt");
        cls.later(120).trace("the end");
        Files.write(trace, cls.toBytes());
        try (Case of = Case.create(folder.resolve("of.case"), Engine.standard().readers())) {
            of.importSources(List.of(trace), ImportProgress.NONE, new CancelSignal());
            return SignInReconstruction.of(of, new CancelSignal());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"28032;source=\"fe01.contoso.local\";reason=\"The web ticket is invalid.\"", "28032.1;reason=\"The web ticket is invalid.\""})
    void theHeaderSaysWhy(String header) throws IOException {
        asked(PROVISIONING, answer("500 Internal Server Error").header("X-Ms-diagnostics", header));
        SignIn signIn = signIns().getFirst();
        assertEquals(OptionalInt.of(28_032), signIn.diagnosticId());
        assertEquals("HTTP 500: The web ticket is invalid.", signIn.reason().orElseThrow());
        assertEquals(Phase.PROVISIONING, signIn.phase());
        assertEquals(Outcome.FAILED, signIn.outcome());
        assertEquals("anna@contoso.com", signIn.user());
    }

    @Test
    void aFaultInTheBodySaysWhy() throws IOException {
        asked(TICKET, answer("500 Internal Server Error").body("text/xml", "<s:Fault><detail><f:Ms-Diagnostics-Fault><ErrorId>28020</ErrorId>"
                + "<Reason>No valid security token.</Reason></f:Ms-Diagnostics-Fault></detail></s:Fault>"));
        SignIn signIn = signIns().getFirst();
        assertEquals(OptionalInt.of(28_020), signIn.diagnosticId());
        assertTrue(signIn.steps().getLast().result().contains("No valid security token."), signIn.steps()::toString);
    }

    @Test
    void provisioningThatSaysNoToATicketEndsTheAttempt() throws IOException {
        asked(TICKET, answer("200 OK"));
        asked(PROVISIONING, answer("401 Unauthorized"));
        SignIn signIn = signIns().getFirst();
        assertEquals(Phase.PROVISIONING, signIn.phase());
        assertEquals(Outcome.FAILED, signIn.outcome());
    }

    @Test
    void aFirst401OfTheTicketServiceIsNoFailure() throws IOException {
        asked(TICKET, answer("401 Unauthorized"));
        asked(TICKET, answer("200 OK"));
        assertEquals(List.of(), signIns());
    }

    @Test
    void aRefusalThatRegisterFollowsIsAStep() throws IOException {
        asked(PROVISIONING, answer("401 Unauthorized"));
        cls.component("SIPStack").message(Direction.IN, "10.0.0.9:50007", SipMessage.request("REGISTER", "sip:contoso.com").header("Via", "SIP/2.0/TLS 10.0.0.9:50007")
                .header("From", "<sip:anna@contoso.com>;tag=1;epid=e1").header("To", "<sip:anna@contoso.com>").header("Call-ID", "c1").header("CSeq", "1 REGISTER")
                .header("User-Agent", "UCCAPI/16.0"));
        List<SignIn> signIns = signIns();
        assertEquals(1, signIns.size());
        assertEquals(Outcome.TIMED_OUT, signIns.getFirst().outcome());
        assertEquals(Phase.PROVISIONING, signIns.getFirst().steps().getFirst().phase());
    }
}
