package org.traceweave.certificates.internal.tls;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.traceweave.certificates.TlsAlert;
import org.traceweave.certificates.TlsFlight;
import org.traceweave.certificates.TlsRecords;

/** Cuts bytes into records, joins the handshake messages in them, and keeps where each byte came from. */
public final class FlightReader {

    /** A record's largest length: 2^14, and 2048 more where it is encrypted. */
    public static final int MAX_RECORD = 16_384 + 2_048;

    private static final int CHANGE_CIPHER_SPEC = 20;
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;

    private final byte[] bytes;
    private final ByteArrayOutputStream handshake = new ByteArrayOutputStream();
    /** Pairs: position in {@link #handshake}, offset in {@link #bytes}. */
    private final List<int[]> segments = new ArrayList<>();
    private final List<TlsAlert> alerts = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private @Nullable Integer recordVersion;
    private int encryptedFrom = -1;
    private int encryptedBytes;

    public FlightReader(byte[] bytes) {
        this.bytes = bytes;
    }

    public TlsFlight read() {
        int position = 0;
        while (position < bytes.length) {
            if (bytes.length - position < 5) {
                problems.add("record header cut at " + position + ": " + (bytes.length - position) + " of 5 bytes");
                break;
            }
            if (!TlsRecords.isRecord(bytes, position)) {
                problems.add("no TLS record at " + position);
                break;
            }
            int length = (bytes[position + 3] & 0xff) << 8 | bytes[position + 4] & 0xff;
            int body = position + 5;
            int available = Math.min(length, bytes.length - body);
            if (available < length) {
                problems.add("record at " + position + " cut: declared " + length + " bytes, " + available + " available");
            }
            record(bytes[position], position, body, available);
            position = body + available;
        }
        return messages();
    }

    private void record(int type, int offset, int body, int length) {
        if (recordVersion == null) {
            recordVersion = (bytes[offset + 1] & 0xff) << 8 | bytes[offset + 2] & 0xff;
        }
        boolean clear = encryptedFrom < 0;
        if (type == CHANGE_CIPHER_SPEC) {
            encryptedFrom = clear ? body + length : encryptedFrom;
        } else if (clear && type == ALERT && length == 2) {
            alerts.add(new TlsAlert(bytes[body] & 0xff, bytes[body + 1] & 0xff, offset));
        } else if (clear && type == HANDSHAKE) {
            segments.add(new int[] {handshake.size(), body});
            handshake.write(bytes, body, length);
        } else if (type != ALERT || !clear) {
            encryptedFrom = clear ? offset : encryptedFrom;
            encryptedBytes += length;
        }
    }

    private TlsFlight messages() {
        HandshakeMessages messages = new HandshakeMessages(handshake.toByteArray(), this::sourceOffset, problems);
        messages.read();
        return new TlsFlight(
                recordVersion == null ? OptionalInt.empty() : OptionalInt.of(recordVersion),
                Optional.ofNullable(messages.clientHello), Optional.ofNullable(messages.serverHello), messages.certificates,
                messages.certificateMessage, Optional.ofNullable(messages.certificateRequest), alerts, messages.types,
                Optional.ofNullable(messages.stapledOcsp),
                messages.signatureScheme < 0 ? OptionalInt.empty() : OptionalInt.of(messages.signatureScheme),
                encryptedBytes > 0 ? OptionalInt.of(encryptedFrom) : OptionalInt.empty(), encryptedBytes, problems);
    }

    /** Where the handshake byte at {@code position} stands in the bytes read. */
    private int sourceOffset(int position) {
        int[] holder = {0, 0};
        for (int[] segment : segments) {
            if (segment[0] > position) {
                break;
            }
            holder = segment;
        }
        return holder[1] + position - holder[0];
    }
}
