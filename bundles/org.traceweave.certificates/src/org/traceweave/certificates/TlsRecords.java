package org.traceweave.certificates;

import java.util.Locale;
import org.traceweave.certificates.internal.tls.FlightReader;

/**
 * Reads the TLS records that one side of a connection sent, as they stand in {@code gssapi-data} of TLS-DSK (MS-SIPAE 3.1) or in a
 * captured stream: SSL 3.0 to TLS 1.3, up to where encryption begins. Concatenate the values of one direction, in order, before reading: a handshake
 * message may span records, a record may hold several messages, and a flight may be split over two SIP round trips.
 */
public final class TlsRecords {

    private TlsRecords() {
    }

    /** Reads all of {@code bytes}. Never fails: what cannot be read is said in {@link TlsFlight#problems()}. */
    public static TlsFlight read(byte[] bytes) {
        return new FlightReader(bytes).read();
    }

    /** Whether {@code bytes} at {@code from} look like the header of a TLS record. */
    public static boolean isRecord(byte[] bytes, int from) {
        return from + 5 <= bytes.length && bytes[from] >= 20 && bytes[from] <= 23 && bytes[from + 1] == 3 && bytes[from + 2] >= 0
                && bytes[from + 2] <= 4 && ((bytes[from + 3] & 0xff) << 8 | bytes[from + 4] & 0xff) <= FlightReader.MAX_RECORD;
    }

    /** {@code TLS 1.2} for {@code 0x0303}. */
    public static String versionName(int version) {
        return switch (version) {
            case 0x0002, 0x0200 -> "SSL 2.0";
            case 0x0300 -> "SSL 3.0";
            case 0x0301 -> "TLS 1.0";
            case 0x0302 -> "TLS 1.1";
            case 0x0303 -> "TLS 1.2";
            case 0x0304 -> "TLS 1.3";
            default -> String.format(Locale.ROOT, "0x%04x", version);
        };
    }

    /** The name of a handshake message type (RFC 8446 appendix B.3). */
    public static String handshakeName(int type) {
        return switch (type) {
            case 0 -> "HelloRequest";
            case 1 -> "ClientHello";
            case 2 -> "ServerHello";
            case 4 -> "NewSessionTicket";
            case 8 -> "EncryptedExtensions";
            case 11 -> "Certificate";
            case 12 -> "ServerKeyExchange";
            case 13 -> "CertificateRequest";
            case 14 -> "ServerHelloDone";
            case 15 -> "CertificateVerify";
            case 16 -> "ClientKeyExchange";
            case 20 -> "Finished";
            case 22 -> "CertificateStatus";
            default -> "handshake " + type;
        };
    }
}
