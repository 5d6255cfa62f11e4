package org.traceweave.certificates.internal.lint;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.traceweave.certificates.Asn1Tag;
import org.traceweave.certificates.DecodedCertificate.Extension;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.internal.der.DerException;
import org.traceweave.certificates.internal.der.DerValues;
import org.traceweave.model.CertificateExtension;
import org.traceweave.model.LintLevel;

/** L37 to L39, L41, L49: how the certificate is written. */
final class FormRules {

    private static final String CA_VERSION = "1.3.6.1.4.1.311.21.1";
    private static final Set<String> TEMPLATES = Set.of("1.3.6.1.4.1.311.20.2", "1.3.6.1.4.1.311.21.7");

    private FormRules() {
    }

    static void check(Judged judged) {
        Set<String> met = new HashSet<>();
        for (CertificateExtension extension : judged.facts.extensions()) {
            if (!met.add(extension.oid())) {
                judged.add("L37", LintLevel.ERROR, "extension " + extension.name() + " is there twice");
            }
            if (TEMPLATES.contains(extension.oid()) && !judged.ca) {
                judged.add("L49", LintLevel.INFO, "issued from " + extension.text());
            }
            if (extension.oid().equals(CA_VERSION) && !extension.text().contains("V0.0")) {
                judged.add("L49", LintLevel.INFO, "certificate of a renewed CA: " + extension.text());
            }
        }
        serial(judged);
        version(judged);
        encoding(judged);
    }

    private static void serial(Judged judged) {
        judged.certificate.serialNumber().ifPresent(node -> {
            try {
                BigInteger serial = DerValues.integer(node);
                if (serial.signum() < 0) {
                    judged.add("L38", LintLevel.WARNING, "negative serial number");
                } else if (serial.signum() == 0 && !judged.selfSigned) {
                    judged.add("L38", LintLevel.WARNING, "serial number 0");
                } else if (serial.toByteArray().length > 20) {
                    judged.add("L38", LintLevel.WARNING, "serial number of " + serial.toByteArray().length + " bytes; at most 20 are allowed");
                } else if (serial.bitLength() < 56 && !judged.selfSigned) {
                    judged.add("L38", LintLevel.INFO, "serial number of " + serial.bitLength() + " bits, too short to be unpredictable");
                }
            } catch (DerException e) {
                judged.add("L38", LintLevel.WARNING, "undecodable serial number");
            }
        });
    }

    private static void version(Judged judged) {
        int version = judged.certificate.version().orElse(1);
        boolean extensions = !judged.certificate.extensions().isEmpty();
        if (version > 3 || version < 1) {
            judged.add("L39", LintLevel.ERROR, "version " + version + " does not exist");
        } else if (version < 3 && extensions) {
            judged.add("L39", LintLevel.ERROR, "version " + version + " with extensions, which only version 3 has");
        } else if (version < 3 && !judged.selfSigned) {
            judged.add("L39", LintLevel.WARNING, "version " + version + " certificate that is not a root");
        }
    }

    private static void encoding(Judged judged) {
        List<String> faults = new ArrayList<>();
        DerNode tree = judged.certificate.tree();
        tree.forEach(node -> fault(node, faults));
        for (Extension extension : judged.certificate.extensions()) {
            extension.content().forEach(node -> fault(node, faults));
            if (extension.content().end() < extension.value().end()) {
                faults.add("bytes after the value of an extension at " + extension.content().end());
            }
            if (extension.oid().equals("2.5.29.15") && needlessBits(extension.content())) {
                faults.add("zero bits at the end of the key usage at " + extension.content().offset());
            }
            boolean written = extension.node().children().size() > 2 && !extension.critical();
            if (written) {
                faults.add("critical FALSE is written out at " + extension.node().offset());
            }
        }
        if (tree.end() < judged.certificate.der().length) {
            faults.add("bytes after the certificate");
        }
        if (!faults.isEmpty()) {
            judged.add("L41", LintLevel.WARNING, "not DER: " + faults.getFirst() + (faults.size() > 1 ? ", and " + (faults.size() - 1) + " more" : ""));
        }
    }

    /** A list of named bits ends with its last one (X.690 section 11.2.2). */
    private static boolean needlessBits(DerNode bits) {
        if (!bits.isUniversal(Asn1Tag.BIT_STRING) || bits.contentLength() < 2) {
            return false;
        }
        int last = bits.contentByte(bits.contentLength() - 1);
        return last == 0 || Integer.numberOfTrailingZeros(last) != bits.contentByte(0);
    }

    private static void fault(DerNode node, List<String> faults) {
        if (node.indefinite()) {
            faults.add("indefinite length at " + node.offset());
        } else if (!node.minimalLength()) {
            faults.add("length not minimal at " + node.offset());
        } else if (node.isUniversal(Asn1Tag.BOOLEAN) && node.contentLength() == 1 && node.contentByte(0) != 0 && node.contentByte(0) != 0xff) {
            faults.add("BOOLEAN that is neither 00 nor FF at " + node.offset());
        } else if (node.isUniversal(Asn1Tag.INTEGER) && node.contentLength() > 1 && paddedInteger(node)) {
            faults.add("INTEGER with needless octets at " + node.offset());
        } else if (node.isUniversal(Asn1Tag.SET) && !sorted(node.children())) {
            faults.add("SET out of order at " + node.offset());
        }
    }

    /** Elements of a SET OF stand in the order of their bytes (X.690 section 11.6). */
    private static boolean sorted(List<DerNode> elements) {
        for (int i = 1; i < elements.size(); i++) {
            DerNode before = elements.get(i - 1);
            DerNode after = elements.get(i);
            if (Arrays.compareUnsigned(before.source(), before.offset(), before.end(), after.source(), after.offset(), after.end()) > 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean paddedInteger(DerNode node) {
        boolean negative = (node.contentByte(1) & 0x80) != 0;
        return node.contentByte(0) == 0 && !negative || node.contentByte(0) == 0xff && negative;
    }
}
