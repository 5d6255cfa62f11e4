package org.traceweave.certificates.internal.trust;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.TrustEntry;
import org.traceweave.certificates.TrustListException;

/**
 * PKCS#12 (RFC 7292), as Java and Windows write it. Certificates are usually encrypted with the password; key bags are counted and never decrypted.
 * Where a store holds keys, its certificates belong to them and are not trusted for being there, except those Java marks as trusted.
 */
final class Pkcs12Store {

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    /** Oracle's attribute for a trusted certificate entry. */
    private static final String TRUSTED_KEY_USAGE = "2.16.840.1.113894.746875.1.1";

    private final List<TrustEntry> trusted = new ArrayList<>();
    private final List<TrustEntry> others = new ArrayList<>();
    private int keys;

    private Pkcs12Store() {
    }

    static List<TrustEntry> read(String name, byte[] bytes, Optional<char[]> password, List<String> problems) throws TrustListException {
        Pkcs12Store store = new Pkcs12Store();
        boolean locked = false;
        try {
            PKCS12PfxPdu pfx = new PKCS12PfxPdu(bytes);
            for (ContentInfo part : pfx.getContentInfos()) {
                if (!part.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
                    store.bags(new PKCS12SafeBagFactory(part).getSafeBags());
                } else if (password.isPresent()) {
                    InputDecryptorProvider decryptor = new JcePKCSPBEInputDecryptorProviderBuilder().setProvider(PROVIDER).build(password.get());
                    store.bags(new PKCS12SafeBagFactory(part, decryptor).getSafeBags());
                } else {
                    locked = true;
                }
            }
        } catch (PKCSException e) {
            throw new TrustListException(name + ": the password does not open it", true);
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException e) {
            throw new TrustListException(name + ": damaged PKCS#12 file: " + e.getMessage(), password.isPresent());
        }
        if (locked && store.trusted.isEmpty() && store.others.isEmpty()) {
            throw new TrustListException(name + ": its certificates are encrypted; give the password", true);
        }
        if (store.keys > 0) {
            problems.add("holds " + store.keys + " private key(s), passed over");
        }
        return !store.trusted.isEmpty() ? store.trusted : store.keys == 0 ? store.others : List.of();
    }

    private void bags(PKCS12SafeBag[] bags) throws IOException {
        for (PKCS12SafeBag bag : bags) {
            if (bag.getType().equals(PKCSObjectIdentifiers.certBag)) {
                certificate(bag);
            } else if (bag.getType().equals(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag) || bag.getType().equals(PKCSObjectIdentifiers.keyBag)) {
                keys++;
            }
        }
    }

    private void certificate(PKCS12SafeBag bag) throws IOException {
        if (!(bag.getBagValue() instanceof X509CertificateHolder holder)) {
            return;
        }
        Optional<String> label = Optional.empty();
        boolean isTrusted = false;
        Attribute[] attributes = bag.getAttributes();
        for (Attribute attribute : attributes == null ? new Attribute[0] : attributes) {
            isTrusted |= attribute.getAttrType().getId().equals(TRUSTED_KEY_USAGE);
            if (attribute.getAttrType().equals(PKCSObjectIdentifiers.pkcs_9_at_friendlyName) && attribute.getAttributeValues().length > 0) {
                ASN1Encodable value = attribute.getAttributeValues()[0];
                label = value instanceof ASN1String text ? Optional.of(text.getString()) : Optional.empty();
            }
        }
        TrustEntry entry = TrustEntry.of(CertificateDecoder.examine(holder.getEncoded()), label);
        (isTrusted ? trusted : others).add(entry);
    }
}
