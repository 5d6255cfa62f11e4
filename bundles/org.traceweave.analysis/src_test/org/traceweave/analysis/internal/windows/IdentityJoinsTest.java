package org.traceweave.analysis.internal.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.traceweave.model.Phase;
import org.traceweave.model.Related;
import org.traceweave.model.RelatedKind;
import org.traceweave.model.RelationGround;
import org.traceweave.model.RelationJoin;
import org.traceweave.model.Scheme;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.Direction;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SampleKeys;
import org.traceweave.samples.SipMessage;

/** Each identity by which an event explains a sign-in or a connection that failed. */
class IdentityJoinsTest {

    static final String SERVER_USAGE = "1.3.6.1.5.5.7.3.1";
    static final String CLIENT_USAGE = "1.3.6.1.5.5.7.3.2";
    static final IssuedCertificate ROOT = CertificateMaker.subject("CN=Contoso Root").key(SampleKeys.rsa(0)).authority().make();
    static final IssuedCertificate FRONT_END = CertificateMaker.subject("CN=fe01.contoso.local").key(SampleKeys.rsa(1)).issuedBy(ROOT).server()
            .dns("fe01.contoso.local", "pool01.contoso.local", "sip.contoso.com").serial(new BigInteger("1020304050607080", 16)).make();
    static final IssuedCertificate ALICES = CertificateMaker.subject("CN=alice@contoso.com").key(SampleKeys.rsa(2)).issuedBy(ROOT).client().make();

    private Scene scene;

    @BeforeEach
    void begin(@TempDir Path folder) {
        scene = new Scene(folder.resolve("scene"));
    }

    private static Related only(List<Related> related) {
        assertEquals(1, related.size(), related::toString);
        Related one = related.getFirst();
        double sum = one.grounds().stream().mapToDouble(RelationGround::weight).sum();
        assertEquals(one.confidence(), sum, 1e-9, "the weights add up to the confidence");
        return one;
    }

    private static void joinedBy(RelationJoin join, Related related) {
        assertEquals(join, related.grounds().getFirst().join(), related::toString);
    }

    @Test
    void aDeviceThatRefusesTheCertificateItWasShownExplains() {
        Related related = only(scene.attempt("alice@contoso.com", 0).shown(FRONT_END, ROOT).done()
                .logs("ROOM1", LoggedEvents.chain("ROOM1", "SkypeRoomSystem.exe", "t1", SERVER_USAGE, 0.5, FRONT_END, ROOT)).told().explaining(0));
        joinedBy(RelationJoin.CERTIFICATE, related);
        assertEquals(RelatedKind.CAPI2, related.kind());
        assertEquals(-1.5, related.deltaSeconds(), 1e-6);
        assertTrue(related.confidence() > 0.6 && related.grounds().stream().anyMatch(ground -> ground.join() == RelationJoin.PROCESS), related::toString);
    }

    @Test
    void aServerThatRefusesTheClientsCertificateExplains() {
        Related related = only(scene.attempt("alice@contoso.com", 0).showing(ALICES).done().attempt("bob@contoso.com", 600).succeeded().done()
                .logs("FE01", LoggedEvents.certificate("FE01", 36877, ALICES, 1)).told().explaining(0));
        joinedBy(RelationJoin.CERTIFICATE, related);
        assertTrue(related.grounds().stream().anyMatch(ground -> ground.join() == RelationJoin.USER), "its subject names her too");
    }

    @Test
    void aSerialNumberIsTheSameInReverseByteOrder() {
        byte[] bytes = HexFormat.of().parseHex("8070605040302010");
        Related related = only(scene.attempt("alice@contoso.com", 0).shown(FRONT_END, ROOT).done()
                .logs("FE01", LoggedEvents.serial("FE01", HexFormat.of().formatHex(bytes), 1)).told().explaining(0));
        joinedBy(RelationJoin.CERTIFICATE, related);
        assertEquals("serial 1020304050607080", related.grounds().getFirst().value());
    }

