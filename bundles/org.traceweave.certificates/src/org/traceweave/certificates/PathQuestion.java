package org.traceweave.certificates;

import java.util.Collection;
import java.util.List;

/**
 * What the strict judge is asked about a certificate.
 *
 * @param leaf the certificate in question
 * @param intermediates certificates that may stand between it and an anchor; may hold anything
 * @param anchors what is trusted
 * @param at UTC nanoseconds of the validation
 * @param peerNames host names, IP addresses or mail addresses, each of which the certificate must be for; empty if none is expected
 * @param usage what the certificate is used for
 */
public record PathQuestion(DecodedCertificate leaf, List<DecodedCertificate> intermediates, TrustAnchors anchors, long at,
        List<String> peerNames, Usage usage, StrictProfile profile) {

    /** What the peer does with the certificate. */
    public enum Usage {
        SERVER("1.3.6.1.5.5.7.3.1", "serverAuth"),
        CLIENT("1.3.6.1.5.5.7.3.2", "clientAuth"),
        /** Nothing is asked of the extended key usage. */
        ANY("2.5.29.37.0", "any");

        private final String oid;
        private final String title;

        Usage(String oid, String title) {
            this.oid = oid;
            this.title = title;
        }

        public String oid() {
            return oid;
        }

        public String title() {
            return title;
        }
    }

    public PathQuestion {
        intermediates = List.copyOf(intermediates);
        peerNames = List.copyOf(peerNames);
    }

    /** A server's certificate under RFC 5280. */
    public static PathQuestion server(DecodedCertificate leaf, Collection<DecodedCertificate> intermediates, TrustAnchors anchors, long at,
            String peerName) {
        return new PathQuestion(leaf, List.copyOf(intermediates), anchors, at, List.of(peerName), Usage.SERVER, StrictProfile.RFC_5280);
    }
}
