package org.traceweave.analysis.internal.diagnostics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.traceweave.analysis.Diagnostic;
import org.traceweave.analysis.DiagnosticContext;
import org.traceweave.analysis.DiagnosticDescription;
import org.traceweave.analysis.DiagnosticSetting;
import org.traceweave.analysis.FindingBuilder;
import org.traceweave.model.Certificate;
import org.traceweave.model.Finding;
import org.traceweave.model.Severity;
import org.traceweave.model.SignIn;
import org.traceweave.model.UtcTime;

/** {@code chain.expires-soon}: a certificate in use ends within 30 days of the last record. */
public final class ExpiresSoon implements Diagnostic {

    private static final long DAY = 86_400 * UtcTime.NANOS_PER_SECOND;

    private static final DiagnosticDescription DESCRIPTION = new DiagnosticDescription("chain.expires-soon", "Certificate ends soon",
            "Names certificates in use that end within 30 days of the last record.",
            List.of("certificates that handshakes carried"), List.of(new DiagnosticSetting("days", 30, "how many days before its end a certificate is named")));

    @Override
    public DiagnosticDescription description() {
        return DESCRIPTION;
    }

    @Override
    public List<Finding> diagnose(DiagnosticContext context) throws IOException {
        if (context.certificates().isEmpty()) {
            return FindingBuilder.notApplicable(DESCRIPTION, "No certificate is in the case.", DESCRIPTION.needs());
        }
        OptionalLong end = context.caseUnderStudy().sources().stream().flatMapToLong(source -> source.last().stream()).max();
        Map<String, SignIn> carriedBy = new LinkedHashMap<>();
        for (SignIn signIn : context.signIns()) {
            signIn.certificates().forEach(sha1 -> carriedBy.putIfAbsent(sha1, signIn));
        }
        long within = (long) context.setting("days") * DAY;
        List<Finding> findings = new ArrayList<>();
        for (Certificate certificate : context.certificates()) {
            SignIn carrier = carriedBy.get(certificate.sha1().orElse(""));
            boolean inUse = carrier != null && !RefusedCertificates.isOfUser(certificate, carrier.user());
            long notAfter = certificate.notAfter().orElse(Long.MAX_VALUE);
            if (inUse && end.isPresent() && notAfter >= end.getAsLong() && notAfter - end.getAsLong() <= within) {
                findings.add(finding(certificate, end.getAsLong()));
            }
        }
        return findings.isEmpty() ? FindingBuilder.nothingFound(DESCRIPTION, "No certificate that a handshake carried ends soon after the last record.") : findings;
    }

    private static Finding finding(Certificate certificate, long end) {
        String name = RefusedCertificates.shortName(certificate.subject());
        long days = (certificate.notAfter().getAsLong() - end) / DAY;
        return FindingBuilder.of(DESCRIPTION, Severity.WARNING)
                .summary("The certificate " + name + " ends on " + Words.day(certificate.notAfter().getAsLong()) + ", " + Words.count(days, "day")
                        + " after the last record.")
                .explanation("It was valid while this case was captured. When it ends, everything that checks it stops at once, and services do not start again after a restart.")
                .remedy("Renew it in good time and assign the new one (Request-CsCertificate, Set-CsCertificate) on every server that presents it.")
                .captureAdvice("Get-CsCertificate on each server").confidence(1).subject(certificate.sha1().orElse(name))
                .evidence(certificate.seen().stream().limit(5).toList()).build();
    }

}
