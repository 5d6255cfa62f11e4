package org.traceweave.probe.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.traceweave.certificates.ChainVerdict;
import org.traceweave.certificates.ElementVerdict;
import org.traceweave.certificates.Verdict;
import org.traceweave.certificates.VerdictReason;
import org.traceweave.model.Finding;
import org.traceweave.model.Severity;
import org.traceweave.probe.ClientVerdict;
import org.traceweave.probe.ProbeFailure;
import org.traceweave.probe.ProbeResult;

/**
 * What a probe says: the verdict of each kind of client, what is wrong with the chain and the handshake, or why there is none. A probe meets no
 * sign-in, so that nothing is graver than a warning.
 */
final class ProbeFindings {

    private final ProbeResult result;
    private final List<Finding> findings = new ArrayList<>();

    ProbeFindings(ProbeResult result) {
        this.result = result;
    }

    List<Finding> all() {
        result.failure().ifPresent(this::failure);
        result.handshake().ifPresent(handshake -> {
            new HandshakeFindings(result, handshake, this).add();
            new ChainFindings(result, handshake, this).add();
        });
        result.verdicts().forEach(this::verdict);
        findings.sort(Comparator.comparing(Finding::severity));
        return findings;
    }

    void add(String rule, Severity severity, String title, String summary, String remedy, List<String> subjects) {
        add(rule, severity, title, summary, "", remedy, subjects);
    }

    void add(String rule, Severity severity, String title, String summary, String explanation, String remedy, List<String> subjects) {
        String id = rule + "@" + result.request().target() + (subjects.isEmpty() ? "" : "/" + subjects.getFirst());
        findings.add(new Finding(id, rule, severity, title, summary, explanation, remedy, "", 1.0, subjects, List.of(), Optional.empty(), List.of(),
                List.of(), 0,
                List.of(), List.of()));
    }

    private void failure(ProbeFailure failure) {
        String target = result.request().target().toString();
        String tried = result.attempts().size() > 1 ? "Tried: " + result.attempts().stream()
                .map(attempt -> attempt.offered() + " - " + attempt.failure().map(ProbeFailure::text).orElse("shown"))
                        .collect(Collectors.joining("; ")) : "";
        switch (failure.kind()) {
            case UNKNOWN_HOST -> failed("probe.unknown-host", target + " has no address", failure,
                    "Check the name, and ask the DNS server that the clients ask.", tried);
            case REFUSED, UNREACHABLE -> failed("probe.unreachable", target + " cannot be reached", failure,
                    "Check that the service runs and that firewalls let the port through from here.", tried);
            case TIMEOUT -> failed("probe.timeout", target + " does not answer", failure,
                    "Check firewalls on the way and whether the service hangs; a longer time can be allowed.", tried);
            case RESET, CLOSED -> failed("probe.broken-off", target + " breaks off the handshake", failure,
                    "Look into the server's System log for SCHANNEL events of that moment; a device in between that inspects TLS does the same.",
                            tried);
            case NOT_TLS -> failed("probe.not-tls", target + " does not speak TLS there", failure, "Probe the port on which the service speaks TLS.",
                    tried);
            case PROXY -> failed("probe.proxy", "The proxy does not let the probe through", failure, "Check the proxy's address, user and rules.",
                    tried);
            case ALERT -> failed(alertRule(failure), target + " refuses the handshake", failure,
                    "Compare the versions and cipher suites that are enabled on the server; its SCHANNEL events 36874 and 36888 name them.", tried);
            case MALFORMED, UNSUPPORTED -> failed("probe.malformed", target + " does not keep to TLS", failure,
                    "Look at what stands between here and the server, and at the server's TLS software.", tried);
        }
    }

    private static String alertRule(ProbeFailure failure) {
        return failure.text().contains("(70)") ? "tls.protocol-mismatch"
                : failure.text().contains("(40)") || failure.text().contains("(71)") ? "tls.no-shared-cipher" : "tls.alert";
    }

    private void failed(String rule, String title, ProbeFailure failure, String remedy, String explanation) {
        add(rule, Severity.WARNING, title, failure.text() + ".", explanation, remedy, List.of(result.request().target().host()));
    }

    private void verdict(ClientVerdict verdict) {
        ChainVerdict best = verdict.verdicts().best();
        String title = verdict.policy().title() + ": " + switch (best.verdict()) {
            case ACCEPTED -> "accepts the chain";
            case REFUSED -> "refuses the chain";
            case UNKNOWN -> "no verdict";
        };
        Severity severity = switch (best.verdict()) {
            case ACCEPTED -> Severity.OK;
            case REFUSED -> Severity.WARNING;
            case UNKNOWN -> Severity.INFO;
        };
        List<String> deciding = reasons(best).stream().filter(reason -> best.verdict() == Verdict.ACCEPTED || !reason.startsWith("(")).toList();
        add("probe.verdict", severity, title, deciding.isEmpty() ? "Nothing speaks against it." : sentence(String.join("; ", deciding)),
                "Revocation was not looked at. " + String.join("; ", reasons(best)), "", List.of(verdict.policy().id()));
    }

    /** All reasons of a chain with whom they are about; remarks that change nothing in brackets. */
    static List<String> reasons(ChainVerdict chain) {
        List<String> reasons = new ArrayList<>();
        chain.reasons().forEach(reason -> reasons.add(worded(reason, "")));
        for (ElementVerdict element : chain.elements()) {
            element.reasons().forEach(reason -> reasons.add(worded(reason, element.certificate().facts().subject()
                    .orElse("a certificate without a name") + ": ")));
        }
        return reasons;
    }

    private static String worded(VerdictReason reason, String about) {
        String text = about + reason.text();
        return reason.verdict() == Verdict.ACCEPTED ? "(" + text + ")" : text;
    }

    static String sentence(String text) {
        String capital = text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
        return capital.endsWith(".") ? capital : capital + ".";
    }
}
