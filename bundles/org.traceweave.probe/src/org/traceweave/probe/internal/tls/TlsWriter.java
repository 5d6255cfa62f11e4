package org.traceweave.probe.internal.tls;

import java.io.ByteArrayOutputStream;

/** Numbers and vectors as TLS writes them (RFC 8446 section 3), big-endian. */
final class TlsWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    TlsWriter number(long value, int octets) {
        for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8) {
            out.write((int) (value >> shift));
        }
        return this;
    }

    TlsWriter bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** Bytes with their length before them in {@code octets} octets. */
    TlsWriter vector(byte[] bytes, int octets) {
        return number(bytes.length, octets).bytes(bytes);
    }

    int size() {
        return out.size();
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        TlsWriter all = new TlsWriter();
        for (byte[] part : parts) {
            all.bytes(part);
        }
        return all.toBytes();
    }
}
