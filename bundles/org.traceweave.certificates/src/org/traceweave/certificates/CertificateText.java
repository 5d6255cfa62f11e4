package org.traceweave.certificates;

import org.traceweave.certificates.internal.text.Asn1Dump;
import org.traceweave.certificates.internal.text.OpenSslStyle;
import org.traceweave.certificates.internal.text.Pem;

/** Certificates as text for people: a full description, PEM, and the ASN.1 tree with offsets. Any thread. */
public final class CertificateText {

    private CertificateText() {
    }

    /** A description of all fields, in the order and layout engineers know from {@code openssl x509 -text}. */
    public static String text(DecodedCertificate certificate) {
        return OpenSslStyle.text(certificate);
    }

    /** The certificate between BEGIN and END lines, 64 characters a line. */
    public static String pem(DecodedCertificate certificate) {
        return Pem.encode("CERTIFICATE", certificate.encoded());
    }

    /** The tree: offset, depth, header and content length, tag and value, one element a line. */
    public static String asn1(DecodedCertificate certificate) {
        return Asn1Dump.text(certificate.tree());
    }

    /** The same for any element. */
    public static String asn1(DerNode node) {
        return Asn1Dump.text(node);
    }
}
