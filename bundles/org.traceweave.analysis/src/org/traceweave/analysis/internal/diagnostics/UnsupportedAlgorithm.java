package org.traceweave.analysis.internal.diagnostics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.traceweave.analysis.Diagnostic;
import org.traceweave.analysis.DiagnosticContext;
import org.traceweave.analysis.DiagnosticDescription;
import org.traceweave.analysis.FindingBuilder;
import org.traceweave.model.Certificate;
import org.traceweave.model.Finding;
import org.traceweave.model.Outcome;
import org.traceweave.model.Severity;
import org.traceweave.model.SignIn;

/** {@code chain.unsupported-algorithm}: RSASSA-PSS, post-quantum or explicit-parameter elliptic curves in a chain that is used. */
public final class UnsupportedAlgorithm implements Diagnostic {

    private static final List<String> POST_QUANTUM = List.of("ML-DSA", "SLH-DSA", "ML-KEM", "Falcon", "id-ml-dsa", "id-slh-dsa");

    private static final DiagnosticDescription DESCRIPTION = new DiagnosticDescription("chain.unsupported-algorithm", "Algorithm that is not supported",
            "Names certificates in use whose signature or key Skype for Business or its clients cannot use.",
            List.of("certificates that handshakes carried"), List.of());

    @Override
    public DiagnosticDescription description() {
        return DESCRIPTION;
    }

    @Override
    public List<Finding> diagnose(DiagnosticContext context) throws IOException {
        if (context.certificates().isEmpty()) {
            return FindingBuilder.notApplicable(DESCRIPTION, "No certificate is in the case.", DESCRIPTION.needs());
        }
        Map<String, List<SignIn>> carriedBy = new LinkedHashMap<>();
        for (SignIn signIn : context.signIns()) {
            signIn.certificates().forEach(sha1 -> carriedBy.computeIfAbsent(sha1, absent -> new ArrayList<>()).add(signIn));
        }
        List<Finding> findings = new ArrayList<>();
        for (Certificate certificate : context.certificates()) {
            List<SignIn> carriers = carriedBy.getOrDefault(certificate.sha1().orElse(""), List.of());
            String unsupported = unsupported(certificate);
            if (!carriers.isEmpty() && !unsupported.isEmpty()) {
                FindingBuilder finding = FindingBuilder.of(DESCRIPTION, Severity.WARNING)
                        .summary("The certificate " + RefusedCertificates.shortName(certificate.subject()) + " uses " + unsupported + ".")
                        .explanation("Skype for Business and many of its clients and devices cannot use it, whatever a browser makes of it.")
                        .remedy("Issue the chain again with RSA keys and sha256WithRSAEncryption (no alternate signature format in the template).")
                        .captureAdvice(Capture.CAPI2).confidence(0.8).subject(certificate.sha1().orElse("")).evidence(certificate.seen().stream().limit(5).toList());
                carriers.stream().filter(SignIn::isFailure).forEach(signIn -> finding.signIn(signIn).subject(signIn.user()));
                carriers.stream().filter(signIn -> signIn.outcome() == Outcome.SUCCEEDED).limit(5)
                        .forEach(signIn -> SignInRule.ending(signIn).ifPresent(finding::against));
                findings.add(finding.build());
            }
        }
        return findings.isEmpty() ? FindingBuilder.nothingFound(DESCRIPTION, "Every certificate that a handshake carried uses common algorithms.") : findings;
    }

    private static String unsupported(Certificate certificate) {
        String signature = certificate.signatureAlgorithm().orElse("");
        String key = certificate.keyAlgorithm().orElse("");
        if (signature.toUpperCase(Locale.ROOT).contains("PSS")) {
            return "the signature RSASSA-PSS";
        }
        if (POST_QUANTUM.stream().anyMatch(name -> signature.startsWith(name) || key.startsWith(name))) {
            return "a post-quantum algorithm, " + (signature.isEmpty() ? key : signature);
        }
        boolean explicit = key.equals("id-ecPublicKey") && certificate.curve().filter(curve -> !curve.startsWith("explicit")).isEmpty();
        return explicit ? "an elliptic curve that is given by its parameters instead of its name" : "";
    }

}
