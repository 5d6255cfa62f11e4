package org.traceweave.ui;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.traceweave.index.IndexedRecord;
import org.traceweave.model.Certificate;
import org.traceweave.model.Evidence;
import org.traceweave.model.Finding;
import org.traceweave.model.RecordField;
import org.traceweave.model.Related;
import org.traceweave.model.Relation;
import org.traceweave.model.SignIn;
import org.traceweave.model.TimeRange;
import org.traceweave.model.UtcTime;
import org.traceweave.model.WindowsFailure;

/** Works out what a choice means to the other views, from the answers about the case. Made once for each set of answers; immutable. */
final class FocusFinder {

    private record Place(String source, long offset) {
    }

    private final Map<String, SignIn> signIns = new HashMap<>();
    private final Map<String, SignIn> byCallId = new HashMap<>();
    private final Map<Place, SignIn> byMessage = new HashMap<>();
    private final Map<Place, SignIn> byExplanation = new HashMap<>();
    private final Map<Place, WindowsFailure> failures = new HashMap<>();
    private final Map<String, Certificate> certificates = new HashMap<>();

    FocusFinder(CaseAnswers answers) {
        for (SignIn signIn : answers.signIns()) {
            signIns.put(signIn.id(), signIn);
            signIn.callIds().forEach(callId -> byCallId.putIfAbsent(callId, signIn));
            signIn.messages().forEach(message -> byMessage.putIfAbsent(place(message), signIn));
            for (Related related : signIn.related()) {
                if (related.relation() == Relation.EXPLAINS) {
                    byExplanation.putIfAbsent(place(related.evidence()), signIn);
                }
            }
        }
        answers.failures().forEach(failure -> failures.put(place(failure.evidence()), failure));
        answers.certificates().forEach(certificate -> certificate.sha1().ifPresent(sha1 -> certificates.put(sha1, certificate)));
    }

    private static Place place(Evidence evidence) {
        return new Place(evidence.source(), evidence.offset());
    }

    Optional<SignIn> signIn(String id) {
        return Optional.ofNullable(signIns.get(id));
    }

    Optional<Certificate> certificate(String sha1) {
        return Optional.ofNullable(certificates.get(sha1));
    }

    Focus focus(Chosen chosen) {
        return switch (chosen) {
            case Chosen.Nothing nothing -> Focus.NOTHING;
            case Chosen.Moment moment -> new Focus(chosen, OptionalLong.of(moment.time()), Optional.empty(), Optional.empty(),
                    Optional.empty(), Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty());
            case Chosen.Attempt attempt -> ofAttempt(chosen, attempt.signIn());
            case Chosen.Failure failure -> ofEvidence(chosen, failure.failure().evidence(), OptionalLong.of(failure.failure().time()),
                    Optional.empty());
            case Chosen.Entry entry -> ofEvidence(chosen, entry.evidence(), OptionalLong.of(entry.record().time()), Optional.empty())
                    .with(entry.record());
            case Chosen.Claim claim -> ofFinding(chosen, claim.finding());
            case Chosen.Proof proof -> ofEvidence(chosen, proof.evidence(), OptionalLong.empty(), Optional.of(proof.finding()));
            case Chosen.Shown shown -> ofCertificate(chosen, shown.certificate());
            case Chosen.Place place -> ofEvidence(chosen, place.evidence(), OptionalLong.empty(), Optional.empty());
        };
    }

    private Focus ofAttempt(Chosen chosen, SignIn signIn) {
        Optional<Evidence> evidence = decisive(signIn);
        Optional<Certificate> certificate = signIn.certificates().stream().map(certificates::get).filter(each -> each != null).findFirst();
        return new Focus(chosen, OptionalLong.of(signIn.isFailure() ? signIn.end() : signIn.start()), Optional.of(span(signIn)), evidence,
                Optional.empty(), Set.of(signIn.id()), Set.copyOf(signIn.callIds()), related(List.of(signIn)), Optional.empty(), Optional.empty(),
                certificate);
    }

