package org.traceweave.analysis.internal.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.model.Phase;
import org.traceweave.model.Related;
import org.traceweave.model.RelationGround;
import org.traceweave.model.RelationJoin;
import org.traceweave.model.Scheme;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SampleKeys;

/** What stands beside a failing sign-in and explains nothing. */
class DecoysTest {

    private static final IssuedCertificate ROOT = IdentityJoinsTest.ROOT;
    private static final IssuedCertificate FRONT_END = IdentityJoinsTest.FRONT_END;
    private static final IssuedCertificate OTHERS = CertificateMaker.subject("CN=fabrikam").key(SampleKeys.rsa(5)).issuedBy(ROOT).server().make();

    private Scene scene;

    @BeforeEach
    void begin(@TempDir Path folder) {
        scene = new Scene(folder.resolve("scene"));
    }

    private void nothingExplains(int attempt, Scene.Told told) {
        assertEquals(List.of(), told.explaining(attempt));
    }

    @Test
    void theSameAlertOnTheSameHostInTheSameSecondIsNoIdentity() {
        scene.attempt("alice@contoso.com", 0).shown(FRONT_END, ROOT).because("TLS alert 46 certificate_unknown").done()
                .attempt("bob@contoso.com", 600).shown(FRONT_END, ROOT).succeeded().done().logs("FE01", LoggedEvents.alertReceived("FE01", 46, 2));
        Scene.Told told = scene.told();
        nothingExplains(0, told);
        Related beside = told.coincident(0).getFirst();
        assertTrue(beside.confidence() <= 0.4 && beside.confidence() > 0.2, beside::toString);
        assertTrue(beside.grounds().stream().noneMatch(ground -> ground.join().isIdentity()));
    }

    @Test
    void aSignInThatSucceededHasNothingBesideIt() {
        scene.attempt("alice@contoso.com", 0).succeeded().done().logs("FE01", LoggedEvents.refused("FE01", "alice", "CONTOSO", "-", "-", 1));
        assertEquals(List.of(), scene.told().signIns().getFirst().related());
    }

    @Test
    void aScannersConstantNoiseIsWorthNextToNothing() {
        for (int i = 0; i < 20; i++) {
            scene.attempt("user" + i + "@contoso.com", i * 60).succeeded().done();
            scene.logs("FE01", LoggedEvents.alertReceived("FE01", 40, i * 60 + 1));
        }
        scene.attempt("alice@contoso.com", 90).done().logs("FE01", LoggedEvents.alertReceived("FE01", 40, 91));
        Scene.Told told = scene.told();
        nothingExplains(20, told);
        Related noise = told.coincident(20).getFirst();
        assertTrue(noise.confidence() <= 0.06, noise::toString);
        RelationGround rate = noise.grounds().getLast();
        assertEquals(RelationJoin.BASE_RATE, rate.join());
        assertTrue(rate.weight() < 0 && rate.value().contains("20 of 20 good sign-ins"), rate::toString);
    }

    @Test
    void whatStandsOnlyBesideFailuresIsWorthMoreThanNoise() {
        for (int i = 0; i < 20; i++) {
            scene.attempt("user" + i + "@contoso.com", i * 60).succeeded().done();
        }
        scene.attempt("alice@contoso.com", 90).done().logs("FE01", LoggedEvents.alertReceived("FE01", 40, 91));
        assertTrue(scene.told().coincident(20).getFirst().confidence() > 0.2);
    }

    @Test
    void anInstallersTroublesWithItsOwnCertificateExplainNothing() {
        scene.attempt("alice@contoso.com", 0).shown(FRONT_END, ROOT).done()
                .logs("ROOM1", LoggedEvents.chain("ROOM1", "setup.exe", "t1", "1.3.6.1.5.5.7.3.3", 1, OTHERS, ROOT));
        nothingExplains(0, scene.told());
    }

    @Test
    void anotherUsersRefusedLogonIsNotEvenBesideIt() {
        scene.attempt("alice@contoso.com", 0).done().attempt("bob@contoso.com", 300).done()
                .logs("FE01", LoggedEvents.refused("FE01", "bob", "CONTOSO", "-", "-", 1));
        Scene.Told told = scene.told();
        assertEquals(List.of(), told.signIns().getFirst().related());
    }

    @Test
    void aRefusedLogonAtAnotherServerWasForSomethingElse() {
        scene.attempt("alice@contoso.com", 0).done().logs("EXCH01", LoggedEvents.refused("EXCH01", "alice", "CONTOSO", "-", "-", 1));
        nothingExplains(0, scene.told());
    }

