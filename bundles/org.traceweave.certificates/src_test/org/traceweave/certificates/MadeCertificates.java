package org.traceweave.certificates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A small certification authority for tests: a root and servers under it, signed with the hash a test wants. */
final class MadeCertificates {

    private static final BouncyCastleProvider BC = new BouncyCastleProvider();
    private static final KeyPair ROOT_KEY = keys();
    private static final KeyPair SERVER_KEY = keys();
    private static final Date FROM = Date.from(Instant.parse("2016-03-01T00:00:00Z"));
    private static final Date UNTIL = Date.from(Instant.parse("2028-03-01T00:00:00Z"));

    private MadeCertificates() {
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", BC);
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] root(String hash) {
        return build("CN=Contoso Root,DC=contoso,DC=com", "CN=Contoso Root,DC=contoso,DC=com", 1, ROOT_KEY, hash, true);
    }

    static byte[] server(String hash) {
        return build("CN=Contoso Root,DC=contoso,DC=com", "CN=fe01.contoso.com", 77, SERVER_KEY, hash, false);
    }

    /** A server whose subject alternative names are one DNS name, and that has no common name. */
    static byte[] serverNamed(String host) {
        return build("CN=Contoso Root,DC=contoso,DC=com", "O=Contoso", 78, SERVER_KEY, "SHA256", false, new GeneralName(GeneralName.dNSName, host));
    }

    static byte[] nameless() {
        return build("CN=Contoso Root,DC=contoso,DC=com", "", 79, SERVER_KEY, "SHA256", false);
    }

    static byte[] privateKey() {
        return SERVER_KEY.getPrivate().getEncoded();
    }

    private static byte[] build(String issuer, String subject, long serial, KeyPair key, String hash, boolean ca) {
        return build(issuer, subject, serial, key, hash, ca, new GeneralName(GeneralName.dNSName, "fe01.contoso.com"), new GeneralName(GeneralName.iPAddress, "10.0.0.5"));
    }

    private static byte[] build(String issuer, String subject, long serial, KeyPair key, String hash, boolean ca, GeneralName... names) {
        try {
            var utils = new JcaX509ExtensionUtils();
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(new X500Name(issuer), BigInteger.valueOf(serial), FROM, UNTIL,
                    new X500Name(subject), key.getPublic());
            builder.addExtension(Extension.subjectKeyIdentifier, false, utils.createSubjectKeyIdentifier(key.getPublic()));
            builder.addExtension(Extension.authorityKeyIdentifier, false, utils.createAuthorityKeyIdentifier(ROOT_KEY.getPublic()));
            if (ca) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(1));
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            } else {
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
            }
            return builder.build(new JcaContentSignerBuilder(hash + "withRSA").setProvider(BC).build(ROOT_KEY.getPrivate())).getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
