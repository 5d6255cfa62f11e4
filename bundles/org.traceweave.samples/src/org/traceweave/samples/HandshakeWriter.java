package org.traceweave.samples;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.List;
import java.util.Optional;

/**
 * Writes the flights of one TLS 1.2 handshake with RSA key exchange and client certificate, as raw TLS records: what TLS-DSK carries in
 * {@code gssapi-data}. The flights must be asked for in order, since the client's CertificateVerify signs all that went before. What
 * is encrypted on the wire (Finished) is random here. RFC 5246; order of flights: reference "Certificates", section B.1.
 */
public final class HandshakeWriter {

    public static final int TLS_1_2 = 0x0303;
    private static final int RSA_AES256_CBC_SHA256 = 0x003D;
    private static final int[] SUITES = {0xC028, 0xC027, 0xC014, 0xC013, 0x009D, 0x009C, RSA_AES256_CBC_SHA256, 0x003C, 0x0035, 0x002F, 0x000A};
    private static final int[] SIGNATURES = {0x0401, 0x0501, 0x0201, 0x0403, 0x0503, 0x0203, 0x0202, 0x0601, 0x0603};

    private final SeededRandom random;
    private final ByteText transcript = new ByteText(4096);
    private long unixSeconds = 1_539_673_200L;
    private int version = TLS_1_2;

    public HandshakeWriter(SeededRandom random) {
        this.random = random;
    }

    /** The seconds since 1970 that open both randoms. */
    public HandshakeWriter at(long seconds) {
        unixSeconds = seconds;
        return this;
    }

    /** The version on records and hellos; 0x0303 unless set. */
    public HandshakeWriter version(int tlsVersion) {
        version = tlsVersion;
        return this;
    }

    /** The client's first flight. */
    public byte[] clientHello(String serverName) {
        TlsBytes hello = new TlsBytes().u16(version).raw(random()).octet(0).u16(2 * SUITES.length);
        for (int suite : SUITES) {
            hello.u16(suite);
        }
        hello.octet(1).octet(0);
        byte[] name = serverName.getBytes(StandardCharsets.US_ASCII);
        TlsBytes extensions = new TlsBytes();
        extensions.u16(0).u16(name.length + 5).u16(name.length + 3).octet(0).u16(name.length).raw(name);
        extensions.u16(10).u16(8).u16(6).u16(29).u16(23).u16(24);
        extensions.u16(11).u16(2).octet(1).octet(0);
        extensions.u16(13).u16(2 + 2 * SIGNATURES.length).u16(2 * SIGNATURES.length);
        for (int signature : SIGNATURES) {
            extensions.u16(signature);
        }
        extensions.u16(23).u16(0).u16(0xFF01).u16(1).octet(0);
        hello.u16(extensions.size()).raw(extensions.toBytes());
        return record(22, handshake(1, hello));
    }

    /** The server's flight: ServerHello, Certificate (leaf first), CertificateRequest, ServerHelloDone, in one record. */
    public byte[] serverFlight(List<IssuedCertificate> chain, List<String> acceptedIssuers) {
        TlsBytes hello = new TlsBytes().u16(version).raw(random()).octet(32).raw(random.bytes(32)).u16(RSA_AES256_CBC_SHA256).octet(0);
        hello.u16(5).u16(0xFF01).u16(1).octet(0);
        TlsBytes flight = new TlsBytes().raw(handshake(2, hello)).raw(handshake(11, certificates(chain)));
        TlsBytes request = new TlsBytes().octet(2).octet(1).octet(64).u16(2 * SIGNATURES.length);
        for (int signature : SIGNATURES) {
            request.u16(signature);
        }
        TlsBytes names = new TlsBytes();
        for (String issuer : acceptedIssuers) {
            byte[] name = CertificateMaker.name(issuer);
            names.u16(name.length).raw(name);
        }
        request.u16(names.size()).raw(names.toBytes());
        flight.raw(handshake(13, request)).raw(handshake(14, new TlsBytes()));
        return record(22, flight.toBytes());
    }

    /** The client's second flight: Certificate (empty without one), key exchange, CertificateVerify, ChangeCipherSpec, Finished. */
    public byte[] clientFlight(Optional<IssuedCertificate> certificate) {
        TlsBytes flight = new TlsBytes().raw(handshake(11, certificates(certificate.stream().toList())));
        byte[] premaster = random.bytes(256);
        premaster[0] = 0;
        flight.raw(handshake(16, new TlsBytes().u16(premaster.length).raw(premaster)));
        certificate.ifPresent(own -> {
            byte[] signature = sign(own.key().getPrivate());
            flight.raw(handshake(15, new TlsBytes().u16(0x0401).u16(signature.length).raw(signature)));
        });
        return new TlsBytes().raw(record(22, flight.toBytes())).raw(finish()).toBytes();
    }

    /** The server's last flight: ChangeCipherSpec and the encrypted Finished. */
    public byte[] serverFinished() {
        return finish();
    }

    /** An alert on its own: level 2 is fatal; 46 is certificate_unknown. */
    public static byte[] alert(int level, int description) {
        return new byte[] {21, 3, 3, 0, 2, (byte) level, (byte) description};
    }

    private byte[] finish() {
        return new TlsBytes().raw(record(20, new byte[] {1})).raw(record(22, random.bytes(80))).toBytes();
    }

    private byte[] random() {
        return new TlsBytes().u16((int) (unixSeconds >>> 16)).u16((int) unixSeconds).raw(random.bytes(28)).toBytes();
    }

    private static TlsBytes certificates(List<IssuedCertificate> chain) {
        TlsBytes list = new TlsBytes();
        chain.forEach(certificate -> list.u24(certificate.der().length).raw(certificate.der()));
        return new TlsBytes().u24(list.size()).raw(list.toBytes());
    }

    private byte[] handshake(int type, TlsBytes body) {
        byte[] message = new TlsBytes().octet(type).u24(body.size()).raw(body.toBytes()).toBytes();
        transcript.raw(message);
        return message;
    }

    private byte[] record(int type, byte[] fragment) {
        return new TlsBytes().octet(type).u16(version).u16(fragment.length).raw(fragment).toBytes();
    }

    private byte[] sign(PrivateKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(transcript.array(), 0, transcript.size());
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java signs with RSA", e);
        }
    }
}
