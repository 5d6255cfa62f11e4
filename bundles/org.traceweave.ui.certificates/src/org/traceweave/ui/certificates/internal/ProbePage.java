package org.traceweave.ui.certificates.internal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.traceweave.certificates.CipherSuite;
import org.traceweave.model.Certificate;
import org.traceweave.model.Finding;
import org.traceweave.model.Severity;
import org.traceweave.probe.ClientVerdict;
import org.traceweave.probe.OcspStaple;
import org.traceweave.probe.ProbeAttempt;
import org.traceweave.probe.ProbeFailure;
import org.traceweave.probe.ProbeHandshake;
import org.traceweave.probe.ProbeResult;
import org.traceweave.probe.VersionSupport;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageText.Tone;
import org.traceweave.ui.Texts;
import org.traceweave.ui.TimeDisplay;

/** Writes what a probe of an endpoint found out: the handshake, the chain, what is wrong, and what each kind of client makes of it. */
final class ProbePage {

    private static final Texts TEXTS = new Texts(ProbePage.class);
    private static final String DOT = "\u25CF ";

    private final ProbeResult result;
    private final TimeDisplay time;
    private final PageText page = new PageText();

    ProbePage(ProbeResult result, TimeDisplay time) {
        this.result = result;
        this.time = time;
    }

    PageText write() {
        page.title(result.request().target().toString());
        result.address().ifPresent(address -> page.line(TEXTS.get(result.request().proxy().isPresent() ? "probe.viaProxy" : "probe.address",
                "address", address), Tone.MUTED));
        result.failure().ifPresent(failure -> page.line(failure.text(), Tone.ERROR));
        result.handshake().ifPresent(this::handshake);
        attempts();
        certificates();
        findings();
        if (!result.verdicts().isEmpty()) {
            page.heading(TEXTS.get("probe.verdicts"));
            WhatIfPage judged = new WhatIfPage(page);
            for (ClientVerdict verdict : result.verdicts()) {
                judged.client(verdict.policy(), verdict.verdicts());
            }
        }
        versions();
        return page;
    }

    private void handshake(ProbeHandshake handshake) {
        page.gap();
        page.fact(TEXTS.get("probe.version"), handshake.versionName());
        page.fact(TEXTS.get("probe.suite"), handshake.cipherSuiteName(), CipherSuite.weak(handshake.cipherSuite()) ? Tone.ERROR : Tone.TEXT);
        page.fact(TEXTS.get("probe.sni"), handshake.serverName().orElse(TEXTS.get("probe.sni.none")));
        page.fact(TEXTS.get("probe.proof"), TEXTS.get("probe.proof." + handshake.keyProof().name()),
                handshake.keyProof() == ProbeHandshake.KeyProof.WRONG ? Tone.ERROR : Tone.TEXT);
        page.fact(TEXTS.get("probe.staple"), handshake.staple().map(this::staple).orElse(TEXTS.get("probe.staple.none")));
        handshake.certificateRequest().ifPresent(request -> page.fact(TEXTS.get("probe.wants"), request.authorities()
                .isEmpty() ? TEXTS.get("probe.wants.any")
                : String.join("; ", request.authorities())));
        page.fact(TEXTS.get("probe.took"), TEXTS.get("probe.millis", "millis", handshake.millis()));
        result.answer().ifPresent(answer -> {
            page.fact(TEXTS.get("probe.get"), answer.statusLine());
            answer.headers().forEach(header -> page.beginFact("").styled(header, Tone.MUTED).line());
        });
        result.getFailure().ifPresent(why -> page.fact(TEXTS.get("probe.get"), why, Tone.WARNING));
        result.withoutServerName().ifPresent(other -> page.fact(TEXTS.get("probe.withoutSni"), other.sent().stream().findFirst()
                .map(certificate -> CertificateWords.shortName(certificate.facts().subject()) + ", " + certificate.facts().sha1().orElse(""))
                .orElse(TEXTS.get("probe.nothing"))));
    }

    private String staple(OcspStaple staple) {
        String answers = staple.answers().stream().map(answer -> answer.status().name().toLowerCase(Locale.ROOT)
                + (answer.thisUpdate().isPresent() ? ", " + time.seconds(answer.thisUpdate().getAsLong()) : "")).collect(Collectors.joining("; "));
        return answers.isEmpty() ? staple.responseStatus() : staple.responseStatus() + ": " + answers;
    }

    private void attempts() {
        List<ProbeAttempt> failed = result.attempts().stream().filter(attempt -> attempt.failure().isPresent()).toList();
        if (!failed.isEmpty()) {
            page.heading(TEXTS.get("probe.attempts"));
            failed.forEach(attempt -> page.fact(attempt.offered(), attempt.failure().map(ProbeFailure::text).orElse("")));
        }
    }

    private void certificates() {
        if (result.handshake().isEmpty()) {
            return;
        }
        page.heading(TEXTS.get("probe.sent", "count", result.certificates().size()));
        for (Certificate each : result.certificates()) {
            page.styled(CertificateWords.shortName(each.subject()), Tone.STRONG);
            page.styled("  " + TEXTS.get("probe.by", "issuer", CertificateWords.shortName(each.issuer()), "until", each.notAfter()
                    .isPresent() ? time.day(each.notAfter().getAsLong()) : "?") + "  ",
                    Tone.MUTED);
            page.styled(each.signatureHash().map(CertificateWords::hash).orElse(""), CertificateWords.isWeak(each) ? Tone.ERROR : Tone.MUTED).line();
        }
    }

    private void findings() {
        List<Finding> told = result.findings().stream().filter(finding -> finding.severity() == Severity.CRITICAL
                || finding.severity() == Severity.WARNING).toList();
        if (told.isEmpty()) {
            return;
        }
        page.heading(TEXTS.get("verdict.findings"));
        for (Finding finding : told) {
            page.styled(DOT, finding.severity() == Severity.CRITICAL ? Tone.ERROR : Tone.WARNING).line(finding.title(), Tone.STRONG);
            page.paragraph(finding.summary());
            page.fact(TEXTS.get("verdict.fix"), finding.remedy());
        }
    }

    private void versions() {
        if (result.versions().isEmpty()) {
            return;
        }
        page.heading(TEXTS.get("probe.versions"));
        for (VersionSupport version : result.versions()) {
            page.styled(DOT, version.supported() ? Tone.GOOD : Tone.MUTED).styled(version.versionName(), Tone.STRONG);
            page.styled("  " + TEXTS.get(version.supported() ? "probe.supported" : "probe.unsupported"), Tone.TEXT);
            version.refusal().ifPresent(why -> page.styled("  " + why, Tone.MUTED));
            version.serverChooses().ifPresent(own -> page.styled("  " + TEXTS.get(own ? "probe.serverOrder" : "probe.clientOrder"), Tone.MUTED));
            page.line();
            version.suites().forEach(suite -> page.line("    " + CipherSuite.name(suite), CipherSuite.weak(suite) ? Tone.ERROR : Tone.MUTED));
        }
    }
}
