package org.traceweave.certificates.internal.objects;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.traceweave.certificates.Asn1Tag;
import org.traceweave.certificates.DecodedObject;
import org.traceweave.certificates.DecodedObject.Kind;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.DerReader;
import org.traceweave.certificates.internal.x509.Oids;

/** PKCS#12 files (RFC 7292): their certificates, opened with the password where they need it, and how many keys there are; keys stay closed. */
final class Pkcs12Files {

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final int MOST_ROUNDS = 5_000_000;
    /** Without being asked to open it, little time is spent. Windows writes 2,000, Java 10,000, newer tools 600,000. */
    private static final int MOST_UNASKED_ROUNDS = 700_000;
    /** 32 MB in blocks of 8: scrypt's cost and block size. */
    private static final int MOST_MEMORY = 32_768;
    /** Content of the object identifier 1.3.6.1.4.1.11591.4.11. */
    private static final String SCRYPT = "\u002b\u0006\u0001\u0004\u0001\u00da\u0047\u0004\u000b";

    private Pkcs12Files() {
    }

    static DecodedObject decode(DerNode root, Optional<char[]> password) {
        Draft draft = new Draft();
        draft.head(0, "PKCS#12 File");
        try {
            PKCS12PfxPdu file = new PKCS12PfxPdu(root.encoded());
            draft.line(1, "Integrity", file.hasMac() ? "by password, " + Oids.named(file.getMacAlgorithmID().getAlgorithm().getId()) : "not protected");
            for (ContentInfo part : file.getContentInfos()) {
                part(draft, part, root, password);
            }
            draft.line(1, "Certificates", draft.certificates.size() + (draft.locked ? ", and what the password hides" : ""));
            draft.line(1, "Private Keys", draft.privateKeys + (draft.privateKeys > 0 ? ", never shown" : ""));
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException e) {
            draft.problem(root.offset(), "PKCS#12", "damaged: " + e.getMessage());
        }
        return draft.done(Kind.PKCS12, root);
    }

    private static void part(Draft draft, ContentInfo part, DerNode root, Optional<char[]> password) {
        try {
            if (!part.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
                bags(draft, new PKCS12SafeBagFactory(part).getSafeBags());
                return;
            }
            if (isCostly(part, password.isPresent() ? MOST_ROUNDS : MOST_UNASKED_ROUNDS)) {
                draft.locked = true;
                draft.problem(root.offset(), "PKCS#12", "an encrypted part demands more work to open than is sensible");
                return;
            }
            // what was made without a password opens with an empty one
            InputDecryptorProvider decryptor = new JcePKCSPBEInputDecryptorProviderBuilder().setProvider(PROVIDER).build(password.orElse(new char[0]));
            bags(draft, new PKCS12SafeBagFactory(part, decryptor).getSafeBags());
        } catch (PKCSException | IllegalArgumentException | IllegalStateException | ClassCastException | IOException e) {
            draft.locked = true;
            draft.problem(root.offset(), "PKCS#12", password.isPresent() ? "the password does not open an encrypted part" : "a part is encrypted; give the password");
        }
    }

    /** Whether the numbers by which a key is made from the password, rounds or memory, are out of all proportion. */
    private static boolean isCostly(ContentInfo part, int most) throws IOException {
        DerNode algorithm = DerReader.read(EncryptedData.getInstance(part.getContent()).getEncryptionAlgorithm().getEncoded());
        boolean[] costly = {false};
        int limit = new String(algorithm.source(), StandardCharsets.ISO_8859_1).contains(SCRYPT) ? MOST_MEMORY : most;
        algorithm.forEach(node -> costly[0] |= node.isUniversal(Asn1Tag.INTEGER) && new BigInteger(1, node.content()).compareTo(BigInteger.valueOf(limit)) > 0);
        return costly[0];
    }

    private static void bags(Draft draft, PKCS12SafeBag[] bags) throws IOException {
        for (PKCS12SafeBag bag : bags) {
            ASN1ObjectIdentifier type = bag.getType();
            String label = label(bag);
            if (bag.getBagValue() instanceof X509CertificateHolder holder) {
                draft.certificate(holder.getEncoded(), label);
                draft.line(1, "Certificate", label.isEmpty() ? "(no name)" : label);
            } else if (type.equals(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag) || type.equals(PKCSObjectIdentifiers.keyBag)) {
                draft.privateKeys++;
                draft.line(1, "Private Key", (label.isEmpty() ? "(no name)" : label) + (type.equals(PKCSObjectIdentifiers.keyBag) ? ", in the clear" : ", encrypted"));
            } else {
                draft.line(1, "Bag", Oids.explained(type.getId()));
            }
        }
    }

    private static String label(PKCS12SafeBag bag) {
        Attribute[] attributes = bag.getAttributes();
        for (Attribute attribute : attributes == null ? new Attribute[0] : attributes) {
            if (attribute.getAttrType().equals(PKCSObjectIdentifiers.pkcs_9_at_friendlyName) && attribute.getAttributeValues().length > 0) {
                ASN1Encodable value = attribute.getAttributeValues()[0];
                return value instanceof ASN1String text ? text.getString() : "";
            }
        }
        return "";
    }
}
