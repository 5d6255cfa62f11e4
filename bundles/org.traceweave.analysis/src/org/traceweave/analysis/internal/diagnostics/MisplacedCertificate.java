package org.traceweave.analysis.internal.diagnostics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.traceweave.analysis.Diagnostic;
import org.traceweave.analysis.DiagnosticContext;
import org.traceweave.analysis.DiagnosticDescription;
import org.traceweave.analysis.FindingBuilder;
import org.traceweave.analysis.internal.certificates.ExportedStore;
import org.traceweave.certificates.LintContext;
import org.traceweave.model.Certificate;
import org.traceweave.model.CertificateOrigin;
import org.traceweave.model.Evidence;
import org.traceweave.model.FailedConnection;
import org.traceweave.model.Finding;
import org.traceweave.model.Phase;
import org.traceweave.model.Relation;
import org.traceweave.model.Severity;
import org.traceweave.model.SignIn;
import org.traceweave.model.WindowsFailure;

/** {@code store.misplaced-certificate}: a certificate that is no root stands in the Root store, and client certificates fail. */
public final class MisplacedCertificate implements Diagnostic {

    /** What the server logs when it refuses client certificates of web services, servers and conferencing. */
    private static final Set<Integer> EVENTS = Set.of(32042, 30998, 61029);

    private static final String WRONG_STORE = "L44";
    private static final int PLACES = 3;

    private static final DiagnosticDescription DESCRIPTION = new DiagnosticDescription("store.misplaced-certificate", "Certificate in the wrong store",
            "Names certificates in the Root store that are no roots, where client certificates fail.",
            List.of("a listing of the Root store, or server events 32042, 30998, 61029"), List.of());

    @Override
    public DiagnosticDescription description() {
        return DESCRIPTION;
    }

    @Override
    public List<Finding> diagnose(DiagnosticContext context) throws IOException {
        List<Certificate> misplaced = new ArrayList<>();
        for (Certificate certificate : context.certificates()) {
            if (isInRoots(certificate) && certificate.subject().isPresent() && certificate.issuer().isPresent() && !certificate.isSelfIssued()) {
                misplaced.add(certificate);
            }
        }
        List<WindowsFailure> refusals = context.windowsFailures().stream().filter(failure -> EVENTS.contains(failure.eventId())).toList();
        if (misplaced.isEmpty()) {
            boolean listed = context.certificates().stream().anyMatch(MisplacedCertificate::isInRoots);
            return listed ? FindingBuilder.nothingFound(DESCRIPTION, "Every certificate of the listed Root store is its own issuer.")
                    : FindingBuilder.notApplicable(DESCRIPTION, "What is in the Root store of a server is not in the case.", DESCRIPTION.needs());
        }
        Symptoms symptoms = Symptoms.joins(context);
        List<SignIn> failed = new ArrayList<>();
        for (SignIn signIn : RefusedCertificates.failing(context)) {
            boolean onClientCertificate = signIn.phase() == Phase.CLIENT_CERTIFICATE;
            if (onClientCertificate || refusals.stream().anyMatch(refusal -> symptoms.signIns(refusal.evidence()).contains(signIn))) {
                failed.add(signIn);
            }
        }
        List<FailedConnection> connections = context.failedConnections().stream()
                .filter(connection -> refusals.stream().anyMatch(refusal -> connection.related().stream().anyMatch(each -> each.evidence().equals(refusal.evidence())
                        && each.relation() == Relation.EXPLAINS))).toList();
        return List.of(finding(misplaced, refusals, failed, connections));
    }

    private static Finding finding(List<Certificate> misplaced, List<WindowsFailure> refusals, List<SignIn> failed, List<FailedConnection> connections) {
        boolean fails = !refusals.isEmpty() || !failed.isEmpty();
        List<String> names = misplaced.stream().map(each -> RefusedCertificates.shortName(each.subject())).toList();
        FindingBuilder finding = FindingBuilder.of(DESCRIPTION, fails ? Severity.CRITICAL : Severity.WARNING)
                .summary(Words.list(names) + (names.size() == 1 ? " stands" : " stand") + " in the Root store without being a root.")
                .explanation("Since Windows Server 2012 one such certificate makes the server refuse client certificates, whoever issued them. "
                        + (fails ? "Client certificates were refused here." : "No refusal of a client certificate is in the case."))
                .remedy("Move it to the store Intermediate Certification Authorities of the machine: Get-ChildItem Cert:\\LocalMachine\\Root | Where-Object {$_.Issuer -ne $_.Subject}.")
                .captureAdvice("certutil -store Root > root-store.txt on each Front End").confidence(failed.isEmpty() && connections.isEmpty() ? 0.6 : 0.85);
        misplaced.forEach(each -> finding.subject(each.sha1().orElse("")).evidence(places(each)));
        refusals.stream().limit(20).forEach(refusal -> finding.evidence(refusal.evidence()));
        refusals.stream().flatMap(refusal -> refusal.host().stream()).forEach(finding::subject);
        failed.forEach(signIn -> finding.signIn(signIn).subject(signIn.user()));
        connections.forEach(connection -> finding.connection(connection).subject(connection.peer()));
        return finding.build();
    }

    /** A listing names its store; of an export the file's name or, with the machines of the case, what was made of it tells. */
    private static boolean isInRoots(Certificate certificate) {
        return certificate.origin() == CertificateOrigin.LISTING || !inRoots(certificate).isEmpty()
                || !certificate.isSelfIssued() && certificate.lints().stream().anyMatch(lint -> lint.id().equals(WRONG_STORE));
    }

    private static List<Evidence> inRoots(Certificate certificate) {
        return certificate.seen().stream().filter(at -> ExportedStore.of(at.source(), List.of()).equals(Optional.of(LintContext.Store.ROOT))).toList();
    }

    private static List<Evidence> places(Certificate certificate) {
        List<Evidence> exports = inRoots(certificate);
        return (exports.isEmpty() ? certificate.seen() : exports).stream().limit(PLACES).toList();
    }
}
