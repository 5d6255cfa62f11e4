package org.traceweave.probe.internal.tls;

import java.util.Arrays;
import java.util.Optional;
import org.traceweave.certificates.TlsAlert;
import org.traceweave.certificates.TlsRecords;
import org.traceweave.probe.ProbeFailure.Kind;
import org.traceweave.probe.internal.net.ProbeException;
import org.traceweave.probe.internal.net.Wire;

/** Records of one connection, in clear until protection is set for a direction. */
final class RecordLayer {

    static final int CHANGE_CIPHER_SPEC = 20;
    static final int ALERT = 21;
    static final int HANDSHAKE = 22;
    static final int APPLICATION = 23;

    private static final int MAX_PLAIN = 16_384;
    private static final int MAX_RECORD = MAX_PLAIN + 2_048;
    private static final int HEADER = 5;
    private static final int CLOSE_NOTIFY = 0;

    private final Wire wire;
    private Optional<RecordProtection> reading = Optional.empty();
    private Optional<RecordProtection> writing = Optional.empty();
    private Optional<Plain> kept = Optional.empty();
    private boolean anything;

    /** One record, decrypted where it came encrypted. */
    record Plain(int type, byte[] body) {
    }

    RecordLayer(Wire wire) {
        this.wire = wire;
    }

    void protectReading(RecordProtection protection) {
        reading = Optional.of(protection);
    }

    void protectWriting(RecordProtection protection) {
        writing = Optional.of(protection);
    }

    void write(int type, int version, byte[] body) throws ProbeException {
        for (int from = 0; from == 0 || from < body.length; from += MAX_PLAIN) {
            byte[] part = Arrays.copyOfRange(body, from, Math.min(body.length, from + MAX_PLAIN));
            byte[] record = writing.isPresent() ? writing.get().seal(type, version, part)
                    : new TlsWriter().number(type, 1).number(version, 2).vector(part, 2).toBytes();
            wire.write(record);
        }
    }

    /**
     * Whether the next record is a ChangeCipherSpec, which is then read; another one is kept for {@link #read}.
     */
    boolean nextIsChangeOfCipher() throws ProbeException {
        Plain next = read();
        if (next.type == CHANGE_CIPHER_SPEC) {
            return true;
        }
        kept = Optional.of(next);
        return false;
    }

    /** The next record; a fatal alert ends the connection with a {@link ProbeException}. */
    Plain read() throws ProbeException {
        if (kept.isPresent()) {
            Plain next = kept.get();
            kept = Optional.empty();
            return next;
        }
        byte[] header = wire.read(HEADER);
        if (!TlsRecords.isRecord(header, 0)) {
            if (anything) {
                throw new ProbeException(Kind.MALFORMED, "What the server sends stops being TLS in the middle of the handshake");
            }
            throw ForeignAnswer.explained(TlsWriter.join(header, wire.readAvailable(256)));
        }
        anything = true;
        int type = header[0];
        int length = (header[3] & 0xff) << 8 | header[4] & 0xff;
        if (length > MAX_RECORD) {
            throw new ProbeException(Kind.MALFORMED, "The server sent a record of " + length + " bytes; at most " + MAX_RECORD + " are allowed");
        }
        byte[] body = wire.read(length);
        Plain record = new Plain(type, body);
        // in TLS 1.3 a ChangeCipherSpec in clear means nothing and may come at any time
        if (reading.isPresent() && type != CHANGE_CIPHER_SPEC) {
            record = reading.get().open(header, body);
        }
        if (record.type == ALERT) {
            alert(record.body);
        }
        return record;
    }

    private void alert(byte[] body) throws ProbeException {
        if (body.length < 2) {
            throw new ProbeException(Kind.MALFORMED, "The server sent an alert of " + body.length + " bytes; an alert has two");
        }
        int description = body[1] & 0xff;
        boolean fatal = body[0] == 2;
        if (fatal) {
            throw new AlertException(description);
        }
        if (description == CLOSE_NOTIFY) {
            throw new ProbeException(Kind.CLOSED, "The server ended the connection (" + TlsAlert.name(description) + ")");
        }
        // a warning, such as unrecognized_name: the server goes on, and so does this client
    }
}
