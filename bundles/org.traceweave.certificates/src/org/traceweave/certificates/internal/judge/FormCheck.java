package org.traceweave.certificates.internal.judge;

import static org.traceweave.certificates.internal.judge.Rfc5280.section;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.DecodedCertificate.Extension;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.internal.der.DerException;
import org.traceweave.certificates.internal.der.DerTimes;
import org.traceweave.certificates.internal.der.DerValues;

/** Whether each certificate is written as RFC 5280 section 4.1 and 4.2 demand: version, serial number, names, algorithms, extensions. */
final class FormCheck {

    /** Extensions that this judge processes, so that they may be critical. */
    private static final Set<String> PROCESSED = Set.of(Rfc5280.KEY_USAGE, Rfc5280.SUBJECT_ALT_NAME, Rfc5280.BASIC_CONSTRAINTS,
            Rfc5280.NAME_CONSTRAINTS, Rfc5280.CERTIFICATE_POLICIES, Rfc5280.POLICY_MAPPINGS, Rfc5280.POLICY_CONSTRAINTS,
            Rfc5280.EXTENDED_KEY_USAGE, Rfc5280.INHIBIT_ANY_POLICY, "2.5.29.18", "2.5.29.31");
    private static final Set<String> NEVER_CRITICAL = Set.of(Rfc5280.SUBJECT_KEY_ID, Rfc5280.AUTHORITY_KEY_ID, Rfc5280.AUTHORITY_ACCESS,
            "2.5.29.46", "1.3.6.1.5.5.7.1.11");
    private static final Set<String> ALWAYS_CRITICAL = Set.of(Rfc5280.POLICY_CONSTRAINTS, Rfc5280.INHIBIT_ANY_POLICY);

    private FormCheck() {
    }

    static void check(Path path, Findings findings) {
        for (int i = 0; i < path.size(); i++) {
            DecodedCertificate certificate = path.get(i);
            decodable(certificate, i, findings);
            version(certificate, i, findings);
            serial(certificate, i, findings);
            algorithms(certificate, i, findings);
            times(certificate, i, findings);
            extensions(certificate, i, findings);
            names(certificate, i, i > 0, findings);
        }
    }

    private static void decodable(DecodedCertificate certificate, int i, Findings findings) {
        certificate.facts().problems().stream().findFirst().ifPresent(problem -> findings.refuse(i, "undecodable",
                problem.field() + " at offset " + problem.offset() + ": " + problem.text(), section("4.1")));
        if (certificate.tree().end() < certificate.der().length) {
            findings.refuse(i, "undecodable", "bytes after the certificate", section("4.1"));
        }
    }

    private static void version(DecodedCertificate certificate, int i, Findings findings) {
        int version = certificate.version().orElse(1);
        if (version < 1 || version > 3) {
            findings.refuse(i, "version", "version " + version + " does not exist", section("4.1.2.1"));
        } else if (version < 3 && !certificate.extensions().isEmpty()) {
            findings.refuse(i, "version", "version " + version + " with extensions, which only version 3 has", section("4.1.2.1"));
        }
    }

    private static void serial(DecodedCertificate certificate, int i, Findings findings) {
        try {
            if (certificate.serialNumber().isPresent()) {
                BigInteger serial = DerValues.integer(certificate.serialNumber().get());
                if (serial.signum() <= 0) {
                    findings.refuse(i, "serial", "serial number is " + (serial.signum() < 0 ? "negative" : "0"), section("4.1.2.2"));
                } else if (serial.toByteArray().length > 20) {
                    findings.refuse(i, "serial", "serial number of " + serial.toByteArray().length + " bytes, more than 20", section("4.1.2.2"));
                }
            }
        } catch (DerException e) {
            findings.refuse(i, "serial", "undecodable serial number: " + e.getMessage(), section("4.1.2.2"));
        }
    }

    private static void algorithms(DecodedCertificate certificate, int i, Findings findings) {
        Optional<DerNode> inner = certificate.innerSignatureAlgorithm();
        Optional<DerNode> outer = certificate.signatureAlgorithm();
        if (inner.isEmpty() || outer.isEmpty() || !Arrays.equals(inner.get().encoded(), outer.get().encoded())) {
            findings.refuse(i, "signature-algorithm", "the signed part names another signature algorithm than the signature", section("4.1.1.2"));
        }
    }

    private static void times(DecodedCertificate certificate, int i, Findings findings) {
        if (certificate.notBefore().filter(DerTimes::strict).isEmpty() || certificate.notAfter().filter(DerTimes::strict).isEmpty()) {
            findings.refuse(i, "time-format", "a time is not written as UTCTime to 2049 and GeneralizedTime after, with seconds and Z",
                    section("4.1.2.5"));
        }
    }

    private static void extensions(DecodedCertificate certificate, int i, Findings findings) {
        Set<String> met = new HashSet<>();
        for (Extension extension : certificate.extensions()) {
            if (!met.add(extension.oid())) {
                findings.refuse(i, "extension-twice", "extension " + extension.oid() + " is there twice", section("4.2"));
            }
            if (extension.critical() && NEVER_CRITICAL.contains(extension.oid())) {
                findings.refuse(i, "extension-critical", "extension " + extension.oid() + " must not be critical", section("4.2"));
            } else if (extension.critical() && !PROCESSED.contains(extension.oid())) {
                findings.refuse(i, "unknown-critical", "critical extension " + extension.oid() + " is not known", section("4.2"));
            } else if (!extension.critical() && ALWAYS_CRITICAL.contains(extension.oid())) {
                findings.refuse(i, "extension-critical", "extension " + extension.oid() + " must be critical", section("4.2"));
            }
        }
        keyIdentifiers(certificate, i, findings);
    }

    private static void keyIdentifiers(DecodedCertificate certificate, int i, Findings findings) {
        if (certificate.version().orElse(1) < 3) {
            return;
        }
        if (certificate.facts().authorityKeyId().isEmpty() && !certificate.selfIssued()) {
            findings.refuse(i, "authority-key-id", "no authority key identifier", section("4.2.1.1"));
        }
        if (i > 0 && certificate.facts().subjectKeyId().isEmpty()) {
            findings.refuse(i, "subject-key-id", "a CA without subject key identifier", section("4.2.1.2"));
        }
    }

    private static void names(DecodedCertificate certificate, int i, boolean ca, Findings findings) {
        if (certificate.issuer().filter(name -> !name.children().isEmpty()).isEmpty()) {
            findings.refuse(i, "issuer-empty", "the issuer's name is empty", section("4.1.2.4"));
        }
        Optional<Extension> names = certificate.extension(Rfc5280.SUBJECT_ALT_NAME);
        boolean nameless = certificate.subject().filter(name -> !name.children().isEmpty()).isEmpty();
        if (nameless && ca) {
            findings.refuse(i, "subject-empty", "the name of a CA is empty", section("4.1.2.6"));
        } else if (nameless && names.filter(Extension::critical).isEmpty()) {
            findings.refuse(i, "subject-empty", "the subject is empty and the alternative names are not critical", section("4.2.1.6"));
        }
        if (names.isPresent() && names.get().content().children().isEmpty()) {
            findings.refuse(i, "names-empty", "subject alternative names without a name", section("4.2.1.6"));
        }
        for (String name : certificate.facts().subjectAltNames()) {
            if (name.startsWith("DNS:") && !PeerNames.hostSyntax(name.substring(4))) {
                findings.refuse(i, "name-syntax", name + " is not a host name", section("4.2.1.6"));
            }
        }
    }
}
