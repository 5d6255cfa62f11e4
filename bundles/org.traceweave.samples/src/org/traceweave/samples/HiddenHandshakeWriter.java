package org.traceweave.samples;

import java.nio.charset.StandardCharsets;

/**
 * Writes the flights of TLS handshakes that go well and show no certificate: one that takes up an earlier session (RFC 5246, section 7.3), and
 * one of TLS 1.3 (RFC 8446), which encrypts both sides' certificates. What is encrypted on the wire is random here.
 */
public final class HiddenHandshakeWriter {

    private static final int TLS_1_2 = 0x0303;
    private static final int TLS_1_3 = 0x0304;
    private static final int ECDHE_RSA_AES256_GCM = 0xC030;
    private static final int AES_256_GCM = 0x1302;
    private static final int X25519 = 29;
    private static final int SUPPORTED_VERSIONS = 43;
    private static final int KEY_SHARE = 51;

    private static final int CHANGE_CIPHER_SPEC = 20;
    private static final int HANDSHAKE = 22;
    private static final int APPLICATION = 23;

    private final SeededRandom random;
    private final boolean resumed;
    private final byte[] session;

    private HiddenHandshakeWriter(SeededRandom random, boolean resumed) {
        this.random = random;
        this.resumed = resumed;
        session = random.bytes(32);
    }

    /** Both sides still know the session's keys: the server answers with its Finished. */
    public static HiddenHandshakeWriter resumed(SeededRandom random) {
        return new HiddenHandshakeWriter(random, true);
    }

    public static HiddenHandshakeWriter tls13(SeededRandom random) {
        return new HiddenHandshakeWriter(random, false);
    }

    /** The client's first flight. */
    public byte[] clientHello(String serverName) {
        byte[] name = serverName.getBytes(StandardCharsets.US_ASCII);
        TlsBytes extensions = new TlsBytes().u16(0).u16(name.length + 5).u16(name.length + 3).octet(0).u16(name.length).raw(name);
        extensions.u16(10).u16(4).u16(2).u16(X25519).u16(13).u16(6).u16(4).u16(0x0804).u16(0x0401);
        if (!resumed) {
            extensions.u16(SUPPORTED_VERSIONS).u16(5).octet(4).u16(TLS_1_3).u16(TLS_1_2);
            extensions.u16(KEY_SHARE).u16(38).u16(36).u16(X25519).u16(32).raw(random.bytes(32));
        }
        return hello(1, new TlsBytes().u16(4).u16(AES_256_GCM).u16(ECDHE_RSA_AES256_GCM).octet(1).octet(0), extensions);
    }

    /** The server's flight: its hello, and from there on what nobody can read. */
    public byte[] serverFlight() {
        TlsBytes extensions = new TlsBytes();
        if (resumed) {
            extensions.u16(0xFF01).u16(1).octet(0);
            return new TlsBytes().raw(hello(2, new TlsBytes().u16(ECDHE_RSA_AES256_GCM).octet(0), extensions)).raw(finished()).toBytes();
        }
        extensions.u16(SUPPORTED_VERSIONS).u16(2).u16(TLS_1_3).u16(KEY_SHARE).u16(36).u16(X25519).u16(32).raw(random.bytes(32));
        return new TlsBytes().raw(hello(2, new TlsBytes().u16(AES_256_GCM).octet(0), extensions)).raw(record(CHANGE_CIPHER_SPEC, new byte[] {1}))
                .raw(record(APPLICATION, random.bytes(2300))).toBytes();
    }

    /** The client's second flight, all of it encrypted. */
    public byte[] clientFlight() {
        return resumed ? finished()
                : new TlsBytes().raw(record(CHANGE_CIPHER_SPEC, new byte[] {1})).raw(record(APPLICATION, random.bytes(1650))).toBytes();
    }

    private byte[] finished() {
        return new TlsBytes().raw(record(CHANGE_CIPHER_SPEC, new byte[] {1})).raw(record(HANDSHAKE, random.bytes(40))).toBytes();
    }

    private byte[] hello(int type, TlsBytes choice, TlsBytes extensions) {
        TlsBytes body = new TlsBytes().u16(TLS_1_2).raw(random.bytes(32)).octet(session.length).raw(session).raw(choice.toBytes())
                .u16(extensions.size()).raw(extensions.toBytes());
        return record(HANDSHAKE, new TlsBytes().octet(type).u24(body.size()).raw(body.toBytes()).toBytes());
    }

    private static byte[] record(int type, byte[] fragment) {
        return new TlsBytes().octet(type).u16(TLS_1_2).u16(fragment.length).raw(fragment).toBytes();
    }
}
