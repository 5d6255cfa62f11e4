package org.traceweave.certificates.internal.x509;

import java.util.Optional;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.internal.der.DerException;
import org.traceweave.certificates.internal.der.DerValues;

/** An AlgorithmIdentifier: OID, usual name, and the hash it signs with. */
public record AlgorithmName(String oid, String name, Optional<String> hash) {

    public static final String RSASSA_PSS = "1.2.840.113549.1.1.10";

    public static AlgorithmName read(DerNode algorithm) throws DerException {
        DerValues.sequence(algorithm, "algorithm");
        String oid = DerValues.oid(DerValues.child(algorithm, 0, "algorithm"));
        Optional<String> hash = oid.equals(RSASSA_PSS) ? pssHash(algorithm) : Oids.hash(oid);
        return new AlgorithmName(oid, Oids.algorithm(oid), hash);
    }

    /** The hash of RSASSA-PSS-params (RFC 4055 section 3.1), SHA-1 where none is written. */
    private static Optional<String> pssHash(DerNode algorithm) throws DerException {
        if (algorithm.children().size() < 2) {
            return Optional.empty();
        }
        for (DerNode parameter : algorithm.children().get(1).children()) {
            if (parameter.isContext(0)) {
                DerNode hash = DerValues.child(DerValues.child(parameter, 0, "hash"), 0, "hash");
                return Optional.of(hashName(DerValues.oid(hash)));
            }
        }
        return Optional.of("SHA1");
    }

    /** The name of a hash algorithm's OID, or the OID. */
    public static String hashName(String oid) {
        return switch (oid) {
            case "1.3.14.3.2.26" -> "SHA1";
            case "1.2.840.113549.2.5" -> "MD5";
            case "1.2.840.113549.2.2" -> "MD2";
            case "2.16.840.1.101.3.4.2.1" -> "SHA256";
            case "2.16.840.1.101.3.4.2.2" -> "SHA384";
            case "2.16.840.1.101.3.4.2.3" -> "SHA512";
            case "2.16.840.1.101.3.4.2.4" -> "SHA224";
            case "2.16.840.1.101.3.4.2.8" -> "SHA3-256";
            case "2.16.840.1.101.3.4.2.9" -> "SHA3-384";
            case "2.16.840.1.101.3.4.2.10" -> "SHA3-512";
            default -> oid;
        };
    }
}
