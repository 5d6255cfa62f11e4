package org.traceweave.probe.internal.tls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.NameText;
import org.traceweave.certificates.TlsFlight.CertificateRequest;
import org.traceweave.probe.internal.net.ProbeException;

/** Messages about certificates, in both forms: up to TLS 1.2 (RFC 5246 section 7.4) and of TLS 1.3 (RFC 8446 section 4.4). */
final class CertificateMessages {

    private static final int MAX_CERTIFICATES = 100;
    private static final int STATUS_REQUEST = 5;
    private static final int SIGNATURE_ALGORITHMS = 13;
    private static final int AUTHORITIES = 47;
    private static final int OCSP = 1;

    /** Certificates as sent, and the OCSP response that came with the first. */
    record Sent(List<DecodedCertificate> certificates, Optional<byte[]> staple) {
    }

    private CertificateMessages() {
    }

    static Sent read(byte[] body, boolean version13) throws ProbeException {
        TlsCursor cursor = new TlsCursor(body, "Certificate");
        if (version13) {
            cursor.part(1);
        }
        TlsCursor list = cursor.part(3);
        List<DecodedCertificate> certificates = new ArrayList<>();
        Optional<byte[]> staple = Optional.empty();
        while (list.left() > 0 && certificates.size() < MAX_CERTIFICATES) {
            certificates.add(CertificateDecoder.examine(list.vector(3)));
            TlsCursor extensions = version13 ? list.part(2) : new TlsCursor(new byte[0], "Certificate");
            while (extensions.left() > 0) {
                int type = extensions.number(2);
                byte[] content = extensions.vector(2);
                if (type == STATUS_REQUEST && certificates.size() == 1) {
                    staple = staple(content);
                }
            }
        }
        return new Sent(certificates, staple);
    }

    /** CertificateStatus, or the extension with the same content. */
    static Optional<byte[]> staple(byte[] body) throws ProbeException {
        TlsCursor cursor = new TlsCursor(body, "CertificateStatus");
        return cursor.number(1) == OCSP ? Optional.of(cursor.vector(3)) : Optional.empty();
    }

    static CertificateRequest request(byte[] body, int version) throws ProbeException {
        TlsCursor cursor = new TlsCursor(body, "CertificateRequest");
        byte[] types = new byte[0];
        byte[] schemes = new byte[0];
        byte[] authorities = new byte[0];
        if (version >= ClientOffer.TLS_1_3) {
            cursor.part(1);
            TlsCursor extensions = cursor.part(2);
            while (extensions.left() > 0) {
                int type = extensions.number(2);
                byte[] content = extensions.vector(2);
                if (type == SIGNATURE_ALGORITHMS) {
                    schemes = new TlsCursor(content, "CertificateRequest").vector(2);
                } else if (type == AUTHORITIES) {
                    authorities = new TlsCursor(content, "CertificateRequest").vector(2);
                }
            }
        } else {
            types = cursor.vector(1);
            schemes = version >= ClientOffer.TLS_1_2 ? cursor.vector(2) : schemes;
            authorities = cursor.vector(2);
        }
        return decoded(types, schemes, authorities);
    }

    private static CertificateRequest decoded(byte[] types, byte[] schemes, byte[] authorities) throws ProbeException {
        List<String> names = new ArrayList<>();
        TlsCursor list = new TlsCursor(authorities, "CertificateRequest");
        while (list.left() > 0) {
            names.add(NameText.rfc4514(list.vector(2)));
        }
        return new CertificateRequest(numbers(types, 1), numbers(schemes, 2), names);
    }

    private static List<Integer> numbers(byte[] bytes, int octets) throws ProbeException {
        List<Integer> numbers = new ArrayList<>();
        TlsCursor cursor = new TlsCursor(bytes, "CertificateRequest");
        while (cursor.left() >= octets) {
            numbers.add(cursor.number(octets));
        }
        return numbers;
    }
}
