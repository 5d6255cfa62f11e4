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
import org.traceweave.analysis.Diagnostic;
import org.traceweave.analysis.DiagnosticContext;
import org.traceweave.analysis.DiagnosticDescription;
import org.traceweave.analysis.DiagnosticRegistry;
import org.traceweave.analysis.FindingBuilder;
import org.traceweave.model.Finding;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.Scheme;
import org.traceweave.model.Severity;

/** No certificate, server or user is blamed but by an identity: the gate of the diagnostics, rule by rule. */
class GateTest {

    /** Rule, and the event that says so: id, HRESULT, trust error, alert. */
    private static final String EVENTS = """
            chain.untrusted-root, 11, 0x800b0109, IS_UNTRUSTED_ROOT, 0
            chain.untrusted-root, 36882, , , 0
            chain.untrusted-root, 36888, , , 48
            chain.incomplete, 11, 0x800b010a, IS_PARTIAL_CHAIN, 0
            chain.expired, 11, 0x800b0101, IS_NOT_TIME_VALID, 0
            chain.expired, 36881, , , 0
            chain.expired, 36888, , , 45
            chain.name-mismatch, 30, 0x800b010f, , 0
            chain.name-mismatch, 36884, , , 0
            chain.revoked, 11, 0x80092010, IS_REVOKED, 0
            chain.revoked, 36883, , , 0
            chain.revoked, 36888, , , 44
            chain.revocation-offline, 41, 0x80092013, , 0
            chain.wrong-usage, 11, 0x800b0110, IS_NOT_VALID_FOR_USAGE, 0
            chain.wrong-usage, 36888, , , 43
            chain.invalid-signature, 11, 0x80096004, IS_NOT_SIGNATURE_VALID, 0
            store.trust-list-truncated, 36885, , , 0
            tls.private-key-unusable, 36870, 0x8009030d, , 0
            tls.no-credential, 36871, , , 0
            tls.protocol-mismatch, 36888, , , 70
            tls.no-shared-cipher, 36874, , , 0
            tls.peer-rejected-certificate, 36887, , , 46""";

    private static ToldCase.Event event(ToldCase.Event event, int id, String code, String error, int alert) {
        ToldCase.Event told = id < 100 ? event.capi2(id, code, error == null ? new String[0] : new String[] {error}) : event.schannel(id);
        if (id >= 100 && code != null) {
            told = told.capi2(id, code);
        }
        return alert == 0 ? told : told.alert(alert);
    }

    @ParameterizedTest
    @CsvSource(textBlock = EVENTS)
    void aFactWithoutAnIdentityIsAWarningAtMost(String rule, int id, String code, String error, int alert) {
        ToldCase told = new ToldCase().event(event -> event(event.on("ROOM"), id, code, error, alert)).signIn(signIn -> signIn.besideEvent(0));
        List<Finding> found = told.findings(rule);
        assertFalse(found.isEmpty(), rule + " says nothing");
        found.forEach(finding -> assertTrue(finding.severity().compareTo(Severity.WARNING) >= 0 && finding.signins().isEmpty(), finding::toString));
        found.forEach(finding -> assertTrue(finding.confidence() <= 0.4, finding::toString));
        found.forEach(finding -> assertFalse((finding.summary() + finding.explanation()).matches("(?is).*\\b(because|caused by)\\b.*"), finding::explanation));
    }

    @ParameterizedTest
    @CsvSource(textBlock = EVENTS)
    void theSameFactJoinedToAFailingSignInIsCritical(String rule, int id, String code, String error, int alert) {
        ToldCase told = new ToldCase().event(event -> event(event.on("ROOM"), id, code, error, alert))
                .signIn(signIn -> signIn.by(Scheme.TLS_DSK, Phase.SERVER_CERTIFICATE, Outcome.FAILED).explainedBy(0));
        Finding found = told.findings(rule).getFirst();
        assertEquals(Severity.CRITICAL, found.severity(), found::toString);
        assertEquals(told.signIns().stream().map(signIn -> signIn.id()).toList(), found.signins());
        assertTrue(found.evidence().contains(told.windowsFailures().getFirst().evidence()));
        assertTrue(found.subjects().contains("anna@contoso.com"), found.subjects()::toString);
    }