    /** The record by which an attempt is best understood: where a failed one ended, where another one began. */
    private static Optional<Evidence> decisive(SignIn signIn) {
        if (signIn.isFailure() && !signIn.steps().isEmpty()) {
            return Optional.of(signIn.steps().getLast().evidence());
        }
        return signIn.messages().stream().findFirst();
    }

    private static Set<Evidence> related(List<SignIn> signIns) {
        return signIns.stream().flatMap(signIn -> signIn.related().stream()).filter(each -> each.relation() == Relation.EXPLAINS)
                .map(Related::evidence).collect(Collectors.toSet());
    }

    private static TimeRange span(SignIn signIn) {
        return new TimeRange(signIn.start(), Math.max(signIn.end(), signIn.start()) + 1);
    }

    private Focus ofFinding(Chosen chosen, Finding finding) {
        List<SignIn> joined = finding.signins().stream().map(signIns::get).filter(each -> each != null).toList();
        Set<String> callIds = new HashSet<>();
        joined.forEach(signIn -> callIds.addAll(signIn.callIds()));
        OptionalLong time = joined.stream().mapToLong(SignIn::end).findFirst();
        Optional<Certificate> certificate = finding.subjects().stream().map(certificates::get).filter(each -> each != null).findFirst();
        return new Focus(chosen, time, joined.stream().map(FocusFinder::span).findFirst(), finding.evidence().stream().findFirst(),
                Optional.empty(), Set.copyOf(finding.signins()), callIds, Set.copyOf(finding.evidence()), Optional.empty(), Optional.of(finding),
                certificate);
    }

    private Focus ofCertificate(Chosen chosen, Certificate certificate) {
        Set<String> carriers = new HashSet<>();
        certificate.sha1().ifPresent(sha1 -> signIns.values().stream().filter(SignIn::isFailure)
                .filter(signIn -> signIn.certificates().contains(sha1)).forEach(signIn -> carriers.add(signIn.id())));
        return new Focus(chosen, OptionalLong.empty(), Optional.empty(), certificate.seen().stream().findFirst(), Optional.empty(), carriers,
                Set.of(), Set.copyOf(certificate.seen()), Optional.empty(), Optional.empty(), Optional.of(certificate));
    }

    private Focus ofEvidence(Chosen chosen, Evidence evidence, OptionalLong time, Optional<Finding> finding) {
        Optional<WindowsFailure> failure = Optional.ofNullable(failures.get(place(evidence)));
        Optional<SignIn> signIn = Optional.ofNullable(byMessage.get(place(evidence)))
                .or(() -> chosen instanceof Chosen.Entry entry ? entry.record().keyword(RecordField.CALL_ID).map(byCallId::get)
                        : Optional.empty())
                .or(() -> Optional.ofNullable(byExplanation.get(place(evidence))));
        Optional<Certificate> certificate = failure.flatMap(each -> each.thumbprints().stream().map(certificates::get)
                .filter(known -> known != null).findFirst());
        OptionalLong known = time.isPresent() && time.getAsLong() == UtcTime.UNKNOWN ? OptionalLong.empty() : time;
        return new Focus(chosen, known, signIn.map(FocusFinder::span), Optional.of(evidence), Optional.empty(),
                signIn.map(each -> Set.of(each.id())).orElse(Set.of()), signIn.map(each -> Set.copyOf(each.callIds())).orElse(Set.of()),
                signIn.map(each -> related(List.of(each))).orElse(Set.of()), failure, finding, certificate);
    }

    /** The same once the record was looked up: a record's Call-ID may tell the attempt it belongs to. */
    Focus completed(Focus focus, IndexedRecord record) {
        Focus found = focus.with(record);
        Optional<SignIn> signIn = found.signIns().isEmpty() ? record.keyword(RecordField.CALL_ID).map(byCallId::get) : Optional.empty();
        return signIn.map(each -> new Focus(found.chosen(), found.time(), Optional.of(span(each)), found.evidence(), found.record(),
                Set.of(each.id()), Set.copyOf(each.callIds()), related(List.of(each)), found.failure(), found.finding(), found.certificate())).orElse(found);
    }
}
