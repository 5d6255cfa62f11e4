package org.traceweave.analysis.internal.diagnostics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.traceweave.analysis.DiagnosticContext;
import org.traceweave.analysis.DiagnosticDescription;
import org.traceweave.analysis.FindingBuilder;
import org.traceweave.model.Certificate;
import org.traceweave.model.Evidence;
import org.traceweave.model.Finding;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.Related;
import org.traceweave.model.RelatedKind;
import org.traceweave.model.Relation;
import org.traceweave.model.Severity;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;
import org.traceweave.model.SignInStep;
import org.traceweave.model.UtcTime;
import org.traceweave.model.WindowsFailure;
import org.traceweave.model.WindowsFailureKind;

/**
 * One chain with weak signatures that failing sign-ins met: what speaks for its being the cause, what against, and what is said. The
 * certificate named first is the lowest whose signature is weak.
 */
final class WeakChain {

    private static final Set<String> REFUSING_ALERTS = Set.of("42", "43", "46");
    private static final String WEAK = "HAS_WEAK_SIGNATURE";
    private static final int SHOWN = 20;

    private final DiagnosticDescription description;
    private final DiagnosticContext context;
    private final Certificate presented;
    private final Certificate weak;
    private final List<Certificate> edges;
    private final List<SignIn> signIns;
    private final List<WindowsFailure> judgements;

    WeakChain(DiagnosticDescription description, DiagnosticContext context, Certificate presented, List<Certificate> edges,
            List<SignIn> signIns) throws IOException {
        this.description = description;
        this.context = context;
        this.presented = presented;
        this.edges = edges;
        weak = edges.getFirst();
        this.signIns = signIns;
        judgements = judgements();
    }

    /** What CAPI2 says of the certificate on machines other than those that presented it. */
    private List<WindowsFailure> judgements() throws IOException {
        Set<String> presenting = signIns.stream().flatMap(signIn -> signIn.hosts().stream()).collect(Collectors.toSet());
        Set<String> thumbprints = thumbprints();
        return context.windowsFailures().stream().filter(failure -> failure.kind() == WindowsFailureKind.CAPI2)
                .filter(failure -> failure.thumbprints().stream().anyMatch(thumbprints::contains))
                .filter(failure -> failure.host().filter(presenting::contains).isEmpty()).toList();
    }

    private Set<String> thumbprints() {
        Set<String> thumbprints = new LinkedHashSet<>();
        presented.sha1().ifPresent(thumbprints::add);
        edges.forEach(edge -> edge.sha1().ifPresent(thumbprints::add));
        return thumbprints;
    }

    Finding finding() throws IOException {
        List<WindowsFailure> weakJudgements = judgements.stream().filter(failure -> failure.trustErrors().contains(WEAK)).toList();
        List<SignIn> brokenOff = signIns.stream().filter(WeakChain::brokeOff).toList();
        List<RivalCause> rivals = brokenOff.isEmpty() ? List.of() : RivalCause.of(brokenOff.getFirst(), presented, judgements);
        boolean rivalled = rivals.stream().anyMatch(RivalCause::hasEvidence);
        boolean judged = !weakJudgements.isEmpty() && !brokenOff.isEmpty();
        boolean refused = judged || !brokenOff.isEmpty() && !rivalled;
        FindingBuilder finding = FindingBuilder.of(description, refused ? Severity.CRITICAL : Severity.WARNING)
                .title(title()).summary(summary(refused, brokenOff)).explanation(explanation(weakJudgements, brokenOff, rivals))
                .remedy("Re-issue " + RefusedCertificates.shortName(weak.subject()) + " from a CA that signs with SHA-256 and whose own "
                        + "certificate is signed so, and assign it on every server that presents it.")
                .captureAdvice("On the device: wevtutil sl Microsoft-Windows-CAPI2/Operational /e:true, repeat the sign-in, then "
                        + "wevtutil epl Microsoft-Windows-CAPI2/Operational CAPI2.evtx")
                .confidence(confidence(judged, rivalled, brokenOff));
        signIns.forEach(signIn -> finding.signIn(signIn).subject(signIn.user()));
        signIns.forEach(signIn -> finding.subjects(signIn.hosts()));
        finding.subjects(thumbprints());
        addEvidence(finding, weakJudgements);
        rivals.stream().filter(RivalCause::hasEvidence).forEach(rival -> finding.against(rival.evidence()));
        accepted().stream().limit(SHOWN).forEach(signIn -> certificateMessage(signIn).ifPresent(finding::against));
        return finding.build();
    }

