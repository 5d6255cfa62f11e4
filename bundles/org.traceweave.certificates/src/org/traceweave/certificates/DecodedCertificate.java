package org.traceweave.certificates;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.traceweave.model.Certificate;

/**
 * A certificate with its bytes and the elements its facts were decoded from. Nodes are empty where the bytes have none.
 *
 * @param der the whole input; the certificate is {@code tree()}'s part of it. Read only
 * @param tree the outer SEQUENCE
 * @param version 1 to 3 (or what the number says, plus one); 1 where none is written
 * @param serialNumber the INTEGER
 * @param innerSignatureAlgorithm the AlgorithmIdentifier inside the signed part, which must equal the outer one
 * @param issuer the Name
 * @param notBefore a Time
 * @param notAfter a Time
 * @param subject the Name
 * @param publicKey the SubjectPublicKeyInfo
 * @param signatureAlgorithm the outer AlgorithmIdentifier
 * @param signature the BIT STRING
 * @param extensions in order, with their values' OCTET STRINGs
 */
public record DecodedCertificate(
        Certificate facts,
        byte[] der,
        DerNode tree,
        OptionalInt version,
        Optional<DerNode> tbs,
        Optional<DerNode> serialNumber,
        Optional<DerNode> innerSignatureAlgorithm,
        Optional<DerNode> issuer,
        Optional<DerNode> notBefore,
        Optional<DerNode> notAfter,
        Optional<DerNode> subject,
        Optional<DerNode> publicKey,
        Optional<DerNode> signatureAlgorithm,
        Optional<DerNode> signature,
        List<Extension> extensions) {

    /** One extension; {@code value} is the OCTET STRING that wraps it. */
    public record Extension(String oid, boolean critical, DerNode node, DerNode value) {

        /** The element inside the OCTET STRING. */
        public DerNode content() {
            return DerReader.readInside(value, 0);
        }
    }

    public DecodedCertificate {
        extensions = List.copyOf(extensions);
    }

    /** The first extension with that OID. */
    public Optional<Extension> extension(String oid) {
        return extensions.stream().filter(extension -> extension.oid().equals(oid)).findFirst();
    }

    /** The certificate's own bytes, a copy, without what follows it. */
    public byte[] encoded() {
        return tree.encoded();
    }

    /** Two are the same certificate when their bytes are. */
    public boolean sameCertificate(DecodedCertificate other) {
        return facts.sha256().isPresent() && facts.sha256().equals(other.facts.sha256());
    }

    /** Whether subject and issuer are the same name, byte for byte. */
    public boolean selfIssued() {
        return subject.isPresent() && issuer.isPresent() && Arrays.equals(subject.get().encoded(), issuer.get().encoded());
    }
}
