package org.traceweave.certificates.internal.judge;

import java.util.List;
import org.traceweave.certificates.ChainLink.SignatureCheck;
import org.traceweave.certificates.DecodedCertificate;

/**
 * Certificates from a leaf upwards.
 *
 * @param edges for each certificate but the last, whether the next one's key verifies its signature
 * @param anchored whether the last one is trusted
 */
record Path(List<DecodedCertificate> certificates, List<SignatureCheck> edges, boolean anchored) {
    Path {
        certificates = List.copyOf(certificates);
        edges = List.copyOf(edges);
    }

    int size() {
        return certificates.size();
    }

    DecodedCertificate get(int index) {
        return certificates.get(index);
    }

    boolean isAnchor(int index) {
        return anchored && index == certificates.size() - 1;
    }

    /** Whether it is the anchor, or a root that would have to be one: its own signature does not count. */
    boolean isTop(int index) {
        return index == certificates.size() - 1 && (anchored || AuthorityCheck.selfIssued(certificates.get(index)));
    }
}
