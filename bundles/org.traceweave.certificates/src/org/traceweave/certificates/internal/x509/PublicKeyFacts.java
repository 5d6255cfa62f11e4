package org.traceweave.certificates.internal.x509;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;
import org.traceweave.certificates.Asn1Tag;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.DerReader;
import org.traceweave.certificates.internal.der.DerException;
import org.traceweave.certificates.internal.der.DerValues;

/**
 * What a SubjectPublicKeyInfo says of the key, without making one: nothing is computed on hostile parameters.
 *
 * @param bits RSA modulus, DSA prime or EC field size; empty for keys whose name says it all
 * @param curve OpenSSL's name of a named curve, or its OID; empty for explicit parameters
 * @param modulus of RSA, or the prime of DSA
 * @param exponent of RSA
 */
public record PublicKeyFacts(
        String oid,
        String algorithm,
        OptionalInt bits,
        Optional<String> curve,
        Optional<BigInteger> modulus,
        Optional<BigInteger> exponent,
        boolean explicitCurve) {

    private static final String RSA = "1.2.840.113549.1.1.1";
    private static final String RSA_OAEP = "1.2.840.113549.1.1.7";
    private static final String DSA = "1.2.840.10040.4.1";
    private static final String EC = "1.2.840.10045.2.1";

    static PublicKeyFacts read(DerNode key, ProblemSink problems) throws DerException {
        DerValues.sequence(key, "public key");
        DerNode algorithm = DerValues.sequence(DerValues.child(key, 0, "key algorithm"), "key algorithm");
        String oid = DerValues.oid(DerValues.child(algorithm, 0, "key algorithm"));
        PublicKeyFacts named = new PublicKeyFacts(oid, Oids.algorithm(oid), OptionalInt.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), false);
        try {
            return switch (oid) {
                case RSA, RSA_OAEP -> rsa(named, key);
                case AlgorithmName.RSASSA_PSS -> {
                    if (algorithm.children().size() > 1) {
                        DerValues.sequence(algorithm.children().get(1), "parameters of RSASSA-PSS");
                    }
                    yield rsa(named, key);
                }
                case DSA -> dsa(named, algorithm);
                case EC -> ec(named, algorithm);
                default -> {
                    DerValues.bits(DerValues.expect(DerValues.child(key, 1, "key"), Asn1Tag.BIT_STRING, "key"));
                    yield named;
                }
            };
        } catch (DerException e) {
            problems.problem(e.offset(), "subjectPublicKey", e.getMessage());
            return named;
        }
    }

    /** The facts of a key, where a problem was told before and is not told again. */
    public static Optional<PublicKeyFacts> read(DerNode key) {
        try {
            return Optional.of(read(key, (offset, field, text) -> { }));
        } catch (DerException e) {
            return Optional.empty(); // told when the certificate was decoded
        }
    }

    private static PublicKeyFacts rsa(PublicKeyFacts named, DerNode key) throws DerException {
        DerNode bits = DerValues.expect(DerValues.child(key, 1, "key"), Asn1Tag.BIT_STRING, "key");
        DerValues.bits(bits);
        DerNode numbers = DerValues.sequence(DerReader.readInside(bits, 1), "RSA key");
        BigInteger modulus = DerValues.integer(DerValues.child(numbers, 0, "modulus"));
        BigInteger exponent = DerValues.integer(DerValues.child(numbers, 1, "exponent"));
        // A negative modulus is a positive one whose leading zero was forgotten; its size is that of the bytes.
        int size = modulus.signum() < 0 ? new BigInteger(1, modulus.toByteArray()).bitLength() : modulus.bitLength();
        return new PublicKeyFacts(named.oid, named.algorithm, OptionalInt.of(size), Optional.empty(),
                Optional.of(modulus), Optional.of(exponent), false);
    }

    private static PublicKeyFacts dsa(PublicKeyFacts named, DerNode algorithm) throws DerException {
        if (algorithm.children().size() < 2 || !algorithm.children().get(1).isSequence()) {
            return named; // parameters inherited from the issuer, RFC 3279 section 2.3.2
        }
        BigInteger prime = DerValues.integer(DerValues.child(algorithm.children().get(1), 0, "prime"));
        return new PublicKeyFacts(named.oid, named.algorithm, OptionalInt.of(prime.bitLength()), Optional.empty(), Optional.of(prime),
                Optional.empty(), false);
    }

    private static PublicKeyFacts ec(PublicKeyFacts named, DerNode algorithm) throws DerException {
        DerNode parameters = DerValues.child(algorithm, 1, "curve");
        if (parameters.isUniversal(Asn1Tag.OBJECT_IDENTIFIER)) {
            String oid = DerValues.oid(parameters);
            String curve = Oids.named(oid);
            return new PublicKeyFacts(named.oid, named.algorithm, fieldSize(curve), Optional.of(curve), Optional.empty(),
                    Optional.empty(), false);
        }
        DerNode field = DerValues.child(DerValues.sequence(parameters, "curve"), 1, "field");
        DerNode size = DerValues.child(field, 1, "field");
        OptionalInt bits = size.isUniversal(Asn1Tag.INTEGER) ? OptionalInt.of(DerValues.integer(size).bitLength())
                : OptionalInt.of(DerValues.smallInteger(DerValues.child(size, 0, "field size")));
        return new PublicKeyFacts(named.oid, named.algorithm, bits, Optional.empty(), Optional.empty(), Optional.empty(), true);
    }

    /** The number in a curve's name is its field size: prime256v1, secp384r1, brainpoolP512t1. */
    private static OptionalInt fieldSize(String curve) {
        int start = 0;
        while (start < curve.length() && !Character.isDigit(curve.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < curve.length() && Character.isDigit(curve.charAt(end))) {
            end++;
        }
        boolean number = end > start && end - start <= 3 && curve.indexOf('.') < 0;
        return number ? OptionalInt.of(Integer.parseInt(curve, start, end, 10)) : OptionalInt.empty();
    }
}
