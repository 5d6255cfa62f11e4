package org.traceweave.analysis.internal.diagnostics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.traceweave.analysis.Diagnostic;
import org.traceweave.analysis.DiagnosticContext;
import org.traceweave.analysis.DiagnosticDescription;
import org.traceweave.analysis.FindingBuilder;
import org.traceweave.model.Certificate;
import org.traceweave.model.ChainBuild;
import org.traceweave.model.Evidence;
import org.traceweave.model.FailedConnection;
import org.traceweave.model.Finding;
import org.traceweave.model.Outcome;
import org.traceweave.model.Severity;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;
import org.traceweave.model.WindowsFailure;

/**
 * A rule that follows from symptoms: codes, trust errors, alerts, event numbers. Symptoms that are joined to the same failing sign-ins
 * or connections are one finding, as grave as the rule says. What is joined to none is a warning where it concerns the deployment, and
 * information where it belongs to an unrelated process or may be noise.
 */
abstract class SymptomRule implements Diagnostic {

    private static final double TIME_ALONE = 0.4;
    private static final int SHOWN = 50;

    private final DiagnosticDescription description;

    SymptomRule(String id, String name, String says) {
        description = new DiagnosticDescription(id, name, says, List.of("Windows events, or traces of sign-ins that failed"), List.of());
    }

    @Override
    public final DiagnosticDescription description() {
        return description;
    }

    /** Whether a symptom is of this rule. */
    abstract boolean matches(Symptom symptom);

    /** Symptoms that only this rule knows. */
    List<Symptom> more(DiagnosticContext context, Symptoms symptoms) throws IOException {
        return List.of();
    }

    /** How grave it is where a sign-in or a connection failed on it. */
    Severity joinedSeverity(Case group) {
        return Severity.CRITICAL;
    }

    /** How grave it is where nothing is known to have failed on it. */
    Severity looseSeverity(Symptom symptom) {
        return Severity.WARNING;
    }

    /** The claim, in one sentence. */
    abstract String summary(Case group);

    /** Why it is claimed, beyond what the symptoms say themselves. */
    abstract String explanation(Case group);

    abstract String remedy(Case group);

    abstract String capture();

    /** Symptoms of one cause. */
    record Case(List<Symptom> symptoms, List<SignIn> signIns, List<FailedConnection> connections, List<Certificate> certificates) {

        List<String> hosts() {
            return symptoms.stream().map(Symptom::host).filter(host -> !host.isEmpty()).distinct().toList();
        }

        /** The machines that judged so, as their own Windows events tell; an alert that a machine received tells what another one judged. */
        List<String> judges() {
            return symptoms.stream().filter(symptom -> symptom.event().isPresent() && !symptom.isReceivedAlert()).map(Symptom::host).filter(host -> !host.isEmpty()).distinct()
                    .toList();
        }

        List<String> users() {
            return signIns.stream().map(SignIn::user).distinct().toList();
        }

        /** What it is about, as a person would call it: the certificate, the target, else the hosts. */
        String thing() {
            if (!certificates.isEmpty()) {
                return "the certificate " + RefusedCertificates.shortName(certificates.getFirst().subject());
            }
            Optional<String> named = symptoms.stream().flatMap(symptom -> symptom.event().flatMap(WindowsFailure::subject).stream()).findFirst();
            return named.map(name -> "the certificate " + RefusedCertificates.shortName(Optional.of(name))).orElse("a certificate");
        }

        /** Who says so. */
        String judge() {
            List<String> judges = judges();
            return judges.isEmpty() ? "The other side" : Words.list(judges);
        }

        /** Who could not sign in, to continue a sentence. */
        String whom() {
            if (!signIns.isEmpty()) {
                return Words.count(signIns.size(), "sign-in") + " of " + Words.list(users());
            }
            return connections.isEmpty() ? "no sign-in that is known"
                    : Words.count(connections.stream().mapToLong(FailedConnection::count).sum(), "connection") + " from "
                            + Words.list(connections.stream().map(FailedConnection::peer).toList());
        }
    }

