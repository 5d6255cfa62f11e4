package org.traceweave.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStrictStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.bouncycastle.util.CollectionStore;

/**
 * Makes X.509 certificates, property by property: {@code CertificateMaker.subject("CN=pool01.contoso.local").issuedBy(ca)
 * .signedWith("SHA1withRSA").dns("pool01.contoso.local").server().make()}. The same calls give the same bytes. Without {@link
 * #issuedBy} a certificate is self-signed.
 */
public final class CertificateMaker {

    private static final DateTimeFormatter EARLY = DateTimeFormatter.ofPattern("uuMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter LATE = DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final MostSpecificFirst NAMES = new MostSpecificFirst();

    private final X500Name subject;
    private final List<GeneralName> names = new ArrayList<>();
    private final List<KeyPurposeId> purposes = new ArrayList<>();
    private final List<String> crls = new ArrayList<>();
    private final List<Extension> extensions = new ArrayList<>();
    private Optional<IssuedCertificate> issuer = Optional.empty();
    private Optional<BigInteger> serial = Optional.empty();
    private KeyPair key = SampleKeys.rsa(0);
    private String algorithm = "SHA256withRSA";
    private Instant notBefore = Instant.parse("2017-03-01T09:00:00Z");
    private Instant notAfter = Instant.parse("2022-03-01T09:00:00Z");
    private boolean authority;
    private int usage = KeyUsage.digitalSignature | KeyUsage.keyEncipherment;

    private CertificateMaker(X500Name subject) {
        this.subject = subject;
    }

    /** @param distinguishedName RFC 4514, most specific first: {@code CN=Contoso Root CA,O=Contoso,C=US} */
    public static CertificateMaker subject(String distinguishedName) {
        return new CertificateMaker(new X500Name(NAMES, distinguishedName));
    }

    /** Reads names as RFC 4514 writes them, the other way round than they are encoded. */
    private static final class MostSpecificFirst extends BCStrictStyle {
        @Override
        public RDN[] fromString(String name) {
            RDN[] read = super.fromString(name);
            Collections.reverse(Arrays.asList(read));
            return read;
        }
    }

    public CertificateMaker issuedBy(IssuedCertificate ca) {
        issuer = Optional.of(ca);
        return this;
    }

    public CertificateMaker key(KeyPair keyPair) {
        key = keyPair;
        return this;
    }

    /** @param signatureAlgorithm as Java names it: {@code SHA1withRSA}, {@code SHA256withRSA}, {@code MD5withRSA}, {@code RSASSA-PSS} (with SHA-256) */
    public CertificateMaker signedWith(String signatureAlgorithm) {
        algorithm = signatureAlgorithm;
        return this;
    }

    public CertificateMaker serial(BigInteger number) {
        serial = Optional.of(number);
        return this;
    }

    /** @param from,to ISO-8601 instants */
    public CertificateMaker valid(String from, String to) {
        notBefore = Instant.parse(from);
        notAfter = Instant.parse(to);
        return this;
    }

    /** Makes it a certification authority. */
    public CertificateMaker authority() {
        authority = true;
        usage = KeyUsage.digitalSignature | KeyUsage.keyCertSign | KeyUsage.cRLSign;
        return this;
    }

    /** Adds server authentication to the extended key usages. */
    public CertificateMaker server() {
        purposes.add(KeyPurposeId.id_kp_serverAuth);
        return this;
    }

    /** Adds client authentication to the extended key usages. */
    public CertificateMaker client() {
        purposes.add(KeyPurposeId.id_kp_clientAuth);
        return this;
    }

    public CertificateMaker dns(String... hostNames) {
        Stream.of(hostNames).forEach(name -> names.add(new GeneralName(GeneralName.dNSName, name)));
        return this;
    }

    public CertificateMaker uri(String uri) {
        names.add(new GeneralName(GeneralName.uniformResourceIdentifier, uri));
        return this;
    }

    public CertificateMaker crl(String url) {
        crls.add(url);
        return this;
    }

    public CertificateMaker extension(String oid, boolean critical, byte[] value) {
        extensions.add(new Extension(new ASN1ObjectIdentifier(oid), critical, value));
        return this;
    }

    public IssuedCertificate make() {
        X500Name issuerName = issuer.map(ca -> ca.parsed().getSubject()).orElse(subject);
        KeyPair signer = issuer.map(IssuedCertificate::key).orElse(key);
        SubjectPublicKeyInfo publicKey = SubjectPublicKeyInfo.getInstance(key.getPublic().getEncoded());
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(issuerName, serial.orElseGet(this::derivedSerial),
                time(notBefore), time(notAfter), subject, publicKey);
        try {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            if (authority) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            }
            if (!purposes.isEmpty()) {
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes.toArray(KeyPurposeId[]::new)));
            }
            if (!names.isEmpty()) {
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(GeneralName[]::new)));
            }
            builder.addExtension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyId(key)));
            if (issuer.isPresent()) {
                builder.addExtension(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(keyId(signer)));
            }
            if (!crls.isEmpty()) {
                builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(crls.stream()
                        .map(CertificateMaker::distributionPoint).toArray(DistributionPoint[]::new)));
            }
            for (Extension extension : extensions) {
                builder.addExtension(extension);
            }
            X509CertificateHolder made = builder.build(PssSigner.ALGORITHM.equals(algorithm) ? new PssSigner(signer.getPrivate())
                    : new JcaContentSignerBuilder(algorithm).build(signer.getPrivate()));
            return new IssuedCertificate(made.getEncoded(), key, made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OperatorCreationException e) {
            throw new IllegalArgumentException("No such signature algorithm: " + algorithm, e);
        }
    }

    /** UTCTime up to 2049, GeneralizedTime from 2050, as RFC 5280 wants it. */
    private static Time time(Instant instant) {
        boolean late = instant.atOffset(ZoneOffset.UTC).getYear() >= 2050;
        String text = (late ? LATE : EARLY).format(instant);
        return Time.getInstance(late ? new DERGeneralizedTime(text) : new DERUTCTime(text));
    }

    private static DistributionPoint distributionPoint(String url) {
        GeneralNames at = new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, url));
        return new DistributionPoint(new DistributionPointName(at), null, null);
    }

    /** The key's SHA-1, as most certification authorities derive key identifiers. */
    static byte[] keyId(KeyPair key) {
        return digest("SHA-1", SubjectPublicKeyInfo.getInstance(key.getPublic().getEncoded()).getPublicKeyData().getBytes());
    }

    private BigInteger derivedSerial() {
        byte[] digest = digest("SHA-256", (subject + "|" + issuer.map(IssuedCertificate::sha1).orElse("") + "|" + algorithm + notBefore)
                .getBytes(StandardCharsets.UTF_8));
        byte[] number = Arrays.copyOf(digest, 10);
        number[0] = 0x61;
        return new BigInteger(number);
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    /** A PKCS#7 file with these certificates and nothing else. */
    public static byte[] pkcs7(IssuedCertificate... certificates) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addCertificates(new CollectionStore<>(Stream.of(certificates).map(IssuedCertificate::parsed).toList()));
            CMSTypedData nothing = new CMSProcessableByteArray(new byte[0]);
            return generator.generate(nothing, false).getEncoded("DER");
        } catch (CMSException e) {
            throw new IllegalStateException("certificates alone always make a PKCS#7 file", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The DER of a name. */
    static byte[] name(String distinguishedName) {
        try {
            return new X500Name(NAMES, distinguishedName).getEncoded("DER");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PKCS#10 request for {@code distinguishedName}. */
    public static byte[] request(String distinguishedName, KeyPair key) {
        try {
            PKCS10CertificationRequest request = new PKCS10CertificationRequestBuilder(new X500Name(NAMES, distinguishedName),
                    SubjectPublicKeyInfo.getInstance(key.getPublic().getEncoded()))
                    .build(new JcaContentSignerBuilder("SHA256withRSA").build(key.getPrivate()));
            return request.getEncoded();
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("every Java has SHA256withRSA", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
