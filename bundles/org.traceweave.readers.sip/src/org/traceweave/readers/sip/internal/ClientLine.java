package org.traceweave.readers.sip.internal;

import static org.traceweave.readers.sip.internal.Chars.isDigit;
import static org.traceweave.readers.sip.internal.Chars.isHex;

import org.jspecify.annotations.Nullable;
import org.traceweave.model.Level;
import org.traceweave.readers.ByteSearch;

/**
 * The prefix of a client trace line, {@code 04/16/2013|03:17:30.168 1F68:C14 INFO  :: text}, taken apart by hand, and what its text
 * is. All positions count from the beginning of the line. Reused.
 */
final class ClientLine {

    /** What a line is to a message. */
    enum Part {
        /** {@code Sending Packet - peer (From Local Address: local) n bytes}, or {@code Data Received -peer ...}. */
        PACKET,
        /** A SIP start line. */
        START,
        /** {@code End of Sending Packet - ...}. */
        END,
        /** Anything else. */
        OTHER
    }

    static final byte[] SENDING = Chars.ascii("Sending Packet -");
    static final byte[] RECEIVED = Chars.ascii("Data Received -");
    static final byte[] END_OF = Chars.ascii("End of ");
    private static final byte[] SIP_VERSION = Chars.ascii("SIP/2.0 ");
    private static final byte[] VERSION_AT_END = Chars.ascii(" SIP/2.0");

    boolean valid;
    int lineStart;
    long time;
    int dateTo;
    int process;
    int thread;
    @Nullable Level level;
    int text;
    Part part = Part.OTHER;

    private byte[] b = new byte[0];
    private int at;
    private int to;

    /** Takes the line at {@code from} apart. @return whether it has the prefix */
    boolean read(byte[] bytes, int from, int limit, TraceTime clock) {
        b = bytes;
        at = from;
        to = limit;
        valid = false;
        if (from + 3 <= limit && b[from] == (byte) 0xef && b[from + 1] == (byte) 0xbb && b[from + 2] == (byte) 0xbf) {
            at += 3;
        }
        lineStart = at - from;
        int date = at;
        if (!digits(1, 4) || !mark('/', '.', '-') || !digits(1, 2) || !mark('/', '.', '-') || !digits(2, 4)) {
            return false;
        }
        int dateEnd = at;
        if (!mark('|', '|', '|')) {
            return false;
        }
        int clockStart = at;
        if (!digits(1, 2) || !mark(':', ':', ':') || !digits(2, 2) || !mark(':', ':', ':') || !digits(2, 2) || !mark('.', ',', ':')
                || !digits(3, 7)) {
            return false;
        }
        time = clock.read(b, date, dateEnd, clockStart, at);
        dateTo = dateEnd - from;
        if (!blanks(1) || !ids() || !blanks(1) || !level() || !blanks(0) || !mark(':', ':', ':') || !mark(':', ':', ':')) {
            return false;
        }
        if (at < to && b[at] == ' ') {
            at++;
        }
        text = at - from;
        part = part();
        valid = true;
        return true;
    }

    private boolean ids() {
        process = hex();
        if (process < 0 || !mark(':', '.', ':')) {
            return false;
        }
        thread = hex();
        return thread >= 0;
    }

    private boolean level() {
        int from = at;
        while (at < to && b[at] >= 'A' && b[at] <= 'Z') {
            at++;
        }
        level = from == at ? null : switch (b[from]) {
            case 'F' -> Level.FATAL;
            case 'E' -> Level.ERROR;
            case 'W' -> Level.WARNING;
            case 'T', 'V' -> Level.VERBOSE;
            case 'D', 'N' -> Level.DEBUG;
            default -> Level.INFO;
        };
        return at > from;
    }

    private Part part() {
        if (ByteSearch.startsWith(b, at, to, SENDING) || ByteSearch.startsWith(b, at, to, RECEIVED)) {
            return Part.PACKET;
        }
        if (ByteSearch.startsWith(b, at, to, END_OF)) {
            int next = at + END_OF.length;
            return ByteSearch.startsWith(b, next, to, SENDING) || ByteSearch.startsWith(b, next, to, RECEIVED) ? Part.END : Part.OTHER;
        }
        return isStartLine() ? Part.START : Part.OTHER;
    }

    private boolean isStartLine() {
        if (ByteSearch.startsWith(b, at, to, SIP_VERSION)) {
            return true;
        }
        int word = at;
        while (word < to && b[word] >= 'A' && b[word] <= 'Z') {
            word++;
        }
        if (word == at || word >= to || b[word] != ' ') {
            return false;
        }
        int end = ByteSearch.indexOf(b, word, to, (byte) '\n');
        if (end > word && b[end - 1] == '\r') {
            end--;
        }
        return end - word > VERSION_AT_END.length && ByteSearch.startsWith(b, end - VERSION_AT_END.length, end, VERSION_AT_END);
    }

    private boolean mark(char one, char two, char three) {
        if (at < to && (b[at] == one || b[at] == two || b[at] == three)) {
            at++;
            return true;
        }
        return false;
    }

    private boolean blanks(int least) {
        int from = at;
        while (at < to && (b[at] == ' ' || b[at] == '\t')) {
            at++;
        }
        return at - from >= least;
    }

    private boolean digits(int least, int most) {
        int from = at;
        while (at < to && at - from < most && isDigit(b[at])) {
            at++;
        }
        return at - from >= least;
    }

    /** The value of up to 7 hex digits here; -1 if there are none. */
    private int hex() {
        int from = at;
        int value = 0;
        while (at < to && at - from < 7 && isHex(b[at])) {
            value = value << 4 | Character.digit(b[at++], 16);
        }
        return at > from ? value : -1;
    }
}