    @Test
    void aRefusedLogonFromAnotherClientsAddressIsThatClients() {
        scene.attempt("alice@contoso.com", 0).from("10.1.2.3:50123").done().attempt("alice@contoso.com", 900).from("10.1.2.77:50123").done()
                .logs("FE01", LoggedEvents.refused("FE01", "alice", "CONTOSO", "10.1.2.77", "50001", 1));
        nothingExplains(0, scene.told());
    }

    @Test
    void aRefusedLogonDoesNotExplainARejectedCertificate() {
        scene.attempt("alice@contoso.com", 0).shown(FRONT_END, ROOT).done().logs("FE01", LoggedEvents.refused("FE01", "alice", "CONTOSO", "-", "-", 1));
        nothingExplains(0, scene.told());
    }

    @Test
    void anExpiredCertificateThatNobodyServedExplainsNothing() {
        IssuedCertificate old = CertificateMaker.subject("CN=fe01.contoso.local").key(SampleKeys.rsa(6)).issuedBy(ROOT).server().dns("fe01.contoso.local").make();
        scene.attempt("alice@contoso.com", 0).shown(FRONT_END, ROOT).done().logs("ROOM1", LoggedEvents.certificate("ROOM1", 36881, old, 1));
        nothingExplains(0, scene.told());
    }

    @Test
    void whatIsSaidOfAnAuthorityIsSaidOfAllItSigned() {
        scene.attempt("alice@contoso.com", 0).shown(FRONT_END, ROOT).done().logs("ROOM1", LoggedEvents.revocation("ROOM1", "other", ROOT, 1));
        nothingExplains(0, scene.told());
    }

    @Test
    void anAuthorityCountsWhereTheSameTaskJudgesTheCertificateThatWasShown() {
        scene.attempt("alice@contoso.com", 0).shown(FRONT_END, ROOT).done().logs("ROOM1", LoggedEvents.revocation("ROOM1", "same", ROOT, 1))
                .logs("ROOM1", LoggedEvents.chain("ROOM1", "lync.exe", "same", IdentityJoinsTest.SERVER_USAGE, 1.1, FRONT_END, ROOT));
        assertEquals(2, scene.told().explaining(0).size());
    }

    @Test
    void whatAServerThinksOfAServersCertificateIsNotWhatItsClientThinks() {
        scene.attempt("alice@contoso.com", 0).shown(FRONT_END, ROOT).done()
                .logs("FE01", LoggedEvents.chain("FE01", "RtcSrv.exe", "t1", IdentityJoinsTest.SERVER_USAGE, 1, FRONT_END, ROOT));
        nothingExplains(0, scene.told());
    }

    @Test
    void anotherClientsMachineThatNamesItsUserIsNotThisClients() {
        IssuedCertificate bobs = CertificateMaker.subject("CN=bob@contoso.com").key(SampleKeys.rsa(7)).issuedBy(ROOT).client().make();
        scene.attempt("alice@contoso.com", 0).shown(FRONT_END, ROOT).done().attempt("bob@contoso.com", 900).shown(FRONT_END, ROOT).succeeded().done()
                .logs("ROOM2", LoggedEvents.chain("ROOM2", "lync.exe", "t0", IdentityJoinsTest.CLIENT_USAGE, -500, bobs, ROOT))
                .logs("ROOM2", LoggedEvents.chain("ROOM2", "lync.exe", "t1", IdentityJoinsTest.SERVER_USAGE, 1, FRONT_END, ROOT));
        nothingExplains(0, scene.told());
    }

    @Test
    void aMachineThatKeepsCompanyWithOneClientsFailuresIsThatClients() {
        for (int i = 0; i < 5; i++) {
            scene.attempt("alice@contoso.com", i * 100).shown(FRONT_END, ROOT).done();
            scene.attempt("bob@contoso.com", i * 170 + 40).shown(FRONT_END, ROOT).done();
            scene.logs("ROOM1", LoggedEvents.chain("ROOM1", "lync.exe", "t" + i, IdentityJoinsTest.SERVER_USAGE, i * 100 + 0.5, FRONT_END, ROOT));
        }
        Scene.Told told = scene.told();
        for (int i = 0; i < 10; i++) {
            boolean alices = told.signIns().get(i).user().startsWith("alice");
            assertEquals(alices ? 1 : 0, told.explaining(i).size(), told.signIns().get(i).toString());
        }
    }