    @Test
    void anAddressWithItsPortExplains() {
        joinedBy(RelationJoin.ADDRESS, only(scene.attempt("alice@contoso.com", 0).from("10.1.2.3:50123").done()
                .logs("FE01", LoggedEvents.server("FE01", "LS Protocol Stack", 14550, "TLS failed with 10.1.2.3:50123: 0x80090326", 1)).told().explaining(0)));
    }

    @ParameterizedTest
    @CsvSource({"orion.room,CONTOSO", "orion.room@contoso.com,-", "orion.room@contoso.local,", "ORION.ROOM,contoso.com"})
    void aUserIsTheSameInEveryFormInWhichWindowsWritesIt(String account, String domain) {
        joinedBy(RelationJoin.USER, only(scene.attempt("orion.room@contoso.com", 0).done()
                .logs("FE01", LoggedEvents.refused("FE01", account, domain == null ? "" : domain, "-", "-", 1)).told().explaining(0)));
    }

    @Test
    void aBareAccountNameIsTheUsersIfNobodyElseHasIt() {
        scene.attempt("alice@contoso.com", 0).done().attempt("bob@contoso.com", 100).done().attempt("bob@fabrikam.com", 200).done()
                .logs("DC01", LoggedEvents.refusedNtlm("DC01", "alice", 1)).logs("DC01", LoggedEvents.refusedNtlm("DC01", "bob", 101));
        Scene.Told told = scene.told();
        joinedBy(RelationJoin.USER, only(told.explaining(0)));
        assertEquals(List.of(), told.explaining(1));
    }

    @Test
    void aRefusedLogonFromTheClientsAddressIsWorthMore() {
        scene.attempt("alice@contoso.com", 0).from("10.1.2.3:50123").done().attempt("bob@contoso.com", 100).from("10.1.2.4:50123").done()
                .logs("FE01", LoggedEvents.refused("FE01", "alice", "CONTOSO", "10.1.2.3", "60001", 1))
                .logs("FE01", LoggedEvents.refused("FE01", "bob", "CONTOSO", "-", "-", 101));
        Scene.Told told = scene.told();
        assertTrue(only(told.explaining(0)).confidence() > only(told.explaining(1)).confidence());
    }

    @Test
    void aNameThatTheClientAskedForExplainsOnTheClientsMachine() {
        scene.attempt("alice@contoso.com", 0).shown(FRONT_END, ROOT).done().logs("ROOM1", LoggedEvents.alertSent("ROOM1", 46, "pool01.contoso.local", 1));
        joinedBy(RelationJoin.TARGET, only(scene.told().explaining(0)));
    }

    @Test
    void theNameByWhichClientsFindTheServersExplainsToo() {
        scene.attempt("alice@contoso.com", 0).by(Scheme.NONE, Phase.DISCOVERY).done()
                .logs("ROOM1", LoggedEvents.policy("ROOM1", "lync.exe", FRONT_END, "lyncdiscover.contoso.com", 1));
        joinedBy(RelationJoin.TARGET, only(scene.told().explaining(0)));
    }

    @Test
    void aServerThatCannotReachTheNextExplainsAllThatFailedInTheTimeItSumsUp() {
        String text = "Over the past 15 minutes, the server has experienced TLS outgoing connection failures 2 time(s). The error code of the last failure is "
                + "0x80090325 while trying to connect to the server \"fe02.contoso.local\" at address [10.0.0.5:5061].";
        scene.attempt("alice@contoso.com", 0).at("FE01", "FE02").done().attempt("bob@contoso.com", 400).at("FE01", "FE02").done()
                .attempt("carol@contoso.com", 1000).at("FE01", "FE02").done().logs("FE01", LoggedEvents.server("FE01", "LS Protocol Stack", 14428, text, 800));
        Scene.Told told = scene.told();
        joinedBy(RelationJoin.TARGET, only(told.explaining(0)));
        joinedBy(RelationJoin.TARGET, only(told.explaining(1)));
        assertEquals(List.of(), told.explaining(2));
    }

