package org.traceweave.certificates;

import java.util.List;
import java.util.Optional;

/**
 * One way from a certificate upwards.
 *
 * @param links leaf first
 * @param end how it ends
 * @param missing the issuer that is not at hand, where it ends for that
 */
public record ChainAlternative(List<ChainLink> links, End end, Optional<MissingIssuer> missing) {

    /** How a chain ends, best first. */
    public enum End {
        /** In a certificate of a trust list. */
        TRUSTED,
        /** In a root that is in none of the trust lists, or there are none. */
        ROOT,
        /** Where no certificate at hand is the issuer. */
        MISSING_ISSUER,
        /** Where the issuers lead round in a circle. */
        LOOP,
        /** The search gave up here. */
        BOUND
    }

    public ChainAlternative {
        links = List.copyOf(links);
    }

    public DecodedCertificate last() {
        return links.getLast().certificate();
    }
}
