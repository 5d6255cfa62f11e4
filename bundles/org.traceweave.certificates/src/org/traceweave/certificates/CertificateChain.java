package org.traceweave.certificates;

import java.util.List;
import java.util.Optional;

/**
 * A chain as far as the certificates at hand reach, leaf first.
 *
 * @param missingIssuer name (RFC 4514) of the issuer that is not at hand; empty if the chain ends in a self-signed certificate or in a loop
 * @param missingKeyId key identifier of that issuer, lower-case hex, if the last certificate tells it
 * @param cyclic whether the issuers lead round in a circle
 */
public record CertificateChain(List<ChainLink> links, Optional<String> missingIssuer, Optional<String> missingKeyId, boolean cyclic) {
    public CertificateChain {
        links = List.copyOf(links);
    }

    public DecodedCertificate leaf() {
        return links.getFirst().certificate();
    }

    /** The self-signed certificate at the end, if the chain reaches one whose signature verifies. */
    public Optional<DecodedCertificate> root() {
        ChainLink last = links.getLast();
        return last.issuer() == ChainLink.IssuerMatch.SELF && last.signature() != ChainLink.SignatureCheck.WRONG
                ? Optional.of(last.certificate()) : Optional.empty();
    }

    /** Whether it reaches a root and every signature on the way verifies. */
    public boolean verified() {
        return root().isPresent() && links.stream().allMatch(link -> link.signature() == ChainLink.SignatureCheck.VERIFIED);
    }
}