    private String hash() {
        return weak.signatureHash().map(name -> name.replaceFirst("^(SHA|MD)(?=\\d)", "$1-")).orElse("weak").replace("MD-", "MD");
    }

    private String title() {
        return hash() + " signature on " + RefusedCertificates.shortName(weak.subject());
    }

    private static String described(Certificate edge) {
        String issued = edge.notBefore().isPresent() ? ", issued on " + UtcTime.format(edge.notBefore().getAsLong()).substring(0, 10) : "";
        return RefusedCertificates.shortName(edge.issuer()) + " \u2192 " + RefusedCertificates.shortName(edge.subject()) + " ("
                + edge.signatureAlgorithm().orElse("weak signature") + issued + ")";
    }

    private String summary(boolean refused, List<SignIn> brokenOff) {
        String who = signIns.stream().map(WeakChain::who).distinct().limit(3).collect(Collectors.joining(", "));
        String carried = "the certificate " + described(weak);
        if (refused) {
            return who + " refused " + carried + " and broke off the sign-in, " + times(brokenOff.size()) + ".";
        }
        return who + " met " + carried + " in a failing sign-in, " + times(signIns.size()) + "; nothing shows that it was refused for its signature.";
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    private static String who(SignIn signIn) {
        return signIn.device().map(device -> signIn.user() + " on " + DeviceName.of(device)).orElse(signIn.user());
    }

    private String explanation(List<WindowsFailure> weakJudgements, List<SignIn> brokenOff, List<RivalCause> rivals) throws IOException {
        List<String> sentences = new ArrayList<>();
        if (!weakJudgements.isEmpty()) {
            sentences.add("CAPI2 on " + hosts(weakJudgements) + " judged this thumbprint " + WEAK + ".");
        } else {
            sentences.add("No CAPI2 log of the machine that looked at the certificate says why; this is told from the handshake alone.");
        }
        if (!brokenOff.isEmpty()) {
            SignIn first = brokenOff.getFirst();
            sentences.add(first.reason().filter(reason -> reason.startsWith("TLS alert"))
                    .map(reason -> "Right after receiving it the client sent " + reason + ".")
                    .orElse("Right after receiving it the client went silent."));
        }
        sentences.add("The signature that counts is the one on this certificate; the hash in a root's own signature does not matter.");
        edges.stream().skip(1).forEach(edge -> sentences.add("Also signed so in the same chain: " + described(edge) + "."));
        rivals.stream().filter(RivalCause::hasEvidence)
                .forEach(rival -> sentences.add("It may also be " + rival.name() + ": " + rival.argument() + "."));
        List<String> excluded = rivals.stream().filter(rival -> !rival.hasEvidence()).map(RivalCause::name).toList();
        if (!excluded.isEmpty()) {
            sentences.add("Nothing in the case points at " + String.join(", ", excluded) + ".");
        }
        notThePassword().ifPresent(sentences::add);
        int accepted = accepted().size();
        if (accepted > 0) {
            sentences.add("Against it: " + Words.count(accepted, "other sign-in") + " went through with the same certificate, so not every client refuses it.");
        }
        return String.join(" ", sentences);
    }

    private static String hosts(List<WindowsFailure> failures) {
        return failures.stream().map(failure -> failure.host().orElse("an unnamed machine")).distinct().collect(Collectors.joining(", "));
    }

    /** A 401 that speaks of credentials is contradicted where the same user signs in elsewhere, by SIP or to Exchange. */
    private Optional<String> notThePassword() throws IOException {
        boolean claimed = signIns.stream().flatMap(signIn -> signIn.related().stream()).anyMatch(each -> each.kind() == RelatedKind.HTTP)
                || context.count("kind:http AND status:401 AND \"invalid credentials\"") > 0;
        Set<String> users = signIns.stream().map(SignIn::user).collect(Collectors.toSet());
        Optional<SignIn> elsewhere = context.signIns().stream().filter(signIn -> users.contains(signIn.user()))
                .filter(signIn -> signIn.kind() == SignInKind.SIGN_IN && signIn.outcome() == Outcome.SUCCEEDED).findFirst();
        List<Evidence> logons = new ArrayList<>();
        for (String user : users) {
            logons.addAll(logons(user));
        }
        if (!claimed || elsewhere.isEmpty() && logons.isEmpty()) {
            return Optional.empty();
        }
        List<String> contradictions = new ArrayList<>();
        elsewhere.ifPresent(signIn -> contradictions.add("the same user signs in "
                + signIn.device().map(device -> "with " + DeviceName.of(device)).orElse("elsewhere")));
        if (!logons.isEmpty()) {
            contradictions.add("the account of that name logs on to another server (Security event 4624)");
        }
        return Optional.of("Not a password problem: the web component's 401 speaks of invalid credentials, but "
                + String.join(", and ", contradictions) + ".");
    }

    /** Logons of the account named like the user's address, on machines that took no part in the sign-in: Exchange, for one. */
    private List<Evidence> logons(String user) throws IOException {
        String account = user.substring(0, Math.max(0, user.indexOf('@')));
        if (account.isEmpty()) {
            return List.of();
        }
        String elsewhere = signIns.stream().flatMap(signIn -> signIn.hosts().stream()).distinct().map(host -> " AND NOT host:" + host)
                .collect(Collectors.joining());
        return context.evidence("channel:Security AND eventId:4624 AND \"" + account + "\"" + elsewhere, 3);
    }

    private void addEvidence(FindingBuilder finding, List<WindowsFailure> weakJudgements) throws IOException {
        for (SignIn signIn : signIns) {
            certificateMessage(signIn).ifPresent(finding::evidence);
            signIn.steps().stream().filter(step -> step.result().contains("TLS alert")).map(SignInStep::evidence).forEach(finding::evidence);
        }
        weakJudgements.stream().limit(SHOWN).forEach(failure -> finding.evidence(failure.evidence()));
        finding.evidence(weak.seen().stream().limit(1).toList());
        for (SignIn signIn : signIns) {
            signIn.related().stream().filter(each -> each.kind() == RelatedKind.HTTP || each.relation() == Relation.EXPLAINS)
                    .map(Related::evidence).limit(SHOWN).forEach(finding::evidence);
        }
        for (String user : signIns.stream().map(SignIn::user).distinct().toList()) {
            finding.evidence(logons(user));
        }
    }

    /** The message in which the server's certificate came. */
    private static Optional<Evidence> certificateMessage(SignIn signIn) {
        return signIn.steps().stream().filter(step -> step.phase() == Phase.SERVER_CERTIFICATE && !step.result().contains("alert"))
                .map(SignInStep::evidence).findFirst();
    }

    private List<SignIn> accepted() throws IOException {
        String thumbprint = presented.sha1().orElse("");
        return context.signIns().stream().filter(signIn -> signIn.kind() == SignInKind.SIGN_IN && signIn.outcome() == Outcome.SUCCEEDED)
                .filter(signIn -> signIn.certificates().contains(thumbprint)).toList();
    }

    /** Whether the client ended the attempt on the certificate: by an alert that says so, or by silence right after receiving it. */
    private static boolean brokeOff(SignIn signIn) {
        if (signIn.phase() != Phase.SERVER_CERTIFICATE && signIn.phase() != Phase.CLIENT_CERTIFICATE) {
            return false;
        }
        boolean alerted = signIn.reason().filter(reason -> reason.startsWith("TLS alert"))
                .filter(reason -> REFUSING_ALERTS.contains(reason.split(" ")[2])).isPresent();
        return alerted || signIn.outcome() == Outcome.ABANDONED;
    }

    private static double confidence(boolean judged, boolean rivalled, List<SignIn> brokenOff) {
        if (judged) {
            return rivalled ? 0.8 : 0.95;
        }
        if (brokenOff.isEmpty()) {
            return 0.3;
        }
        boolean alerted = brokenOff.stream().anyMatch(signIn -> signIn.reason().filter(reason -> reason.startsWith("TLS alert")).isPresent());
        return rivalled ? 0.35 : alerted ? 0.7 : 0.5;
    }
}
