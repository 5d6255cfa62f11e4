package org.traceweave.certificates.internal.tls;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.traceweave.certificates.DerReader;
import org.traceweave.certificates.TlsFlight.CertificateRequest;
import org.traceweave.certificates.TlsFlight.ClientHello;
import org.traceweave.certificates.TlsFlight.SentCertificate;
import org.traceweave.certificates.TlsFlight.ServerHello;
import org.traceweave.certificates.TlsRecords;
import org.traceweave.certificates.internal.der.DerException;
import org.traceweave.certificates.internal.x509.DistinguishedName;

/** The handshake messages of one direction (RFC 5246 section 7.4, RFC 8446 section 4). */
final class HandshakeMessages {

    private static final int TLS_1_2 = 0x0303;
    private static final int TLS_1_3 = 0x0304;
    private static final int SERVER_NAME = 0;
    private static final int SUPPORTED_VERSIONS = 43;
    private static final int MAX_CERTIFICATES = 100;

    private final byte[] bytes;
    private final IntUnaryOperator sourceOffset;
    private final List<String> problems;

    final List<Integer> types = new ArrayList<>();
    final List<SentCertificate> certificates = new ArrayList<>();
    boolean certificateMessage;
    int signatureScheme = -1;
    @Nullable ClientHello clientHello;
    @Nullable ServerHello serverHello;
    @Nullable CertificateRequest certificateRequest;
    byte @Nullable [] stapledOcsp;

    HandshakeMessages(byte[] bytes, IntUnaryOperator sourceOffset, List<String> problems) {
        this.bytes = bytes;
        this.sourceOffset = sourceOffset;
        this.problems = problems;
    }

    void read() {
        Cursor all = new Cursor(bytes, 0, bytes.length);
        while (all.left() > 0) {
            int start = all.position();
            if (all.left() < 4) {
                problems.add("handshake message cut at " + sourceOffset.applyAsInt(start));
                return;
            }
            int type = all.number(1);
            Cursor body = all.part(3);
            if (body.overrun()) {
                problems.add(TlsRecords.handshakeName(type) + " cut: " + body.left() + " bytes available");
            }
            types.add(type);
            message(type, body);
        }
    }

    private void message(int type, Cursor body) {
        switch (type) {
            case 1 -> clientHello(body);
            case 2 -> serverHello(body);
            case 11 -> certificateList(body);
            case 13 -> certificateRequest(body);
            case 15 -> signatureScheme = body.left() >= 4 && version() >= TLS_1_2 ? body.number(2) : -1;
            case 22 -> {
                if (body.number(1) == 1) {
                    stapledOcsp = body.part(3).rest();
                }
            }
            default -> {
                // Key exchange, Finished and the rest say nothing about certificates.
            }
        }
    }

    /** The version both sides speak, as far as this direction tells it; a client flight of its own tells nothing, so 1.2 is assumed there. */
    private int version() {
        return serverHello != null ? serverHello.version() : TLS_1_2;
    }

    private void clientHello(Cursor body) {
        int version = body.number(2);
        body.skip(32);
        boolean resumes = body.part(1).left() > 0;
        Cursor suites = body.part(2);
        List<Integer> offered = new ArrayList<>();
        while (suites.left() >= 2) {
            offered.add(suites.number(2));
        }
        body.part(1);
        Optional<String> name = Optional.empty();
        Cursor extensions = body.left() >= 2 ? body.part(2) : body;
        while (extensions.left() >= 4) {
            int type = extensions.number(2);
            Cursor content = extensions.part(2);
            if (type == SERVER_NAME) {
                content.skip(3);
                name = Optional.of(new String(content.part(2).rest(), StandardCharsets.ISO_8859_1)).filter(text -> !text.isEmpty());
            } else if (type == SUPPORTED_VERSIONS) {
                version = highest(version, content.part(1));
            }
        }
        clientHello = new ClientHello(version, offered, name, resumes);
    }

    private static int highest(int version, Cursor versions) {
        int highest = version;
        while (versions.left() >= 2) {
            int offered = versions.number(2);
            if (offered >> 8 == 3 && offered > highest) {
                highest = offered;
            }
        }
        return highest;
    }

    private void serverHello(Cursor body) {
        int version = body.number(2);
        body.skip(32);
        body.part(1);
        int suite = body.number(2);
        body.skip(1);
        Cursor extensions = body.left() >= 2 ? body.part(2) : body;
        while (extensions.left() >= 4) {
            int type = extensions.number(2);
            Cursor content = extensions.part(2);
            if (type == SUPPORTED_VERSIONS) {
                version = content.number(2);
            }
        }
        serverHello = new ServerHello(version, suite);
    }

    private void certificateList(Cursor body) {
        certificateMessage = true;
        boolean withContext = version() >= TLS_1_3;
        if (withContext) {
            body.part(1);
        }
        Cursor list = body.part(3);
        while (list.left() >= 3 && certificates.size() < MAX_CERTIFICATES) {
            Cursor entry = list.part(3);
            int from = entry.position();
            byte[] der = entry.rest();
            boolean complete = !entry.overrun();
            int last = sourceOffset.applyAsInt(Math.max(from, from + der.length - 1));
            certificates.add(new SentCertificate(der, sourceOffset.applyAsInt(from), last + 1, complete));
            if (withContext) {
                list.part(2);
            }
        }
    }

    private void certificateRequest(Cursor body) {
        List<Integer> kinds = numbers(body.part(1), 1);
        List<Integer> schemes = version() >= TLS_1_2 ? numbers(body.part(2), 2) : List.of();
        List<String> authorities = new ArrayList<>();
        Cursor names = body.part(2);
        while (names.left() >= 2) {
            byte[] name = names.part(2).rest();
            try {
                authorities.add(DistinguishedName.rfc4514(DerReader.read(name)));
            } catch (DerException e) {
                problems.add("name of an acceptable issuer: " + e.getMessage());
            }
        }
        certificateRequest = new CertificateRequest(kinds, schemes, authorities);
    }

    private static List<Integer> numbers(Cursor part, int octets) {
        List<Integer> numbers = new ArrayList<>();
        while (part.left() >= octets) {
            numbers.add(part.number(octets));
        }
        return numbers;
    }
}
