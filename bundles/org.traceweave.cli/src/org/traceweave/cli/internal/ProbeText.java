package org.traceweave.cli.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.traceweave.certificates.CipherSuite;
import org.traceweave.model.Certificate;
import org.traceweave.model.Finding;
import org.traceweave.model.Lint;
import org.traceweave.model.Severity;
import org.traceweave.model.UtcTime;
import org.traceweave.probe.ClientVerdict;
import org.traceweave.probe.OcspStaple;
import org.traceweave.probe.ProbeFailure;
import org.traceweave.probe.ProbeHandshake;
import org.traceweave.probe.ProbeResult;
import org.traceweave.probe.VersionSupport;

/** A probe for a person: handshake, chain, verdicts, what is wrong, and versions where they were asked for. */
final class ProbeText {

    private static final int LONGEST_NAME = 44;
    private static final String LABEL = "%-13s";

    private final ProbeResult result;
    private final Shown shown;

    ProbeText(ProbeResult result, Shown shown) {
        this.result = result;
        this.shown = shown;
    }

    void print() {
        labelled("Endpoint", result.request().target() + result.address().map(address -> " (" + (result.request().proxy().isPresent() ? "proxy " : "")
                + address + ")")
                .orElse(""));
        if (result.handshake().isPresent()) {
            handshake(result.handshake().get());
            certificates();
            VerdictText.print(shown, result.verdicts().stream().map(ClientVerdict::policy).toList(),
                    result.verdicts().stream().map(ClientVerdict::verdicts).toList());
        } else {
            result.attempts().forEach(attempt -> labelled("Offered", attempt.offered() + ": "
                    + attempt.failure().map(ProbeFailure::text).orElse("answered")));
        }
        findings();
        if (!result.versions().isEmpty()) {
            shown.line("");
            shown.table(List.of("VERSION", "TAKEN", "SUITES, AS THE SERVER PICKS THEM"), result.versions().stream().map(ProbeText::version).toList());
        }
    }

    private void labelled(String label, String text) {
        shown.wrapped(String.format(Locale.ROOT, LABEL, label), text);
    }

    private void handshake(ProbeHandshake handshake) {
        labelled("Server name", handshake.serverName().orElse("none asked for"));
        labelled("Handshake", handshake.versionName() + ", " + handshake.cipherSuiteName() + ", " + handshake.millis() + " ms; "
                + switch (handshake.keyProof()) {
            case PROVEN -> "the server proved that it has the certificate's key";
            case WRONG -> "the server signed with a key that is not the certificate's";
            case UNSUPPORTED -> "the server's proof of its key cannot be checked here";
            case NONE -> "the key exchange proves no key by then";
        });
        labelled("OCSP staple", handshake.staple().map(this::staple).orElse("none"));
        handshake.certificateRequest().ifPresent(request -> labelled("Client cert.", "the server asks for one"));
        result.answer().ifPresent(answer -> {
            labelled("GET", answer.statusLine() + ", " + answer.bodyBytes() + " bytes");
            answer.headers().forEach(header -> labelled("", header));
        });
        result.getFailure().ifPresent(why -> labelled("GET", why));
    }

    private String staple(OcspStaple staple) {
        return staple.answers().stream().map(answer -> answer.serial() + " " + answer.status().name().toLowerCase(Locale.ROOT) + ", as of "
                + shown.time(answer.thisUpdate().orElse(UtcTime.UNKNOWN)) + answer.nextUpdate().stream().mapToObj(next -> ", until "
                        + shown.time(next))
                        .collect(Collectors.joining())).collect(Collectors.joining("; ", staple.responseStatus() + " ", ""));
    }

    private void certificates() {
        shown.line("");
        List<List<String>> rows = new ArrayList<>();
        for (Certificate facts : result.certificates()) {
            rows.add(List.of(facts.sha1().orElse("-"), Shown.cut(facts.subject().orElse("-"), LONGEST_NAME), Shown.cut(facts.issuer().orElse("-"),
                    LONGEST_NAME),
                    facts.signatureAlgorithm().orElse("-"), key(facts), shown.time(facts.notAfter().orElse(UtcTime.UNKNOWN)),
                    facts.lints().stream().map(Lint::id).collect(Collectors.joining(" "))));
        }
        shown.table(List.of("SENT: SHA-1", "SUBJECT", "ISSUER", "SIGNED WITH", "KEY", "NOT AFTER", "LINTS"), rows);
    }

    private static String key(Certificate facts) {
        return facts.curve().or(facts::keyAlgorithm).orElse("-") + facts.keyBits().stream().mapToObj(bits -> " "
                + bits).collect(Collectors.joining());
    }

    private void findings() {
        List<Finding> told = result.findings().stream().filter(finding -> !finding.rule().equals("probe.verdict")
                && !finding.rule().equals("probe.handshake")
                && finding.severity() != Severity.OK).toList();
        for (Finding finding : told) {
            shown.line("");
            shown.wrapped(finding.severity().word().toUpperCase(Locale.ROOT) + "  ", finding.title() + "  (" + finding.rule() + ")");
            shown.wrapped("    ", finding.summary());
            if (!finding.remedy().isEmpty()) {
                shown.wrapped("    Do  ", finding.remedy());
            }
        }
    }

    private static List<String> version(VersionSupport version) {
        String order = version.serverChooses().map(own -> own ? " (its own order)" : " (the client's order)").orElse("");
        return List.of(version.versionName(), version.supported() ? "yes" : "no",
                version.suites().stream().map(CipherSuite::name).collect(Collectors.joining(", ")) + order + version.refusal().orElse(""));
    }
}
