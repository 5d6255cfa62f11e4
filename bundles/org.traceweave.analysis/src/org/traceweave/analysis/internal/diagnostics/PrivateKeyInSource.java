package org.traceweave.analysis.internal.diagnostics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.traceweave.analysis.Diagnostic;
import org.traceweave.analysis.DiagnosticContext;
import org.traceweave.analysis.DiagnosticDescription;
import org.traceweave.analysis.FindingBuilder;
import org.traceweave.cases.CertificateFileReader;
import org.traceweave.model.Evidence;
import org.traceweave.model.Finding;
import org.traceweave.model.Severity;

/** {@code secret.private-key}: a private key in the clear in any source; it needs no sign-in to be critical. */
public final class PrivateKeyInSource implements Diagnostic {

    private static final String KEYS = "\"BEGIN PRIVATE KEY\" OR \"BEGIN RSA PRIVATE KEY\" OR \"BEGIN EC PRIVATE KEY\" OR \"BEGIN DSA PRIVATE KEY\" OR \"BEGIN OPENSSH PRIVATE KEY\"";
    /** A key, not only a word about one: a line of Base64 follows. */
    private static final Pattern KEY = Pattern.compile("-----BEGIN (?:RSA |EC |DSA |OPENSSH )?PRIVATE KEY-----(?:\\\\[rn]|\\s)*[A-Za-z0-9+/=]{16,}");

    private static final DiagnosticDescription DESCRIPTION = new DiagnosticDescription("secret.private-key", "Private key in the clear",
            "Tells that a source holds a private key that is not encrypted.",
            List.of("any source"), List.of());

    @Override
    public DiagnosticDescription description() {
        return DESCRIPTION;
    }

    @Override
    public List<Finding> diagnose(DiagnosticContext context) throws IOException {
        Map<String, List<Evidence>> bySource = new LinkedHashMap<>();
        for (Evidence at : context.evidence("component:" + CertificateFileReader.PRIVATE_KEY + " AND level:warning", 1000)) {
            bySource.computeIfAbsent(at.source(), absent -> new ArrayList<>()).add(at);
        }
        for (Evidence at : context.evidence(KEYS, 1000)) {
            if (KEY.matcher(context.caseUnderStudy().text(at, true)).find()) {
                bySource.computeIfAbsent(at.source(), absent -> new ArrayList<>()).add(at);
            }
        }
        if (bySource.isEmpty()) {
            return FindingBuilder.nothingFound(DESCRIPTION, "No private key in the clear was found.");
        }
        List<Finding> findings = new ArrayList<>();
        bySource.forEach((source, places) -> findings.add(FindingBuilder.of(DESCRIPTION, Severity.CRITICAL)
                .summary(source + " holds a private key in the clear.")
                .explanation("Whoever has this file can act as the owner of the key. It is masked wherever this case is shown; the file itself is as it was.")
                .remedy("Revoke the certificate, make a new key, and take the key out of the file before it is passed on.")
                .captureAdvice("Export certificates without their keys (.cer, or certutil -store instead of a .pfx or .pem with the key).").confidence(1).subject(source)
                .evidence(places).build()));
        return findings;
    }

}