    @Test
    void aMachineThatMayBeAnyonesExplainsNothing() {
        scene.attempt("alice@contoso.com", 0).shown(FRONT_END, ROOT).done().attempt("bob@contoso.com", 0.5).shown(FRONT_END, ROOT).done()
                .logs("ROOM1", LoggedEvents.chain("ROOM1", "lync.exe", "t1", IdentityJoinsTest.SERVER_USAGE, 1, FRONT_END, ROOT));
        Scene.Told told = scene.told();
        nothingExplains(0, told);
        nothingExplains(1, told);
    }

    @Test
    void aServersTroubleWithItsOwnCertificateExplainsNothingWhileOthersSignInWithIt() {
        scene.attempt("alice@contoso.com", 0).shown(FRONT_END, ROOT).done().attempt("bob@contoso.com", 30).shown(FRONT_END, ROOT).succeeded().done()
                .attempt("carol@contoso.com", 60).shown(FRONT_END, ROOT).succeeded().done().logs("FE01", LoggedEvents.certificate("FE01", 36872, FRONT_END, 1));
        nothingExplains(0, scene.told());
    }

    @Test
    void aUsersEventExplainsTheAttemptInWhichItLiesAndNotTheNext() {
        scene.attempt("alice@contoso.com", 0).done().attempt("alice@contoso.com", 8).done().attempt("alice@contoso.com", 16).done()
                .logs("FE01", LoggedEvents.refused("FE01", "alice", "CONTOSO", "-", "-", 9));
        Scene.Told told = scene.told();
        nothingExplains(0, told);
        assertEquals(1, told.explaining(1).size());
        nothingExplains(2, told);
    }

    @Test
    void anEventLongBeforeOrAfterExplainsNothing() {
        scene.attempt("alice@contoso.com", 0).done().logs("FE01", LoggedEvents.refused("FE01", "alice", "CONTOSO", "-", "-", -60))
                .logs("FE01", LoggedEvents.refused("FE01", "alice", "CONTOSO", "-", "-", 40));
        assertEquals(List.of(), scene.told().signIns().getFirst().related());
    }

    @Test
    void whatExplainsASignInExplainsNoConnectionBesideIt() {
        scene.attempt("alice@contoso.com", 0).shown(FRONT_END, ROOT).done().connection("10.1.2.3:50123", "FE01", 0, OptionalInt.of(48))
                .logs("ROOM1", LoggedEvents.alertSent("ROOM1", 48, "pool01.contoso.local", 1));
        Scene.Told told = scene.told();
        assertEquals(1, told.explaining(0).size());
        assertEquals(List.of(), told.connections().getFirst().related());
    }

    @Test
    void clocksThatAreOffAreSetRightBeforeTimesAreCompared() {
        scene.clock("FE01", 420, 0.1).clock("ROOM1", -90, 0.1).attempt("alice@contoso.com", 0).shown(FRONT_END, ROOT).done()
                .logs("ROOM1", LoggedEvents.chain("ROOM1", "lync.exe", "t1", IdentityJoinsTest.SERVER_USAGE, 1 - 90, FRONT_END, ROOT))
                .logs("FE01", LoggedEvents.alertReceived("FE01", 46, 2 + 420)).logs("FE01", LoggedEvents.alertReceived("FE01", 48, 2));
        Scene.Told told = scene.told();
        assertEquals(-1, told.explaining(0).getFirst().deltaSeconds(), 1e-6);
        assertEquals(List.of(0.0), told.coincident(0).stream().map(Related::deltaSeconds).toList());
    }

    @Test
    void theUncertaintyOfTwoClocksWidensTheWindowAndThatOfOneDoesNot() {
        scene.clock("FE01", 0, 30).clock("ROOM1", 0, 30).attempt("alice@contoso.com", 0).shown(FRONT_END, ROOT).done()
                .logs("ROOM1", LoggedEvents.chain("ROOM1", "lync.exe", "t1", IdentityJoinsTest.SERVER_USAGE, 50, FRONT_END, ROOT))
                .logs("FE01", LoggedEvents.alertReceived("FE01", 46, 6));
        Scene.Told told = scene.told();
        assertEquals(1, told.explaining(0).size());
        assertEquals(List.of(), told.coincident(0));
    }

    @Test
    void anAttemptThatStoppedAtTheOfferMayHaveLackedATicket() {
        scene.attempt("alice@contoso.com", 0).by(Scheme.NONE, Phase.OFFER).done().logs("DC01", LoggedEvents.refusedNtlm("DC01", "alice", 1));
        assertEquals(1, scene.told().explaining(0).size());
    }
}
