package org.traceweave.analysis.internal.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.analysis.Engine;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.cases.ImportProgress;
import org.traceweave.model.FailedConnection;
import org.traceweave.model.SignIn;
import org.traceweave.samples.ClsWriter;
import org.traceweave.samples.Direction;
import org.traceweave.samples.SipMessage;

class FailedConnectionsTest {

    private static final String CLOSED = "The connection was closed before TLS negotiation completed. Did the remote peer accept our certificate?";

    @TempDir
    private Path folder;
    private final ClsWriter cls = new ClsWriter();

    FailedConnectionsTest() {
        cls.host("POOL01\\FE01").component("SIPStack").at("2018-10-16T12:00:00Z");
    }

    private void failed(String peer, String text, String... more) {
        String[] lines = new String[2 + more.length];
        lines[0] = "Local-IP: 10.20.1.11:5061";
        lines[1] = "Peer-IP: " + peer;
        System.arraycopy(more, 0, lines, 2, more.length);
        cls.connection("error", text, lines);
    }

    private void register(String peer, String user) {
        cls.message(Direction.IN, peer, SipMessage.request("REGISTER", "sip:contoso.com").header("Via", "SIP/2.0/TLS " + peer).header("From", "<sip:" + user + ">;tag=1;epid=e1")
                .header("To", "<sip:" + user + ">").header("Call-ID", "c-" + peer).header("CSeq", "1 REGISTER"));
    }

    private List<FailedConnection> found() throws IOException {
        Path trace = folder.resolve("FE01.txt");
        Files.write(trace, cls.toBytes());
        try (Case of = Case.create(folder.resolve("of.case"), Engine.standard().readers())) {
            of.importSources(List.of(trace), ImportProgress.NONE, new CancelSignal());
            List<SignIn> signIns = SignInReconstruction.of(of, new CancelSignal());
            return FailedConnections.of(of, signIns, new CancelSignal());
        }
    }

    @Test
    void oneThatDiedInTheHandshakeIsToldWithItsCodeInWords() throws IOException {
        failed("10.0.0.9:50123", "TLS negotiation failed", "Result-Code: 0x8009030d (SEC_E_UNKNOWN_CREDENTIALS)");
        FailedConnection connection = found().getFirst();
        assertEquals("10.0.0.9:50123", connection.peer());
        assertEquals("FE01", connection.host());
        assertEquals(Optional.of("0x8009030d"), connection.hresult());
        assertTrue(connection.reason().orElse("").startsWith("TLS negotiation failed: "), connection.reason()::toString);
    }

    @Test
    void aCodeInDecimalIsTheSameCode() throws IOException {
        failed("10.0.0.9:50123", CLOSED, "Result-Code: 2148204809");
        assertEquals(Optional.of("0x800b0109"), found().getFirst().hresult());
    }

    @Test
    void anAlertIsTold() throws IOException {
        failed("10.0.0.9:50123", "TLS negotiation failed, alert 48 received");
        FailedConnection connection = found().getFirst();
        assertEquals(OptionalInt.of(48), connection.alert());
        assertTrue(connection.reason().orElse("").contains("unknown_ca"));
    }

    @Test
    void oneThatCarriedSipIsNone() throws IOException {
        register("10.0.0.9:50123", "anna@contoso.com");
        cls.later(20);
        failed("10.0.0.9:50123", "Receive operation on the connection failed", "Result-Code: 0x80072746");
        assertEquals(List.of(), found());
    }

    @Test
    void anotherPortOfThatAddressIsAnotherConnectionOfAKnownUser() throws IOException {
        register("10.0.0.9:50123", "anna@contoso.com");
        cls.later(20);
        failed("10.0.0.9:50124", CLOSED);
        assertEquals(List.of("anna@contoso.com"), found().getFirst().users());
    }

    @Test
    void equalFailuresThatFollowEachOtherAreOne() throws IOException {
        for (int i = 0; i < 5; i++) {
            failed("10.0.0.9:" + (50_123 + i), CLOSED);
            cls.later(40);
        }
        cls.later(1200);
        failed("10.0.0.9:50200", CLOSED);
        failed("10.0.0.10:50200", CLOSED);
        List<FailedConnection> found = found();
        assertEquals(List.of(5L, 1L, 1L), found.stream().map(FailedConnection::count).toList());
        assertEquals("10.0.0.9", found.getFirst().peer(), "several ports");
        assertEquals(5, found.getFirst().evidence().size());
    }

    @Test
    void anOrdinaryEndIsNone() throws IOException {
        cls.connection("information", "Connection established", "Peer-IP: 10.0.0.9:50123");
        cls.connection("information", "Connection was closed by the remote peer", "Peer-IP: 10.0.0.9:50123");
        assertEquals(List.of(), found());
    }

    @Test
    void thePeersNameIsKept() throws IOException {
        failed("10.0.0.9:50123", "Outbound TLS negotiation failed", "Peer-FQDN: edge01.contoso.com", "Result-Code: 0x80090322");
        assertEquals(Optional.of("edge01.contoso.com"), found().getFirst().peerName());
    }
}