    @ParameterizedTest
    @CsvSource(textBlock = EVENTS)
    void whatAnUnrelatedProcessMeetsIsInformation(String rule, int id, String code, String error, int alert) {
        ToldCase told = new ToldCase().event(event -> event(event.on("ROOM"), id, code, error, alert).process("C:\\Temp\\setup.exe")).signIn(signIn -> signIn);
        told.findings(rule).forEach(finding -> assertEquals(Severity.INFO, finding.severity(), finding::toString));
    }

    @Test
    void aSignInThatSucceededJoinsNothing() {
        ToldCase told = new ToldCase().event(event -> event.schannel(36882).on("ROOM"))
                .signIn(signIn -> signIn.by(Scheme.TLS_DSK, Phase.REGISTERED, Outcome.SUCCEEDED).explainedBy(0));
        assertTrue(told.findings("chain.untrusted-root").stream().noneMatch(finding -> finding.severity() == Severity.CRITICAL));
    }

    @Test
    void aConnectionThatDiedBeforeSipIsEnough() {
        Finding found = new ToldCase().connection(Optional.of("0x8009030d"), OptionalInt.empty()).findings("tls.private-key-unusable").getFirst();
        assertEquals(Severity.CRITICAL, found.severity());
        assertEquals(1, found.connections().size());
        assertTrue(found.subjects().contains("10.0.0.9"), found.subjects()::toString);
    }

    @Test
    void aPlugInCannotBeCriticalWithoutAnIdentity() {
        DiagnosticDescription own = new DiagnosticDescription("house.printer", "Printer", "Blames the printer.", List.of(), List.of());
        Diagnostic blaming = new Diagnostic() {
            @Override
            public DiagnosticDescription description() {
                return own;
            }

            @Override
            public List<Finding> diagnose(DiagnosticContext context) {
                return List.of(FindingBuilder.of(own, Severity.CRITICAL).summary("It was the printer.").confidence(1).build());
            }
        };
        Finding found = new ToldCase().report(List.of(new DiagnosticRegistry.Contribution(blaming, "in-house"))).findings().getFirst();
        assertEquals(Severity.WARNING, found.severity());
    }

    @Test
    void aDiagnosticThatThrowsIsNamedAndHidesNobody() {
        Diagnostic broken = new Diagnostic() {
            @Override
            public DiagnosticDescription description() {
                return new DiagnosticDescription("house.broken", "Broken", "Throws.", List.of(), List.of());
            }

            @Override
            public List<Finding> diagnose(DiagnosticContext context) {
                throw new IllegalStateException("no printer");
            }
        };
        var report = new ToldCase().connection(Optional.of("0x8009030d"), OptionalInt.empty())
                .report(List.of(new DiagnosticRegistry.Contribution(broken, "in-house"), new DiagnosticRegistry.Contribution(new PrivateKeyUnusable(), "own")));
        assertEquals(1, report.failures().size());
        assertTrue(report.failures().getFirst().contains("in-house") && report.failures().getFirst().contains("no printer"), report.failures()::toString);
        assertEquals("tls.private-key-unusable", report.findings().getFirst().rule());
    }

    @Test
    void everyRuleSaysWhatItNeedsWhereNothingIsThere() {
        ToldCase nothing = new ToldCase();
        for (Finding finding : nothing.report().findings()) {
            assertTrue(finding.severity() == Severity.NOT_APPLICABLE || finding.severity() == Severity.OK, finding::toString);
            assertFalse(finding.summary().isBlank(), finding::toString);
            assertTrue(finding.severity() == Severity.OK || !finding.needs().isEmpty(), finding::toString);
        }
    }
}
