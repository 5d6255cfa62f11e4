package org.traceweave.certificates;

import java.util.List;
import java.util.Optional;

/**
 * An issuer that no certificate at hand is, and everything that is known of it.
 *
 * @param name RFC 4514, from the certificate it issued
 * @param keyId its subject key identifier, lower-case hex
 * @param serial its serial number, where the certificate it issued tells it
 * @param sha1 its thumbprint, where a machine that had it told it
 * @param knownFrom where each of that is from
 * @param otherKeys certificates at hand of that name whose keys did not make the signature: an older or newer certificate of the same CA, or another CA
 */
public record MissingIssuer(Optional<String> name, Optional<String> keyId, Optional<String> serial, Optional<String> sha1, List<Source> knownFrom,
        List<DecodedCertificate> otherKeys) {

    /** Where something about a missing issuer is known from. */
    public record Source(Kind kind, String value) {
    }

    /** Kinds of sources, the weakest last. */
    public enum Kind {
        /** A Windows machine built the chain and named the issuer's file, which is its thumbprint; the value is that. */
        FILE_REFERENCE,
        /** The key identifier in the authority key identifier. */
        AUTHORITY_KEY_ID,
        /** Issuer and serial number in the authority key identifier. */
        AUTHORITY_SERIAL,
        /** Where the certificate says that it can be fetched; nothing is fetched. */
        ISSUER_URL,
        /** The issuer's name in the certificate. */
        ISSUER_NAME
    }

    public MissingIssuer {
        knownFrom = List.copyOf(knownFrom);
        otherKeys = List.copyOf(otherKeys);
    }
}
