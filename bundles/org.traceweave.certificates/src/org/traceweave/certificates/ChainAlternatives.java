package org.traceweave.certificates;

import java.util.Collection;
import java.util.List;
import org.traceweave.certificates.internal.judge.AlternativeSearch;

/**
 * All ways from a certificate upwards through the certificates at hand: cross-signed certificates give several. An issuer counts when its key
 * verifies the signature, or when that cannot be checked; nothing is fetched. Bounded in time and memory whatever the certificates.
 *
 * @param alternatives the best first: trusted before untrusted, roots before gaps, short before long; never empty
 * @param complete false if the search was ended by its bounds, so that there may be more
 */
public record ChainAlternatives(List<ChainAlternative> alternatives, boolean complete) {
    public ChainAlternatives {
        alternatives = List.copyOf(alternatives);
    }

    /**
     * @param pool may hold anything, the leaf included
     * @param reported who issued what as machines told it, for issuers that are not at hand; may be empty
     */
    public static ChainAlternatives of(DecodedCertificate leaf, Collection<DecodedCertificate> pool, TrustAnchors anchors,
            Collection<ReportedIssuer> reported) {
        return AlternativeSearch.of(leaf, pool, anchors, reported);
    }
}
