package org.traceweave.analysis.internal.diagnostics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.traceweave.analysis.Diagnostic;
import org.traceweave.analysis.DiagnosticContext;
import org.traceweave.analysis.DiagnosticDescription;
import org.traceweave.analysis.FindingBuilder;
import org.traceweave.model.Certificate;
import org.traceweave.model.Finding;
import org.traceweave.model.SignIn;

/**
 * {@code chain.weak-signature}: a certificate other than the root, on the side that was refused, is signed with SHA-1, MD5 or MD2, and
 * a failing sign-in met it. It is critical only where it was refused: the relying machine's CAPI2 has HAS_WEAK_SIGNATURE for that
 * thumbprint, or the peer broke off (alert 42, 43, 46) or went silent right after receiving it and no rival cause has equal evidence.
 */
public final class WeakSignature implements Diagnostic {

    private static final DiagnosticDescription DESCRIPTION = new DiagnosticDescription("chain.weak-signature", "Weak signature in the chain",
            "Names the certificate that a SHA-1, MD5 or MD2 signature made unacceptable to the side that received it.",
            List.of("sign-ins with TLS-DSK handshakes", "certificates"), List.of());

    @Override
    public DiagnosticDescription description() {
        return DESCRIPTION;
    }

    @Override
    public List<Finding> diagnose(DiagnosticContext context) throws IOException {
        if (context.signIns().isEmpty()) {
            return FindingBuilder.notApplicable(DESCRIPTION, "No REGISTER traffic is in the case.", DESCRIPTION.needs());
        }
        if (context.certificates().isEmpty()) {
            return FindingBuilder.notApplicable(DESCRIPTION, "No certificate is in the case.", List.of("certificates"));
        }
        RefusedCertificates refused = new RefusedCertificates(context);
        Map<Certificate, Set<SignIn>> met = new LinkedHashMap<>();
        for (SignIn signIn : RefusedCertificates.failing(context)) {
            refused.presented(signIn).filter(leaf -> !refused.weakEdges(leaf).isEmpty())
                    .ifPresent(leaf -> met.computeIfAbsent(leaf, absent -> new LinkedHashSet<>()).add(signIn));
        }
        if (met.isEmpty()) {
            return FindingBuilder.nothingFound(DESCRIPTION, "No failing sign-in met a certificate with a weak signature.");
        }
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<Certificate, Set<SignIn>> presented : met.entrySet()) {
            findings.add(new WeakChain(DESCRIPTION, context, presented.getKey(), refused.weakEdges(presented.getKey()),
                    List.copyOf(presented.getValue())).finding());
        }
        return findings;
    }
}
