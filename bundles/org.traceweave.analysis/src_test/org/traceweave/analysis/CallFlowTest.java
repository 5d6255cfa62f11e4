package org.traceweave.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.traceweave.analysis.LadderCase.CLIENT;
import static org.traceweave.analysis.LadderCase.EDGE;
import static org.traceweave.analysis.LadderCase.FRONT_END;
import static org.traceweave.analysis.LadderCase.answer;
import static org.traceweave.analysis.LadderCase.register;
import static org.traceweave.analysis.LadderCase.token;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.Direction;
import org.traceweave.samples.HandshakeWriter;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SampleKeys;
import org.traceweave.samples.SeededRandom;

/** Ladders of one attempt, whose records tell of every hop, of some, or of one alone. */
class CallFlowTest {

    @TempDir
    private Path folder;
    private LadderCase trace;

    @BeforeEach
    void begin() {
        trace = new LadderCase(folder).on("FE01");
    }

    private static List<FlowMessage> messages(CallFlow flow) {
        return flow.elements().stream().filter(FlowMessage.class::isInstance).map(FlowMessage.class::cast).toList();
    }

    private static List<FlowMark> marks(CallFlow flow, FlowMarkKind kind) {
        return flow.elements().stream().filter(FlowMark.class::isInstance).map(FlowMark.class::cast).filter(mark -> mark.kind() == kind).toList();
    }

    private static List<String> ways(FlowMessage message) {
        return message.hops().stream().map(hop -> hop.from() + ">" + hop.to()).toList();
    }

    private void throughTheEdge(int cseq) {
        trace.on("EDGE01").logs(Direction.IN, CLIENT, register(cseq, CLIENT)).logs(Direction.OUT, FRONT_END, register(cseq, EDGE, CLIENT));
        trace.on("FE01").logs(Direction.IN, EDGE, register(cseq, EDGE, CLIENT));
    }

    @Test
    void theSameMessageOnSeveralHostsIsOneMessageWithItsHops() throws IOException {
        throughTheEdge(1);
        trace.logs(Direction.OUT, EDGE, answer(1, 404, "Not Found", EDGE, CLIENT));
        trace.on("EDGE01").logs(Direction.IN, FRONT_END, answer(1, 404, "Not Found", EDGE, CLIENT)).logs(Direction.OUT, CLIENT, answer(1, 404,
                "Not Found", CLIENT));
        CallFlow flow = trace.read();
        List<FlowMessage> messages = messages(flow);
        assertEquals(2, messages.size());
        assertEquals(List.of("client>host:EDGE01", "host:EDGE01>host:FE01"), ways(messages.getFirst()));
        assertEquals(List.of("host:FE01>host:EDGE01", "host:EDGE01>client"), ways(messages.getLast()));
        assertEquals(List.of(FlowRole.CLIENT, FlowRole.EDGE, FlowRole.FRONT_END), flow.participants().stream().map(FlowParticipant::role).toList());
        assertEquals(2, messages.getFirst().hops().getLast().sightings().size());
        assertTrue(messages.stream().flatMap(message -> message.hops().stream()).noneMatch(FlowHop::lost));
    }

    @Test
    void aDirectorThatSendsTheClientHomeIsToldFromTheServerThatTakesIt() throws IOException {
        trace.on("DIR01").logs(Direction.IN, CLIENT, register(1, CLIENT)).logs(Direction.OUT, CLIENT, answer(1, 301,
                "Redirect request to Home Server", CLIENT)
                .header("Contact", "<sip:fe01.contoso.local:5061;transport=tls>"));
        trace.on("FE01").logs(Direction.IN, CLIENT, register(2, CLIENT)).logs(Direction.OUT, CLIENT, answer(2, 404, "Not Found", CLIENT));
        CallFlow flow = trace.read();
        assertEquals(List.of("client", "host:DIR01", "host:FE01"), flow.participants().stream().map(FlowParticipant::id).toList());
        assertEquals(List.of(FlowRole.CLIENT, FlowRole.DIRECTOR, FlowRole.FRONT_END), flow.participants().stream().map(FlowParticipant::role)
                .toList());
        FlowMessage redirect = messages(flow).get(1);
        assertFalse(redirect.refusal());
        assertEquals("fe01.contoso.local:5061", redirect.details().stream().filter(detail -> detail.name().equals("sent to")).findFirst()
                .orElseThrow().words());
    }