    @Test
    void aCallIdExplainsInEventsAndInTheStacksOwnDiagnostics() {
        scene.attempt("alice@contoso.com", 0).callId("a1b2c3d4e5").done()
                .logs("FE01", LoggedEvents.server("FE01", "LS User Services", 32263, "Request failed. Call-Id: a1b2c3d4e5. Error 0xC3E93C2F", 1));
        scene.trace().at(Scene.at(1)).diagnostic("error", "The user is not known", "Result-Code: 0xc3e93c2f SIPPROXY_E_UNKNOWN_USER_OR_EPID",
                "SIP-Start-Line: REGISTER sip:contoso.com SIP/2.0", "SIP-Call-ID: a1b2c3d4e5", "SIP-CSeq: 2 REGISTER", "Peer: 10.1.2.3:50123");
        List<Related> related = scene.told().explaining(0);
        assertEquals(2, related.size(), related::toString);
        related.forEach(each -> joinedBy(RelationJoin.CALL_ID, each));
        assertTrue(related.stream().anyMatch(each -> each.kind() == RelatedKind.SIP_DIAGNOSTIC));
    }

    @Test
    void aConnectionBlockOfTheClientsAddressAndPortExplains() {
        scene.attempt("alice@contoso.com", 0).from("10.1.2.3:50123").done();
        scene.trace().at(Scene.at(2)).connection("error", "Receive operation on the connection failed", "Local-IP: 10.0.0.1:5061", "Peer-IP: 10.1.2.3:50123",
                "Connection-ID: 0x1", "Transport: TLS", "Result-Code: 0x80072746");
        scene.trace().at(Scene.at(2)).connection("error", "Receive operation on the connection failed", "Local-IP: 10.0.0.1:5061", "Peer-IP: 10.1.2.3:50999",
                "Connection-ID: 0x2", "Transport: TLS", "Result-Code: 0x80072746");
        Related related = only(scene.told().explaining(0));
        joinedBy(RelationJoin.ADDRESS, related);
        assertEquals(RelatedKind.SIP_DIAGNOSTIC, related.kind());
    }

    @Test
    void whatSharesACorrelationIdWithARefusedRequestOfTheUserExplainsToo() {
        scene.attempt("alice@contoso.com", 0).by(Scheme.NONE, Phase.WEB_TICKET).done();
        scene.trace().component("WebInfrastructure").correlation(2_147_486_114L).at(Scene.at(1)).http("TL_INFO", Direction.OUT, "10.1.2.3:50200",
                SipMessage.startingWith("HTTP/1.1 500 Internal Server Error").header("X-MS-Correlation-Id", "2147486114")
                        .header("X-Ms-diagnostics", "28032;source=\"fe01.contoso.local\";reason=\"The web ticket is invalid.\"")
                        .header("X-Ms-User", "sip:alice@contoso.com"));
        scene.trace().component("SIPStack").correlation(2_147_486_114L).at(Scene.at(1)).diagnostic("error", "The ticket is not for this pool",
                "Result-Code: 0x80090325 SEC_E_UNTRUSTED_ROOT");
        assertEquals(List.of(RelationJoin.USER, RelationJoin.CORRELATION),
                scene.told().explaining(0).stream().map(each -> each.grounds().getFirst().join()).sorted(java.util.Comparator.reverseOrder()).toList());
    }

    @Test
    void aFailedConnectionIsExplainedByItsAddressAndByItsClientsMachine() {
        scene.attempt("bob@contoso.com", 600).shown(FRONT_END, ROOT).succeeded().done().attempt("carol@contoso.com", 700).shown(FRONT_END, ROOT).succeeded().done()
                .connection("10.1.2.3:50123", "FE01", 0, OptionalInt.of(48))
                .logs("FE01", LoggedEvents.server("FE01", "LS Protocol Stack", 14550, "TLS failed with 10.1.2.3:50123: 0x80090325", 0.2))
                .logs("FE01", LoggedEvents.alertReceived("FE01", 48, 0.4)).logs("ROOM1", LoggedEvents.alertSent("ROOM1", 48, "pool01.contoso.local", 0.3));
        List<Related> related = scene.told().connections().getFirst().related();
        assertEquals(List.of(RelationJoin.ADDRESS, RelationJoin.TARGET, RelationJoin.TIME), related.stream().map(each -> each.grounds().getFirst().join()).toList());
    }
}
