package org.traceweave.analysis.internal.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.traceweave.model.Finding;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.Scheme;
import org.traceweave.model.Severity;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SampleKeys;

/** Each branch of each rule that hangs on more than one code: what it takes, what it does not take, and what it is a consequence of. */
class RuleBranchesTest {

    private static final IssuedCertificate ROOT = CertificateMaker.subject("CN=Root").key(SampleKeys.rsa(0)).authority().make();
    private static final IssuedCertificate OLD_ROOT = CertificateMaker.subject("CN=Old Root").key(SampleKeys.rsa(2)).authority().signedWith("SHA1withRSA").make();
    private static final IssuedCertificate GOOD = leaf(ROOT).make();
    private static final IssuedCertificate WEAK = leaf(ROOT).signedWith("SHA1withRSA").make();

    private static CertificateMaker leaf(IssuedCertificate issuer) {
        return CertificateMaker.subject("CN=pool01.contoso.local").key(SampleKeys.rsa(1)).issuedBy(issuer).server().client().dns("pool01.contoso.local");
    }

    private static ToldCase refused(IssuedCertificate leaf, IssuedCertificate root, String alert) {
        return new ToldCase().certificate(leaf, root).signIn(signIn -> {
            ToldCase.Told told = signIn.by(Scheme.TLS_DSK, Phase.SERVER_CERTIFICATE, alert.isEmpty() ? Outcome.ABANDONED : Outcome.FAILED).carrying(leaf, root)
                    .step(Phase.SERVER_CERTIFICATE, "server presented its certificate");
            return alert.isEmpty() ? told : told.because("TLS alert " + alert);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"42 bad_certificate", "43 unsupported_certificate", "46 certificate_unknown", ""})
    void aWeakSignatureIsToBlameWhereThePeerBrokeOffAndNoRivalIsThere(String alert) {
        Finding found = refused(WEAK, ROOT, alert).findings("chain.weak-signature").getFirst();
        assertEquals(Severity.CRITICAL, found.severity(), found::explanation);
        assertTrue(found.subjects().contains(WEAK.sha1()));
        assertFalse(found.subjects().contains(ROOT.sha1()), "the root is never named");
    }

    @ParameterizedTest
    @ValueSource(strings = {"48 unknown_ca", "45 certificate_expired", "44 certificate_revoked", "70 protocol_version"})
    void anAlertThatSaysSomethingElseIsARival(String alert) {
        List<Finding> found = refused(WEAK, ROOT, alert).findings("chain.weak-signature");
        assertTrue(found.stream().noneMatch(finding -> finding.severity() == Severity.CRITICAL), found::toString);
    }

    @Test
    void whatCapi2OfTheDeviceSaysSettlesIt() {
        ToldCase told = refused(WEAK, ROOT, "46 certificate_unknown").event(event -> event.capi2(11, "0x80096004", "HAS_WEAK_SIGNATURE", "IS_NOT_SIGNATURE_VALID").on("ROOM")
                .about(WEAK));
        Finding found = told.findings("chain.weak-signature").getFirst();
        assertEquals(Severity.CRITICAL, found.severity());
        assertTrue(found.confidence() >= 0.9, found::toString);
    }

    @Test
    void aPolicyCheckOfAWeakChainIsNoWrongSignature() {
        ToldCase told = refused(WEAK, ROOT, "46 certificate_unknown")
                .event(event -> event.capi2(11, "0x80096004", "HAS_WEAK_SIGNATURE", "IS_NOT_SIGNATURE_VALID").on("ROOM").about(WEAK).chain("c1"))
                .event(event -> event.capi2(30, "0x80096004").on("ROOM").about(WEAK).chain("c1"));
        assertEquals(List.of(), told.findings("chain.invalid-signature"));
        ToldCase other = refused(WEAK, ROOT, "46 certificate_unknown").event(event -> event.capi2(30, "0x80096004").on("ROOM").about(WEAK).chain("c2"));
        assertEquals(1, other.findings("chain.invalid-signature").size());
    }

    @Test
    void whatTheFrontEndThinksOfItsOwnChainIsNotWhatTheDeviceThinks() {
        ToldCase told = refused(WEAK, ROOT, "").event(event -> event.capi2(11, "0x80096004", "HAS_WEAK_SIGNATURE").on("FE01").about(WEAK));
        Finding found = told.findings("chain.weak-signature").getFirst();
        assertTrue(found.confidence() < 0.9, found::toString);
        assertTrue(found.explanation().contains("No CAPI2 log of the machine that looked"), found::explanation);
    }

    @Test
    void aRivalInCapi2TakesTheCriticalAway() {
        ToldCase told = refused(WEAK, ROOT, "46 certificate_unknown").event(event -> event.capi2(11, "0x800b0109", "IS_UNTRUSTED_ROOT").on("ROOM").about(WEAK));
        assertEquals(Severity.WARNING, told.findings("chain.weak-signature").getFirst().severity());
    }

    @Test
    void aRootsOwnSignatureIsNoWeakSignature() {
        assertEquals(List.of(), refused(leaf(OLD_ROOT).make(), OLD_ROOT, "46 certificate_unknown").findings("chain.weak-signature"));
    }

    @Test
    void aSignInThatFailedElsewhereDoesNotBlameTheWeakChainItMet() {
        ToldCase told = new ToldCase().certificate(WEAK, ROOT).signIn(signIn -> signIn.by(Scheme.TLS_DSK, Phase.REGISTERED, Outcome.FAILED).status(403, 4003).carrying(WEAK, ROOT));
        assertTrue(told.findings("chain.weak-signature").stream().noneMatch(finding -> finding.severity() == Severity.CRITICAL));
    }

    @Test
    void aCertificateOutOfItsTimeIsNamedWithItsDays() {
        IssuedCertificate ended = leaf(ROOT).valid("2016-10-13T12:00:00Z", "2018-10-13T12:00:00Z").make();
        Finding found = refused(ended, ROOT, "").findings("chain.expired").getFirst();
        assertEquals(Severity.CRITICAL, found.severity());
        assertTrue((found.summary() + found.explanation()).contains("3 days"), found::explanation);
        assertEquals(List.of(), refused(GOOD, ROOT, "").findings("chain.expired"));
    }

    @Test
    void aShortKeyIsCriticalBelow1024BitsOnly() {
        Finding found = refused(leaf(ROOT).key(SampleKeys.shortRsa()).make(), ROOT, "43 unsupported_certificate").findings("chain.weak-key").getFirst();
        assertEquals(Severity.CRITICAL, found.severity());
        assertEquals(List.of(), refused(GOOD, ROOT, "43 unsupported_certificate").findings("chain.weak-key"));
    }

    @Test
    void alert43BlamesNoCertificateThatHasItsUsages() {
        assertEquals(List.of(), refused(GOOD, ROOT, "43 unsupported_certificate").findings("chain.wrong-usage"));
        IssuedCertificate clientOnly = CertificateMaker.subject("CN=pool01.contoso.local").key(SampleKeys.rsa(1)).issuedBy(ROOT).client().make();
        Finding found = refused(clientOnly, ROOT, "43 unsupported_certificate").findings("chain.wrong-usage").getFirst();
        assertTrue(found.explanation().contains("serverAuth"), found::explanation);
    }

    @Test
    void aWeakSignatureIsNoInvalidOne() {
        ToldCase weak = new ToldCase().event(event -> event.capi2(11, "0x80096004", "IS_NOT_SIGNATURE_VALID", "HAS_WEAK_SIGNATURE").on("ROOM").about(WEAK));
        assertEquals(List.of(), weak.findings("chain.invalid-signature"));
    }

    @Test
    void revocationThatIsOnlySlowIsAWarning() {
        ToldCase told = new ToldCase().event(event -> event.capi2(41, "0x80092013").on("ROOM").about(GOOD))
                .signIn(signIn -> signIn.by(Scheme.NTLM, Phase.REGISTERED, Outcome.FAILED).status(403, 4003).explainedBy(0));
        assertEquals(Severity.WARNING, told.findings("chain.revocation-offline").getFirst().severity());
    }

    @ParameterizedTest
    @CsvSource({"auth.wrong-identity, 4004", "auth.user-not-enabled, 4005", "auth.user-not-enabled, 1003", "auth.user-not-enabled, 4141", "auth.user-not-enabled, 28000",
        "auth.remote-access-denied, 4003", "auth.client-version-blocked, 17002", "auth.client-version-blocked, 17003", "auth.web-ticket-invalid, 28020",
        "auth.web-ticket-invalid, 28032", "auth.web-ticket-invalid, 28033", "route.redirect-loop, 4006", "route.domain-mismatch, 1009"})
    void aDiagnosticIdNamesTheCause(String rule, int id) {
        ToldCase told = new ToldCase().signIn(signIn -> signIn.by(Scheme.NTLM, Phase.REGISTERED, Outcome.FAILED).status(403, id).because("as the server says"));
        List<Finding> critical = told.report().findings().stream().filter(finding -> finding.severity() == Severity.CRITICAL).toList();
        assertEquals(List.of(rule), critical.stream().map(Finding::rule).toList());
        assertTrue(critical.getFirst().explanation().contains("as the server says"));
    }

    @Test
    void moreThanThreeRedirectsAreALoop() {
        ToldCase told = new ToldCase().signIn(signIn -> redirects(signIn, 4)).signIn(signIn -> redirects(signIn.of("bert@contoso.com"), 3));
        List<Finding> found = told.findings("route.redirect-loop");
        assertEquals(1, found.size());
        assertTrue(found.getFirst().subjects().contains("anna@contoso.com"));
    }

    private static ToldCase.Told redirects(ToldCase.Told signIn, int count) {
        ToldCase.Told told = signIn.by(Scheme.NONE, Phase.REDIRECT, Outcome.ABANDONED).status(301, 0);
        for (int i = 0; i < count; i++) {
            told.step(Phase.REDIRECT, "301 sent to the home server");
        }
        return told;
    }

    @Test
    void anEmptyCertificateListIsNoRefusedCertificate() {
        ToldCase told = new ToldCase().signIn(signIn -> signIn.by(Scheme.TLS_DSK, Phase.CLIENT_CERTIFICATE, Outcome.FAILED).status(401, 1000)
                .step(Phase.CLIENT_CERTIFICATE, "client sent no certificate: its list is empty (L46)"));
        Finding none = told.findings("auth.client-has-no-certificate").getFirst();
        assertTrue(none.explanation().contains("(L46)"), none::explanation);
        assertFalse(none.summary().contains("has no"), "it may have one that the server does not ask for");
        assertEquals(List.of(), told.findings("auth.client-certificate-rejected"));
    }

    @Test
    void aRefusedUserCertificateIsNotTheServersFault() {
        ToldCase told = new ToldCase().certificate(GOOD, ROOT).signIn(signIn -> signIn.by(Scheme.TLS_DSK, Phase.CLIENT_CERTIFICATE, Outcome.FAILED).status(401, 1000)
                .carrying(GOOD, ROOT).step(Phase.CLIENT_CERTIFICATE, "client sent its certificate"));
        assertEquals(1, told.findings("auth.client-certificate-rejected").size());
        assertEquals(List.of(), told.findings("auth.server-certificate-rejected"));
    }

    @Test
    void aNonRootInTheRootStoreMattersWhereClientCertificatesFail() {
        IssuedCertificate issuing = CertificateMaker.subject("CN=Issuing").key(SampleKeys.rsa(3)).issuedBy(ROOT).authority().make();
        ToldCase quiet = new ToldCase().certificateIn("FE01/Root-store.pem", issuing).signIn(signIn -> signIn.by(Scheme.NTLM, Phase.REGISTERED, Outcome.SUCCEEDED));
        assertEquals(Severity.WARNING, quiet.findings("store.misplaced-certificate").getFirst().severity());
        ToldCase failing = new ToldCase().certificateIn("FE01/Root-store.pem", issuing)
                .signIn(signIn -> signIn.by(Scheme.TLS_DSK, Phase.CLIENT_CERTIFICATE, Outcome.FAILED).status(401, 1000));
        assertEquals(Severity.CRITICAL, failing.findings("store.misplaced-certificate").getFirst().severity());
        assertEquals(List.of(), new ToldCase().certificateIn("FE01/Root-store.pem", ROOT).findings("store.misplaced-certificate"));
    }

    @ParameterizedTest
    @CsvSource({"chain.untrusted-root, 48", "chain.revoked, 44", "chain.wrong-usage, 43"})
    void anAlertThatWasReceivedTellsWhatTheOtherSideThinks(String rule, int alert) {
        Finding received = new ToldCase().event(event -> event.schannel(36887).alert(alert)).findings(rule).getFirst();
        assertTrue(received.summary().startsWith("The other side "), received::summary);
        assertFalse(received.remedy().contains("FE01"), received::remedy);
        Finding sent = new ToldCase().event(event -> event.schannel(36888).alert(alert)).findings(rule).getFirst();
        assertTrue(sent.summary().startsWith("FE01 "), sent::summary);
    }

    @Test
    void twoFindingsOnTheSameHostHaveIdsOfTheirOwn() {
        List<Finding> found = new ToldCase().event(event -> event.schannel(36888).alert(48))
                .event(event -> event.schannel(36888).alert(48).process("C:\\Temp\\setup.exe")).findings("chain.untrusted-root");
        assertEquals(2, found.stream().map(Finding::id).distinct().count(), found::toString);
    }

    @Test
    void aLoopOnOneServerIsNoWayBetweenServers() {
        Finding found = new ToldCase().signIn(signIn -> redirects(signIn, 4)).findings("route.redirect-loop").getFirst();
        assertEquals("Sign-ins of anna@contoso.com are sent on by FE01 without arriving.", found.summary());
    }

    @Test
    void aRefusalOfAnotherConnectionDoesNotMakeAMisplacedCertificateSurer() {
        IssuedCertificate issuing = CertificateMaker.subject("CN=Issuing CA").key(SampleKeys.rsa(2)).issuedBy(ROOT).authority().make();
        Finding found = new ToldCase().certificateIn("FE01/Root-store.pem", issuing).event(event -> event.server(32042)).findings("store.misplaced-certificate").getFirst();
        assertEquals(Severity.WARNING, found.severity());
        assertTrue(found.confidence() <= 0.6, found::toString);
    }

    @Test
    void sessionTicketsNeedBothEventsOfOneServer() {
        assertEquals(1, new ToldCase().event(event -> event.server(32042)).event(event -> event.server(61045)).findings("tls.session-ticket").size());
        assertEquals(0, new ToldCase().event(event -> event.server(32042)).event(event -> event.server(61045).on("FE02")).findings("tls.session-ticket").size());
        assertEquals(0, new ToldCase().event(event -> event.server(61045)).findings("tls.session-ticket").size());
    }

    @Test
    void aServerDiffersWhereNearlyAllFailuresAreItsOwn() {
        ToldCase told = new ToldCase();
        for (String user : List.of("a@x", "b@x", "c@x")) {
            told.signIn(signIn -> signIn.of(user).at("FE02").by(Scheme.NONE, Phase.OFFER, Outcome.FAILED).status(503, 0));
            told.signIn(signIn -> signIn.of(user).at("FE01").by(Scheme.NTLM, Phase.REGISTERED, Outcome.SUCCEEDED).status(200, 0));
        }
        Finding found = told.findings("pool.one-server-differs").getFirst();
        assertTrue(found.subjects().contains("FE02"), found.subjects()::toString);
        told.signIn(signIn -> signIn.of("d@x").at("FE01").by(Scheme.NONE, Phase.OFFER, Outcome.FAILED).status(503, 0));
        assertEquals(List.of(), told.findings("pool.one-server-differs"));
    }

    @Test
    void aServersLackOfACredentialIsHarmlessOnAClient() {
        List<Finding> found = new ToldCase().event(event -> event.schannel(36886).on("WS-1")).findings("tls.no-credential");
        assertTrue(found.stream().allMatch(finding -> finding.severity() == Severity.INFO), found::toString);
    }

    @Test
    void oneCauseIsOneCriticalFinding() {
        ToldCase told = refused(WEAK, ROOT, "46 certificate_unknown").event(event -> event.schannel(36887).alert(46).on("FE01"));
        List<Finding> critical = told.report().findings().stream().filter(finding -> finding.severity() == Severity.CRITICAL).toList();
        assertEquals(List.of("chain.weak-signature"), critical.stream().map(Finding::rule).toList());
        Finding consequence = told.findings("auth.server-certificate-rejected").getFirst();
        assertEquals(Optional.of(critical.getFirst().id()), consequence.explainedBy());
        assertEquals(Severity.INFO, consequence.severity());
    }

    @Test
    void findingsOfDifferentSignInsDoNotExplainEachOther() {
        ToldCase told = refused(WEAK, ROOT, "46 certificate_unknown").signIn(signIn -> signIn.of("bert@contoso.com").by(Scheme.TLS_DSK, Phase.CLIENT_CERTIFICATE, Outcome.FAILED)
                .status(401, 1000).carrying(GOOD));
        assertEquals(Severity.CRITICAL, told.findings("auth.client-certificate-rejected").getFirst().severity());
    }

    @Test
    void aResetRightAfterTheCertificateIsARejection() {
        Finding found = new ToldCase().connection(Optional.of("0x80072746"), OptionalInt.empty()).findings("tls.peer-rejected-certificate").getFirst();
        assertEquals(Severity.CRITICAL, found.severity());
    }

    @Test
    void everyFindingHasEvidenceAndAdvice() {
        ToldCase told = refused(WEAK, ROOT, "46 certificate_unknown").signIn(signIn -> signIn.by(Scheme.NTLM, Phase.REGISTERED, Outcome.FAILED).status(403, 4003))
                .connection(Optional.of("0x80090331"), OptionalInt.of(40)).event(event -> event.schannel(36870));
        for (Finding finding : told.report().findings()) {
            if (finding.severity().compareTo(Severity.INFO) <= 0) {
                assertFalse(finding.evidence().isEmpty(), finding::toString);
                assertFalse(finding.remedy().isBlank(), finding::toString);
                assertFalse(finding.captureAdvice().isBlank(), finding::toString);
            }
        }
    }
}
