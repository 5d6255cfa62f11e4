package org.traceweave.samples.internal.story;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.traceweave.model.Certificate;
import org.traceweave.model.CertificateOrigin;
import org.traceweave.model.UtcTime;
import org.traceweave.samples.IssuedCertificate;

/** The facts of a certificate that the truth states. What it leaves empty is not claimed. */
final class CertificateFacts {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

    private CertificateFacts() {
    }

    static Certificate of(IssuedCertificate certificate) {
        return of(certificate, CertificateOrigin.BYTES, Optional.of(certificate.sha256()));
    }

    /** The same of a certificate that only an event describes. */
    static Certificate fromEvent(IssuedCertificate certificate) {
        return of(certificate, CertificateOrigin.EVENT, Optional.empty());
    }

    private static Certificate of(IssuedCertificate certificate, CertificateOrigin origin, Optional<String> sha256) {
        X509CertificateHolder parsed = certificate.parsed();
        boolean sha1 = "1.2.840.113549.1.1.5".equals(parsed.getSignatureAlgorithm().getAlgorithm().getId());
        List<String> names = new ArrayList<>();
        Extensions extensions = parsed.getExtensions();
        GeneralNames alternatives = GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName);
        if (alternatives != null) {
            for (GeneralName name : alternatives.getNames()) {
                names.add((name.getTagNo() == GeneralName.dNSName ? "DNS:" : "URI:") + name.getName());
            }
        }
        Optional<Boolean> authority = Optional.ofNullable(BasicConstraints.fromExtensions(extensions)).map(BasicConstraints::isCA);
        return new Certificate(Optional.of(certificate.sha1()), sha256, origin,
                Optional.of(name(parsed.getSubject())), Optional.of(name(parsed.getIssuer())),
                Optional.of(HexFormat.of().formatHex(parsed.getSerialNumber().toByteArray())),
                OptionalLong.of(UtcTime.of(instant(parsed.toASN1Structure().getStartDate()))),
                OptionalLong.of(UtcTime.of(instant(parsed.toASN1Structure().getEndDate()))),
                Optional.of(sha1 ? "sha1WithRSAEncryption" : "sha256WithRSAEncryption"), Optional.of(sha1 ? "SHA1" : "SHA256"),
                Optional.of("rsaEncryption"), OptionalInt.of(2048), Optional.empty(), names, List.of(), List.of(), authority,
                OptionalInt.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 0,
                List.of());
    }

    static Instant instant(Time time) {
        return LocalDateTime.parse(time.getTime().substring(0, 14), SECONDS).toInstant(ZoneOffset.UTC);
    }

    /** RFC 4514, most specific first. */
    static String name(X500Name name) {
        RDN[] rdns = name.getRDNs();
        Collections.reverse(Arrays.asList(rdns));
        return BCStyle.INSTANCE.toString(new X500Name(rdns));
    }
}
