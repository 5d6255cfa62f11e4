package org.traceweave.probe.internal.tls;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.traceweave.certificates.TlsRecords;
import org.traceweave.probe.ProbeFailure.Kind;
import org.traceweave.probe.internal.net.ProbeException;

/** Handshake messages over records: one message may span records, one record may hold several; and all that was said so far, for hashing. */
final class HandshakeStream {

    static final int SERVER_HELLO = 2;
    static final int NEW_SESSION_TICKET = 4;
    static final int ENCRYPTED_EXTENSIONS = 8;
    static final int CERTIFICATE = 11;
    static final int SERVER_KEY_EXCHANGE = 12;
    static final int CERTIFICATE_REQUEST = 13;
    static final int SERVER_HELLO_DONE = 14;
    static final int CERTIFICATE_VERIFY = 15;
    static final int FINISHED = 20;
    static final int CERTIFICATE_STATUS = 22;

    private static final int MAX_MESSAGE = 1 << 19;
    private static final int HEADER = 4;

    private final RecordLayer records;
    private final ByteArrayOutputStream transcript = new ByteArrayOutputStream();
    private byte[] pending = new byte[0];

    /** One message; {@code body} without type and length. */
    record Message(int type, byte[] body) {

        String name() {
            return TlsRecords.handshakeName(type);
        }
    }

    HandshakeStream(RecordLayer records) {
        this.records = records;
    }

    static byte[] message(int type, byte[] body) {
        return new TlsWriter().number(type, 1).vector(body, 3).toBytes();
    }

    void write(byte[] message, int recordVersion) throws ProbeException {
        records.write(RecordLayer.HANDSHAKE, recordVersion, message);
        transcript.writeBytes(message);
    }

    /** The next message, which counts as said. */
    Message read() throws ProbeException {
        while (pending.length < HEADER || pending.length < HEADER + length()) {
            RecordLayer.Plain record = records.read();
            if (record.type() == RecordLayer.HANDSHAKE) {
                pending = TlsWriter.join(pending, record.body());
            } else if (record.type() == RecordLayer.APPLICATION) {
                throw new ProbeException(Kind.MALFORMED, "The server sent application data in the middle of the handshake");
            }
            if (pending.length >= HEADER && length() > MAX_MESSAGE) {
                throw new ProbeException(Kind.MALFORMED, "The server announced a " + TlsRecords.handshakeName(pending[0]) + " of " + length()
                        + " bytes, which is "
                        + "more than any real one has");
            }
        }
        int end = HEADER + length();
        byte[] whole = Arrays.copyOf(pending, end);
        pending = Arrays.copyOfRange(pending, end, pending.length);
        transcript.writeBytes(whole);
        return new Message(whole[0] & 0xff, Arrays.copyOfRange(whole, HEADER, end));
    }

    private int length() {
        return (pending[1] & 0xff) << 16 | (pending[2] & 0xff) << 8 | pending[3] & 0xff;
    }

    /** All messages of both sides so far. */
    byte[] said() {
        return transcript.toByteArray();
    }

    /** Puts a hash in the place of what was said, as a retry demands (RFC 8446 section 4.4.1), and repeats what came after. */
    void replaceSaid(byte[] start, byte[] after) {
        transcript.reset();
        transcript.writeBytes(start);
        transcript.writeBytes(after);
    }

    static ProbeException unexpected(Message message, String wanted) {
        return new ProbeException(Kind.MALFORMED, "The server sent " + message.name() + " where " + wanted + " belongs");
    }
}
