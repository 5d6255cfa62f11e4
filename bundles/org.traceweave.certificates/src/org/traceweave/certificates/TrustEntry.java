package org.traceweave.certificates;

import java.util.Optional;

/**
 * One certificate of a trust list; at least its bytes or its thumbprint are known.
 *
 * @param certificate the certificate, where the list has its bytes
 * @param sha1 thumbprint, lower-case hex
 * @param subject name as the list tells it (RFC 4514 where the bytes are there)
 * @param label friendly name or alias in the list
 */
public record TrustEntry(Optional<DecodedCertificate> certificate, Optional<String> sha1, Optional<String> subject, Optional<String> label) {

    public static TrustEntry of(DecodedCertificate certificate, Optional<String> label) {
        return new TrustEntry(Optional.of(certificate), certificate.facts().sha1(), certificate.facts().subject(), label);
    }
}
