package org.traceweave.certificates.internal.find;

import java.util.ArrayList;
import java.util.List;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.DerReader;

/** The certificates that a CMS SignedData carries (RFC 5652 section 5.1), as in a {@code .p7b}. */
final class CmsCertificates {

    private CmsCertificates() {
    }

    /** The elements of its certificate set, whole. */
    static List<DerNode> of(byte[] bytes, int from, int to) {
        List<DerNode> found = new ArrayList<>();
        DerNode content = DerReader.readTo(bytes, from, to, 4);
        if (content.children().size() < 2 || content.children().get(1).children().isEmpty()) {
            return found;
        }
        for (DerNode part : content.children().get(1).children().getFirst().children()) {
            if (part.isContext(0)) {
                for (DerNode certificate : part.children()) {
                    if (certificate.isSequence() && certificate.problem().isEmpty()) {
                        found.add(certificate);
                    }
                }
            }
        }
        return found;
    }
}