    @Override
    public List<Finding> diagnose(DiagnosticContext context) throws IOException {
        if (context.windowsFailures().isEmpty() && context.signIns().isEmpty() && context.failedConnections().isEmpty()) {
            return FindingBuilder.notApplicable(description, "Neither Windows events nor sign-ins are in the case.", description.needs());
        }
        Symptoms symptoms = Symptoms.joins(context);
        List<Symptom> found = new ArrayList<>(symptoms.all(context).stream().filter(this::matches).toList());
        found.addAll(more(context, symptoms));
        if (found.isEmpty()) {
            return FindingBuilder.nothingFound(description, "Nothing in the case says so.");
        }
        RefusedCertificates certificates = symptoms.certificates();
        List<Finding> findings = new ArrayList<>();
        List<Symptom> joined = found.stream().filter(Symptom::isJoined).toList();
        for (List<Symptom> cause : causes(joined)) {
            findings.add(finding(context, group(cause, certificates), true));
        }
        Set<String> known = joined.stream().flatMap(symptom -> symptom.certificates().stream().limit(1)).collect(Collectors.toSet());
        Map<String, List<Symptom>> loose = found.stream().filter(symptom -> !symptom.isJoined())
                // the same judgement of the same certificate, of another time, adds nothing to the finding there is
                .filter(symptom -> symptom.certificates().stream().limit(1).noneMatch(known::contains))
                .collect(Collectors.groupingBy(SymptomRule::place, LinkedHashMap::new, Collectors.toList()));
        for (List<Symptom> cause : loose.values()) {
            findings.add(finding(context, group(cause, certificates), false));
        }
        return findings;
    }

    private static String place(Symptom symptom) {
        return symptom.certificates().stream().findFirst().orElse(symptom.host()) + " " + symptom.isOfUnrelatedProcess();
    }

    /** Symptoms that share a certificate, a sign-in or a connection have one cause; so has what one host met without a certificate. */
    private static Collection<List<Symptom>> causes(List<Symptom> joined) {
        Map<String, Integer> firstWith = new HashMap<>();
        int[] cause = new int[joined.size()];
        for (int index = 0; index < cause.length; index++) {
            cause[index] = index;
            for (String key : keys(joined.get(index))) {
                Integer earlier = firstWith.putIfAbsent(key, index);
                if (earlier != null) {
                    cause[root(cause, index)] = root(cause, earlier);
                }
            }
        }
        Map<Integer, List<Symptom>> causes = new LinkedHashMap<>();
        for (int index = 0; index < cause.length; index++) {
            causes.computeIfAbsent(root(cause, index), absent -> new ArrayList<>()).add(joined.get(index));
        }
        return causes.values();
    }

    private static int root(int[] cause, int index) {
        int at = index;
        while (cause[at] != at) {
            cause[at] = cause[cause[at]];
            at = cause[at];
        }
        return at;
    }

    private static List<String> keys(Symptom symptom) {
        List<String> keys = new ArrayList<>();
        symptom.signIns().forEach(signIn -> keys.add("sign-in " + signIn.id()));
        symptom.connections().forEach(connection -> keys.add("connection " + connection.id()));
        keys.add(symptom.certificates().isEmpty() ? "host " + symptom.host() : "certificate " + symptom.certificates().getFirst());
        return keys;
    }

    private static Case group(List<Symptom> symptoms, RefusedCertificates certificates) {
        return new Case(symptoms, distinct(symptoms, Symptom::signIns), distinct(symptoms, Symptom::connections),
                symptoms.stream().flatMap(symptom -> symptom.certificates().stream().limit(1)).distinct()
                        .flatMap(sha1 -> certificates.certificate(sha1).stream()).toList());
    }

    private static <T> List<T> distinct(List<Symptom> symptoms, Function<Symptom, List<T>> part) {
        return symptoms.stream().map(part).flatMap(List::stream).distinct().toList();
    }

