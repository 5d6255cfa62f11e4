package org.traceweave.analysis.internal.diagnostics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.traceweave.analysis.Diagnostic;
import org.traceweave.analysis.DiagnosticContext;
import org.traceweave.analysis.DiagnosticDescription;
import org.traceweave.analysis.FindingBuilder;
import org.traceweave.cases.Case;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.RecordQuery;
import org.traceweave.model.CertificateMark;
import org.traceweave.model.Evidence;
import org.traceweave.model.Finding;
import org.traceweave.model.Severity;

/** {@code secret.private-key}: a private key in the clear in any source; it needs no sign-in to be critical. */
public final class PrivateKeyInSource implements Diagnostic {

    private static final int MOST_PLACES = 1000;

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
        Case studied = context.caseUnderStudy();
        try (IndexSnapshot snapshot = studied.snapshot()) {
            snapshot.scan(RecordQuery.marked(1 << CertificateMark.PRIVATE_KEY.ordinal()), record -> {
                Evidence at = studied.evidence(record);
                List<Evidence> places = bySource.computeIfAbsent(at.source(), absent -> new ArrayList<>());
                return places.size() >= MOST_PLACES || places.add(at);
            });
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
