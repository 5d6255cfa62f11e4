package org.traceweave.samples;

/** Bytes in TLS's order, the high ones first. */
final class TlsBytes {

    private final ByteText bytes = new ByteText();

    TlsBytes octet(int value) {
        bytes.octet(value);
        return this;
    }

    TlsBytes u16(int value) {
        return octet(value >>> 8).octet(value);
    }

    TlsBytes u24(int value) {
        return octet(value >>> 16).u16(value);
    }

    TlsBytes raw(byte[] more) {
        bytes.raw(more);
        return this;
    }

    int size() {
        return bytes.size();
    }

    byte[] toBytes() {
        return bytes.toBytes();
    }
}
