package org.traceweave.certificates.internal.x509;

import java.util.ArrayList;
import java.util.List;
import org.traceweave.certificates.DecodedCertificate.Extension;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.internal.der.DerException;
import org.traceweave.model.CertificateExtension;

/** The extensions of a revocation list, its entries, a request or an OCSP response, told as those of a certificate are. */
public final class ExtensionList {

    private ExtensionList() {
    }

    /** Those in {@code extensions}, a SEQUENCE OF Extension; what is damaged goes to {@code problems}. */
    public static List<CertificateExtension> of(DerNode extensions, ProblemSink problems) {
        List<Extension> list = new ArrayList<>();
        for (DerNode node : extensions.children()) {
            try {
                list.add(CertificateFields.extension(node));
            } catch (DerException e) {
                problems.problem(e.offset(), "extension", e.getMessage());
            }
        }
        ExtensionFacts facts = new ExtensionFacts();
        facts.decode(list, problems);
        return facts.extensions;
    }
}
