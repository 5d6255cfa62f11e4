package org.traceweave.certificates;

import java.util.Collection;
import java.util.List;

/**
 * What is asked about a certificate under a {@link ChainPolicy}.
 *
 * @param leaf the certificate in question
 * @param intermediates certificates that may stand between it and an anchor; may hold anything
 * @param trusted what the machine or user trusts; empty, or no more than the public roots, if that is not known
 * @param publicRoots the roots of the public program (Microsoft's, Mozilla's) that the program goes by; empty if no such list is at hand. They are
 *         trusted too
 * @param at UTC nanoseconds of the validation
 * @param peerNames host names or addresses that the certificate must be for; empty if none is expected
 */
public record PolicyQuestion(DecodedCertificate leaf, List<DecodedCertificate> intermediates, TrustAnchors trusted, TrustAnchors publicRoots, long at,
        List<String> peerNames, PathQuestion.Usage usage) {
    public PolicyQuestion {
        intermediates = List.copyOf(intermediates);
        peerNames = List.copyOf(peerNames);
    }

    /** A server's certificate of which no trust list is at hand. */
    public static PolicyQuestion server(DecodedCertificate leaf, Collection<DecodedCertificate> intermediates, long at, String peerName) {
        return new PolicyQuestion(leaf, List.copyOf(intermediates), TrustAnchors.none(), TrustAnchors.none(), at, List.of(peerName),
                PathQuestion.Usage.SERVER);
    }

    public PolicyQuestion withTrust(TrustAnchors newTrusted, TrustAnchors newPublicRoots) {
        return new PolicyQuestion(leaf, intermediates, newTrusted, newPublicRoots, at, peerNames, usage);
    }

    /** Whether it is known what the machine trusts beyond the roots of public programs, so that any other root can be called untrusted. */
    public boolean machineListGiven() {
        return !publicRoots.coversAll(trusted);
    }

    /** All that is trusted. */
    public TrustAnchors anchors() {
        return trusted.and(publicRoots);
    }
}
