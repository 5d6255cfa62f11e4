package org.traceweave.analysis.internal.diagnostics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.traceweave.analysis.DiagnosticContext;
import org.traceweave.model.Certificate;
import org.traceweave.model.Evidence;
import org.traceweave.model.FailedConnection;
import org.traceweave.model.Phase;
import org.traceweave.model.Related;
import org.traceweave.model.Relation;
import org.traceweave.model.SignIn;
import org.traceweave.model.WindowsFailure;

/** Gathers the symptoms of a case, each with what it is joined to. */
final class Symptoms {

    private final Map<Evidence, List<SignIn>> signInsOf = new HashMap<>();
    private final Map<Evidence, List<FailedConnection>> connectionsOf = new HashMap<>();

    private final RefusedCertificates certificates;

    private Symptoms(RefusedCertificates certificates) {
        this.certificates = certificates;
    }

    /** What stands beside the failing sign-ins and the connections of a case, by the record that explains them. */
    static Symptoms joins(DiagnosticContext context) throws IOException {
        Symptoms symptoms = new Symptoms(new RefusedCertificates(context));
        for (SignIn signIn : RefusedCertificates.failing(context)) {
            explaining(signIn.related()).forEach(at -> symptoms.signInsOf.computeIfAbsent(at, absent -> new ArrayList<>(1)).add(signIn));
        }
        for (FailedConnection connection : context.failedConnections()) {
            explaining(connection.related()).forEach(
                    at -> symptoms.connectionsOf.computeIfAbsent(at, absent -> new ArrayList<>(1)).add(connection));
        }
        return symptoms;
    }

    RefusedCertificates certificates() {
        return certificates;
    }

    /** The failing sign-ins that a record explains. */
    List<SignIn> signIns(Evidence at) {
        return signInsOf.getOrDefault(at, List.of());
    }

    List<Symptom> all(DiagnosticContext context) throws IOException {
        List<Symptom> all = new ArrayList<>();
        Map<String, Set<String>> errorsOfChain = new HashMap<>();
        for (WindowsFailure failure : context.windowsFailures()) {
            failure.chainRef().ifPresent(chain -> errorsOfChain.computeIfAbsent(chain, absent -> new HashSet<>()).addAll(failure.trustErrors()));
        }
        for (WindowsFailure failure : context.windowsFailures()) {
            all.add(of(failure, failure.chainRef().map(errorsOfChain::get).orElseGet(() -> Set.copyOf(failure.trustErrors()))));
        }
        RefusedCertificates.failing(context).forEach(signIn -> end(signIn).ifPresent(all::add));
        context.failedConnections().forEach(connection -> all.add(of(connection)));
        return all;
    }

    private static List<Evidence> explaining(List<Related> related) {
        return related.stream().filter(each -> each.relation() == Relation.EXPLAINS).map(Related::evidence).toList();
    }

    /** @param errors the trust errors of the chain: a policy check (event 30) has only a result, and judges the chain that event 11 built */
    private Symptom of(WindowsFailure failure, Set<String> errors) {
        String host = failure.host().orElse("");
        List<SignIn> joined = signInsOf.getOrDefault(failure.evidence(), List.of()).stream()
                .filter(signIn -> judgesTheOtherSide(host, failure.thumbprints(), signIn)).toList();
        return new Symptom(Optional.of(failure), host, failure.hresult().map(Set::of).orElse(Set.of()), errors,
                failure.alert(), failure.thumbprints(), failure.target(), failure.meaning(), failure.evidence(), joined,
                connectionsOf.getOrDefault(failure.evidence(), List.of()));
    }

    /** What a server thinks of its own certificate is not what the client thinks of it. */
    private boolean judgesTheOtherSide(String host, List<String> thumbprints, SignIn signIn) {
        return thumbprints.isEmpty() || !signIn.hosts().contains(host)
                || certificates.certificate(thumbprints.getFirst()).filter(judged -> RefusedCertificates.isOfUser(judged, signIn.user())).isPresent()
                || !signIn.certificates().contains(thumbprints.getFirst());
    }

    /** How a sign-in ended, where it says more than a status. */
    private Optional<Symptom> end(SignIn signIn) {
        OptionalInt alert = alert(signIn);
        if (signIn.hresult().isEmpty() && alert.isEmpty()) {
            return Optional.empty();
        }
        return lastMessage(signIn).map(at -> new Symptom(Optional.empty(), signIn.hosts().stream().findFirst().orElse(""),
                signIn.hresult().map(Set::of).orElse(Set.of()), Set.of(), alert, refused(signIn), Optional.empty(), signIn.reason().orElse(""), at,
                List.of(signIn), List.of()));
    }

    /** The certificate that was looked at when the sign-in ended. */
    private List<String> refused(SignIn signIn) {
        boolean onCertificate = signIn.phase() == Phase.SERVER_CERTIFICATE || signIn.phase() == Phase.CLIENT_CERTIFICATE;
        return onCertificate ? certificates.presented(signIn).flatMap(Certificate::sha1).stream().toList() : List.of();
    }

    /** The TLS alert that ended a sign-in. */
    static OptionalInt alert(SignIn signIn) {
        String reason = signIn.reason().orElse("");
        String start = "tls alert ";
        if (!reason.toLowerCase(Locale.ROOT).startsWith(start)) {
            return OptionalInt.empty();
        }
        String number = reason.substring(start.length()).split("[^0-9]", 2)[0];
        return number.isEmpty() || number.length() > 3 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(number));
    }

    /** What a certificate that was looked at when a sign-in failed says against itself. */
    static Symptom ofCertificate(SignIn signIn, Certificate certificate, String words) {
        Evidence at = SignInRule.ending(signIn).or(() -> certificate.seen().stream().findFirst()).orElseThrow();
        return new Symptom(Optional.empty(), "", Set.of(), Set.of(), OptionalInt.empty(), certificate.sha1().stream().toList(), Optional.empty(), words, at,
                List.of(signIn), List.of());
    }

    private static Symptom of(FailedConnection connection) {
        return new Symptom(Optional.empty(), connection.host(), connection.hresult().map(Set::of).orElse(Set.of()), Set.of(), connection.alert(),
                List.of(), connection.peerName(), connection.reason().orElse(""), connection.evidence().getLast(), List.of(), List.of(connection));
    }

    static Optional<Evidence> lastMessage(SignIn signIn) {
        return signIn.messages().isEmpty() ? Optional.empty() : Optional.of(signIn.messages().getLast());
    }
}
