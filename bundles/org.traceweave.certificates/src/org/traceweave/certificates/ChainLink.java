package org.traceweave.certificates;

/**
 * One certificate of a chain and how it hangs on the next.
 *
 * @param certificate the certificate
 * @param issuer how its issuer was found
 * @param signature whether the issuer's key verifies its signature
 */
public record ChainLink(DecodedCertificate certificate, IssuerMatch issuer, SignatureCheck signature) {

    /** How an issuer was found, strongest first; what Windows calls exact, key and name match. */
    public enum IssuerMatch {
        /** The certificate is its own issuer. */
        SELF,
        /** The authority key identifier names issuer and serial number. */
        EXACT,
        /** The authority key identifier is the issuer's subject key identifier. */
        KEY,
        /** Only the names agree: weak evidence. */
        NAME,
        /** No certificate at hand has that name. */
        MISSING
    }

    /** What checking the signature with the issuer's key gave. */
    public enum SignatureCheck {
        VERIFIED,
        /** The key is there and the signature is not its. */
        WRONG,
        /** The algorithm or the key cannot be used here. */
        UNSUPPORTED,
        /** No issuer to check with. */
        UNCHECKED
    }
}
