package org.traceweave.certificates;

import java.util.Collection;
import java.util.function.Function;
import org.traceweave.certificates.internal.chain.ChainSearch;
import org.traceweave.certificates.internal.chain.Signatures;

/**
 * Builds chains from the certificates at hand. An issuer is looked for by the authority key identifier, then by name, and preferred when its
 * key verifies the signature (with Bouncy Castle); nothing is fetched. Any thread.
 */
public final class CertificateChains {

    private CertificateChains() {
    }

    /** The best chain from {@code leaf} upwards; {@code pool} may hold anything, the leaf included. */
    public static CertificateChain chainOf(DecodedCertificate leaf, Collection<DecodedCertificate> pool) {
        return new ChainSearch(pool).chainOf(leaf);
    }

    /** Builds the best chain of many certificates from one pool, which is looked through once. */
    public static Function<DecodedCertificate, CertificateChain> among(Collection<DecodedCertificate> pool) {
        return new ChainSearch(pool)::chainOf;
    }

    /** Whether {@code issuer}'s key verifies the signature on {@code certificate}. */
    public static ChainLink.SignatureCheck verify(DecodedCertificate certificate, DecodedCertificate issuer) {
        return Signatures.check(certificate, issuer);
    }
}
