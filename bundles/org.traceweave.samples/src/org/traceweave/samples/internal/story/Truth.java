package org.traceweave.samples.internal.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.traceweave.model.Certificate;
import org.traceweave.model.Evidence;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;
import org.traceweave.model.WindowsFailure;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SampleTruth;

/** Collects, while a case is written, what a perfect reader of it would find. */
final class Truth {

    private final boolean detailed;
    private final List<SignIn> signIns = new ArrayList<>();
    private final Map<SignInKind, Integer> kinds = new TreeMap<>();
    private final Map<String, long[]> records = new LinkedHashMap<>();
    private final Set<IssuedCertificate> certificates = new LinkedHashSet<>();
    private final Set<IssuedCertificate> told = new LinkedHashSet<>();
    private final List<WindowsFailure> failures = new ArrayList<>();
    private final Set<String> failedConnections = new LinkedHashSet<>();
    private final List<SampleTruth.ListedVersion> versions = new ArrayList<>();
    private final List<SampleTruth.ExpectedFinding> findings = new ArrayList<>();

    /** @param detailed whether every sign-in is kept, not only counts */
    Truth(boolean detailed) {
        this.detailed = detailed;
    }

    void count(String source) {
        counter(source)[0]++;
    }

    /** The count of a source's records, to be raised in place. */
    long[] counter(String source) {
        return records.computeIfAbsent(source, key -> new long[1]);
    }

    void count(SignInKind kind) {
        kinds.merge(kind, 1, Integer::sum);
    }

    void ended(Attempt attempt, Outcome outcome, Phase phase) {
        count(SignInKind.SIGN_IN);
        if (detailed) {
            signIns.add(attempt.ended(signIns.size() + 1, outcome, phase));
        }
    }

    void failure(WindowsFailure failure) {
        failures.add(failure);
    }

    void finding(SampleTruth.ExpectedFinding finding) {
        findings.add(finding);
    }

    /** These certificates' bytes are somewhere in the case. */
    void shows(List<IssuedCertificate> shown) {
        certificates.addAll(shown);
    }

    /** An event tells what these certificates say. */
    void tells(List<IssuedCertificate> described) {
        told.addAll(described);
    }

    /** A client from this address never came as far as SIP. */
    void failedConnection(String address) {
        failedConnections.add(address);
    }

    /** A file of the case says that this is installed. */
    void listed(SampleTruth.ListedVersion version) {
        versions.add(version);
    }

    /** The other sources are not part of the case. */
    void keepOnly(String source) {
        records.keySet().retainAll(Set.of(source));
        failures.clear();
        told.clear();
        versions.clear();
    }

    /** Where a message of some attempt stands in this source; its beginning if none does. */
    long someMessage(String source) {
        return signIns.stream().skip(signIns.size() / 2).flatMap(signIn -> signIn.messages().stream()).filter(message -> message.source().equals(source))
                .mapToLong(Evidence::offset).findFirst().orElse(0);
    }

    SampleTruth complete(String story, long seed) {
        Map<String, Integer> otherKinds = new LinkedHashMap<>();
        kinds.forEach((kind, count) -> {
            if (kind != SignInKind.SIGN_IN) {
                otherKinds.put(kind.word(), count);
            }
        });
        Map<String, Long> counts = new LinkedHashMap<>();
        records.forEach((source, count) -> counts.put(source, count[0]));
        Map<String, Certificate> facts = new LinkedHashMap<>();
        if (detailed) {
            certificates.forEach(certificate -> facts.computeIfAbsent(certificate.sha1(), sha1 -> CertificateFacts.of(certificate)));
            told.forEach(certificate -> facts.computeIfAbsent(certificate.sha1(), sha1 -> CertificateFacts.fromEvent(certificate)));
        }
        return new SampleTruth(story, seed, signIns, otherKinds, findings, List.copyOf(facts.values()), counts, failures, List.copyOf(failedConnections),
                List.copyOf(versions));
    }
}