    private Finding finding(DiagnosticContext context, Case group, boolean joined) throws IOException {
        boolean unrelated = group.symptoms().stream().allMatch(Symptom::isOfUnrelatedProcess);
        Severity severity = joined ? joinedSeverity(group) : unrelated ? Severity.INFO : looseSeverity(group.symptoms().getFirst());
        List<Evidence> against = against(context, group);
        FindingBuilder finding = FindingBuilder.of(description, severity).apart(unrelated ? "unrelated" : "").summary(summary(group)).remedy(remedy(group)).captureAdvice(capture())
                .confidence(confidence(group, joined, !against.isEmpty())).against(against)
                .explanation(told(group) + " " + explanation(group) + (joined ? "" : " " + looseWords(unrelated)));
        group.users().forEach(finding::subject);
        group.certificates().forEach(certificate -> certificate.sha1().ifPresent(finding::subject));
        group.symptoms().stream().flatMap(symptom -> symptom.certificates().stream().limit(1)).forEach(finding::subject);
        group.hosts().forEach(finding::subject);
        group.signIns().stream().flatMap(signIn -> signIn.hosts().stream()).forEach(finding::subject);
        group.connections().forEach(connection -> finding.subject(connection.peer()).connection(connection));
        group.signIns().forEach(finding::signIn);
        group.symptoms().forEach(symptom -> finding.evidence(symptom.evidence()));
        group.signIns().stream().limit(SHOWN).forEach(signIn -> Symptoms.lastMessage(signIn).ifPresent(finding::evidence));
        return finding.build();
    }

    /** What the symptoms say themselves, once each. */
    private static String told(Case group) {
        List<String> said = group.symptoms().stream().map(symptom -> symptom.host().isEmpty() || symptom.event().isEmpty() ? sentence(symptom.words())
                : symptom.host() + ": " + sentence(symptom.words())).filter(words -> !words.isBlank()).distinct().limit(3).toList();
        return String.join(" ", said);
    }

    private static String sentence(String words) {
        String stripped = words.strip();
        return stripped.isEmpty() || stripped.endsWith(".") ? stripped : stripped + ".";
    }

    private static String looseWords(boolean unrelated) {
        return unrelated ? "It belongs to a process that takes no part in signing in."
                : "No failing sign-in or connection of this case is joined to it by a name, an address or a certificate.";
    }

    private static double confidence(Case group, boolean joined, boolean contradicted) {
        if (!joined) {
            return TIME_ALONE - 0.1;
        }
        boolean both = group.symptoms().stream().anyMatch(symptom -> symptom.event().isPresent())
                && group.symptoms().stream().anyMatch(symptom -> symptom.event().isEmpty());
        double sure = both ? 0.95 : group.symptoms().stream().anyMatch(symptom -> symptom.event().isPresent()) ? 0.9 : 0.75;
        return contradicted ? sure - 0.15 : sure;
    }

    /** Sign-ins that went through with the same certificate, and chains of it that the same machines found good. */
    private static List<Evidence> against(DiagnosticContext context, Case group) throws IOException {
        Set<String> judged = group.certificates().stream().flatMap(certificate -> certificate.sha1().stream()).collect(Collectors.toSet());
        if (judged.isEmpty()) {
            return List.of();
        }
        List<Evidence> against = new ArrayList<>();
        context.signIns().stream().filter(signIn -> signIn.kind() == SignInKind.SIGN_IN && signIn.outcome() == Outcome.SUCCEEDED)
                .filter(signIn -> signIn.certificates().stream().anyMatch(judged::contains)).limit(5)
                .forEach(signIn -> Symptoms.lastMessage(signIn).ifPresent(against::add));
        List<String> judges = group.judges();
        for (ChainBuild chain : context.chainBuilds()) {
            boolean good = chain.hresult().isEmpty() && chain.trustErrors().isEmpty() && chain.host().filter(judges::contains).isPresent();
            if (good && chain.elements().stream().limit(1).anyMatch(leaf -> leaf.thumbprint().filter(judged::contains).isPresent())) {
                chain.events().stream().limit(1).forEach(against::add);
            }
        }
        return against.stream().distinct().limit(SHOWN).toList();
    }
}