    @Test
    void aMessageOverThreeServersHasThreeHops() throws IOException {
        String director = "10.1.0.2:50001";
        trace.on("EDGE01").logs(Direction.IN, CLIENT, register(1, CLIENT)).logs(Direction.OUT, "10.1.0.2:5061", register(1, EDGE, CLIENT));
        trace.on("DIR01").logs(Direction.IN, EDGE, register(1, EDGE, CLIENT)).logs(Direction.OUT, FRONT_END, register(1, director, EDGE, CLIENT));
        trace.on("FE01").logs(Direction.IN, director, register(1, director, EDGE, CLIENT));
        CallFlow flow = trace.read();
        assertEquals(List.of("client>host:EDGE01", "host:EDGE01>host:DIR01", "host:DIR01>host:FE01"), ways(messages(flow).getFirst()));
        assertEquals(List.of(FlowRole.CLIENT, FlowRole.EDGE, FlowRole.DIRECTOR, FlowRole.SERVER), flow.participants().stream()
                .map(FlowParticipant::role).toList());
    }

    @Test
    void hopsThatNobodyTracedAreKnownByTheirVia() throws IOException {
        trace.logs(Direction.IN, EDGE, register(1, EDGE, CLIENT)).logs(Direction.OUT, EDGE, answer(1, 404, "Not Found", EDGE, CLIENT));
        List<FlowMessage> messages = messages(trace.read());
        assertEquals(List.of("client>at:10.1.0.1", "at:10.1.0.1>host:FE01"), ways(messages.getFirst()));
        assertEquals(List.of("host:FE01>at:10.1.0.1", "at:10.1.0.1>client"), ways(messages.getLast()));
        assertEquals(List.of(), messages.getFirst().hops().getFirst().sightings());
    }

    @Test
    void aMessageThatItsReceiverDidNotLogThoughItTracesIsLost() throws IOException {
        throughTheEdge(1);
        trace.logs(Direction.OUT, EDGE, answer(1, 401, "Unauthorized", EDGE, CLIENT).header("WWW-Authenticate",
                "NTLM realm=\"x\", targetname=\"FE01\", version=4"));
        trace.on("EDGE01").logs(Direction.OUT, CLIENT, answer(1, 401, "Unauthorized", CLIENT));
        trace.logs(Direction.IN, CLIENT, register(2, CLIENT)).logs(Direction.OUT, FRONT_END, register(2, EDGE, CLIENT));
        CallFlow flow = trace.read();
        FlowMessage lost = messages(flow).getLast();
        assertEquals(List.of("client>host:EDGE01", "host:EDGE01>host:FE01"), ways(lost));
        assertEquals(List.of(false, true), lost.hops().stream().map(FlowHop::lost).toList());
        assertTrue(marks(flow, FlowMarkKind.SILENCE).getFirst().words().endsWith("it did not reach FE01"), flow.elements()::toString);
    }

    @Test
    void aRequestWithoutAnAnswerSaysSo() throws IOException {
        trace.logs(Direction.IN, CLIENT, register(1, CLIENT));
        CallFlow flow = trace.read();
        assertEquals(1, marks(flow, FlowMarkKind.SILENCE).size());
        assertEquals("timed out at connect: no answer within 32 s", marks(flow, FlowMarkKind.OUTCOME).getFirst().words());
        assertEquals(FlowRole.SERVER, flow.participants().getLast().role());
    }

    @Test
    void whatIsSentAgainIsAnotherMessage() throws IOException {
        trace.logs(Direction.IN, CLIENT, register(1, CLIENT)).later(1).logs(Direction.IN, CLIENT, register(1, CLIENT))
                .logs(Direction.OUT, CLIENT, answer(1, 404, "Not Found", CLIENT));
        List<String> titles = messages(trace.read()).stream().map(FlowMessage::title).toList();
        assertEquals(List.of("REGISTER", "REGISTER (again)", "404 Not Found"), titles);
    }

    @Test
    void connectionsOfTheClientStandBesideItsMessages() throws IOException {
        trace.connection("Connection established").logs(Direction.IN, CLIENT, register(1, CLIENT)).logs(Direction.OUT, CLIENT, answer(1, 404,
                "Not Found", CLIENT));
        CallFlow flow = trace.read();
        assertEquals("Connection established", marks(flow, FlowMarkKind.CONNECTION).getFirst().words());
        assertEquals("host:FE01", marks(flow, FlowMarkKind.CONNECTION).getFirst().participant());
    }

