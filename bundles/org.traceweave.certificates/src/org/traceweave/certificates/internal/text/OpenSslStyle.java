package org.traceweave.certificates.internal.text;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.internal.der.DerException;
import org.traceweave.certificates.internal.der.DerValues;
import org.traceweave.certificates.internal.x509.AlgorithmName;
import org.traceweave.certificates.internal.x509.PublicKeyFacts;
import org.traceweave.model.Certificate;
import org.traceweave.model.CertificateExtension;
import org.traceweave.model.CertificateProblem;
import org.traceweave.model.UtcTime;

/** A certificate in the layout of {@code openssl x509 -text}, with fingerprints and what is damaged at the end. */
public final class OpenSslStyle {

    private final StringBuilder text = new StringBuilder(4096);
    private final DecodedCertificate certificate;
    private final Certificate facts;

    private OpenSslStyle(DecodedCertificate certificate) {
        this.certificate = certificate;
        this.facts = certificate.facts();
    }

    public static String text(DecodedCertificate certificate) {
        return new OpenSslStyle(certificate).text();
    }

    private String text() {
        line(0, "Certificate:");
        line(4, "Data:");
        line(8, "Version: " + certificate.version().orElse(1) + " (0x" + Integer.toHexString(certificate.version().orElse(1) - 1) + ")");
        line(8, "Serial Number: " + facts.serial().map(OpenSslStyle::colons).orElse("-"));
        line(8, "Signature Algorithm: " + certificate.innerSignatureAlgorithm().flatMap(OpenSslStyle::algorithm).orElse("-"));
        line(8, "Issuer: " + facts.issuer().orElse("-"));
        line(8, "Validity");
        line(12, "Not Before: " + time(facts.notBefore()));
        line(12, "Not After : " + time(facts.notAfter()));
        line(8, "Subject: " + facts.subject().orElse("-"));
        key();
        if (!facts.extensions().isEmpty()) {
            line(8, "X509v3 extensions:");
            facts.extensions().forEach(this::extension);
        }
        line(4, "Signature Algorithm: " + facts.signatureAlgorithm().orElse("-"));
        certificate.signature().ifPresent(signature -> {
            line(4, "Signature Value:");
            bytes(8, signature.contentLength() > 0 ? DerValues.hex(signature).substring(2) : "");
        });
        line(4, "SHA-1 Fingerprint: " + facts.sha1().orElse("-"));
        line(4, "SHA-256 Fingerprint: " + facts.sha256().orElse("-"));
        if (!facts.problems().isEmpty()) {
            line(4, "Problems:");
            for (CertificateProblem problem : facts.problems()) {
                line(8, "at " + problem.offset() + ", " + problem.field() + ": " + problem.text());
            }
        }
        return text.toString();
    }

    private void key() {
        line(8, "Subject Public Key Info:");
        line(12, "Public Key Algorithm: " + facts.keyAlgorithm().orElse("-"));
        facts.keyBits().ifPresent(bits -> line(16, "Public-Key: (" + bits + " bit)"));
        facts.curve().ifPresent(curve -> line(16, "Curve: " + curve));
        Optional<PublicKeyFacts> key = certificate.publicKey().flatMap(PublicKeyFacts::read);
        key.flatMap(PublicKeyFacts::modulus).ifPresent(modulus -> {
            line(16, "Modulus:");
            bytes(20, DerValues.hex(modulus));
        });
        key.flatMap(PublicKeyFacts::exponent).filter(exponent -> exponent.bitLength() <= 64)
                .ifPresent(exponent -> line(16, "Exponent: " + exponent + " (0x" + exponent.toString(16) + ")"));
    }

    private void extension(CertificateExtension extension) {
        String name = extension.name().equals(extension.oid()) ? extension.oid() : extension.name() + " (" + extension.oid() + ")";
        line(12, name + ":" + (extension.critical() ? " critical" : ""));
        line(16, extension.text());
    }

    private static Optional<String> algorithm(org.traceweave.certificates.DerNode node) {
        try {
            return Optional.of(AlgorithmName.read(node).name());
        } catch (DerException e) {
            return Optional.of("undecodable: " + e.getMessage());
        }
    }

    private static String time(OptionalLong time) {
        return time.isPresent() ? UtcTime.format(time.getAsLong()).substring(0, 19).replace('T', ' ') + " UTC" : "-";
    }

    private static String colons(String hex) {
        return hex.replaceAll("(?<=[0-9a-f]{2})(?=([0-9a-f]{2})+$)", ":").toLowerCase(Locale.ROOT);
    }

    private void line(int indent, String content) {
        text.append(" ".repeat(indent)).append(content).append('\n');
    }

    private void bytes(int indent, String hex) {
        int perLine = 36;
        for (int i = 0; i < hex.length(); i += perLine) {
            StringBuilder row = new StringBuilder();
            for (int j = i; j < Math.min(i + perLine, hex.length()); j += 2) {
                row.append(row.isEmpty() ? "" : ":").append(hex, j, Math.min(j + 2, hex.length()));
            }
            line(indent, row + (i + perLine < hex.length() ? ":" : ""));
        }
    }
}