    private static byte[] serverFlight() {
        IssuedCertificate root = CertificateMaker.subject("CN=Root CA").key(SampleKeys.rsa(0)).authority().valid("2015-01-01T00:00:00Z",
                "2035-01-01T00:00:00Z").make();
        IssuedCertificate leaf = CertificateMaker.subject("CN=fe01.contoso.local").key(SampleKeys.rsa(1)).server().issuedBy(root)
                .signedWith("SHA1withRSA")
                .valid("2018-01-01T00:00:00Z", "2019-01-01T00:00:00Z").make();
        return new HandshakeWriter(new SeededRandom(1)).serverFlight(List.of(leaf, root), List.of("CN=Communications Server"));
    }

    private CallFlow handshake(byte[]... serverTokens) throws IOException {
        byte[] hello = new HandshakeWriter(new SeededRandom(1)).clientHello("fe01.contoso.local");
        trace.logs(Direction.IN, CLIENT, register(1, CLIENT).header("Authorization", token(hello)));
        int cseq = 1;
        for (byte[] part : serverTokens) {
            trace.logs(Direction.OUT, CLIENT, answer(cseq++, 401, "Unauthorized", CLIENT).header("WWW-Authenticate", token(part)));
            trace.logs(Direction.IN, CLIENT, register(cseq, CLIENT).header("Authorization", token(cseq > serverTokens.length
                    ? HandshakeWriter.alert(2, 48) : new byte[0])));
        }
        return trace.read();
    }

    private static List<String> names(FlowMessage message) {
        return message.details().stream().filter(detail -> detail.kind() != FlowDetail.Kind.HEADER).map(FlowDetail::name).toList();
    }

    @Test
    void theHandshakeInsideTheMessagesIsUnfolded() throws IOException {
        List<FlowMessage> messages = messages(handshake(serverFlight()));
        assertEquals(List.of("ClientHello"), names(messages.getFirst()));
        assertEquals(List.of("ServerHello", "Certificate", "fe01.contoso.local", "Root CA", "CertificateRequest", "ServerHelloDone"),
                names(messages.get(1)));
        List<FlowDetail> server = messages.get(1).details();
        assertTrue(server.getFirst().words().startsWith("TLS 1.2, TLS_"), server::toString);
        assertEquals("issued by Root CA, SHA1, valid until 2019-01-01", server.get(2).words());
        assertEquals(List.of(true, false), List.of(server.get(2).grave(), server.get(3).grave()));
        assertTrue(server.get(2).thumbprint().isPresent());
        assertEquals("issued by Communications Server", server.get(4).words());
        assertEquals(List.of("alert 48 unknown_ca"), names(messages.getLast()));
        assertTrue(messages.getLast().refusal());
        assertFalse(messages.get(1).refusal());
    }

    @Test
    void aFlightSpreadOverTwoMessagesIsPutTogether() throws IOException {
        byte[] whole = serverFlight();
        int middle = whole.length / 2;
        List<FlowMessage> messages = messages(handshake(Arrays.copyOf(whole, middle), Arrays.copyOfRange(whole, middle, whole.length)));
        FlowMessage second = messages.stream().filter(message -> message.status().isPresent()).toList().getLast();
        assertEquals("rest of a flight", names(second).getFirst());
        assertTrue(names(second).containsAll(List.of("fe01.contoso.local", "Root CA", "ServerHelloDone")), second::toString);
    }

    @Test
    void everyElementIsFoundByItsEvidenceAndEveryHopHasSightings() throws IOException {
        throughTheEdge(1);
        trace.logs(Direction.OUT, EDGE, answer(1, 404, "Not Found", EDGE, CLIENT));
        CallFlow flow = trace.read();
        Stream<FlowSighting> sightings = messages(flow).stream().flatMap(message -> message.hops().stream()).flatMap(hop -> hop.sightings().stream());
        assertEquals(flow.signIn().messages().size(), sightings.filter(sighting -> flow.at(sighting.evidence())
                .orElseThrow() instanceof FlowMessage).count());
    }

    @Test
    void theTextDrawsArrowsBothWays() throws IOException {
        throughTheEdge(1);
        trace.logs(Direction.OUT, EDGE, answer(1, 404, "Not Found", EDGE, CLIENT));
        String text = new CallFlowText(ZoneOffset.UTC).write(trace.read());
        assertTrue(text.lines().anyMatch(line -> line.matches("12:00:00\\.\\d{3} +\\|-+REGISTER \\(1\\)-+>\\| +\\|")), text);
        assertTrue(text.lines().anyMatch(line -> line.matches("12:00:00\\.\\d{3} +\\| +\\|X-+404 Not Found \\(1\\)-+\\|")), text);
        assertTrue(text.lines().allMatch(line -> line.equals(line.stripTrailing())), text);
        assertTrue(text.lines().anyMatch(line -> line.contains("= failed")), text);
    }
}
