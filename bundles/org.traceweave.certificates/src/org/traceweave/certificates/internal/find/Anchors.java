package org.traceweave.certificates.internal.find;

/**
 * The few characters by which DER and TLS records show in text. A SEQUENCE with a length of two octets, {@code 30 82}, is
 * {@code MII} in aligned base64, and {@code CC} or {@code wg} with neighbours when one or two bytes stand before it in its group of three.
 */
final class Anchors {

    private Anchors() {
    }

    /** {@code MII} to {@code MIL} (30 82), {@code MIG}, {@code MIH} (30 81), {@code MIA} (30 80), {@code MIM} (30 83). */
    static boolean base64Der(byte[] text, int at) {
        if (at + 4 > text.length || text[at] != 'M' || text[at + 1] != 'I') {
            return false;
        }
        byte third = text[at + 2];
        return third >= 'G' && third <= 'M' || third == 'A';
    }

    /** One byte before 30 82 or 30 81: {@code [DTjz]C[BC]}. */
    static boolean shiftedByOne(byte[] text, int at) {
        if (at + 4 > text.length || text[at + 1] != 'C' || text[at + 2] != 'C' && text[at + 2] != 'B') {
            return false;
        }
        byte first = text[at];
        return first == 'D' || first == 'T' || first == 'j' || first == 'z';
    }

    /** Two bytes before 30 82 or 30 81: {@code [AEIMQUYcgkosw048]wg[Q-v]}. */
    static boolean shiftedByTwo(byte[] text, int at) {
        if (at + 4 > text.length || text[at + 1] != 'w' || text[at + 2] != 'g') {
            return false;
        }
        byte last = text[at + 3];
        return "AEIMQUYcgkosw048".indexOf(text[at]) >= 0 && (last >= 'g' && last <= 'v' || last >= 'Q' && last <= 'Z' || last >= 'a' && last <= 'f');
    }

    /** A handshake record {@code FgM[ABCD]} or an alert {@code FQM[ABCD]}, SSL 3.0 to TLS 1.2 on the wire. */
    static boolean tls(byte[] text, int at) {
        return at + 4 <= text.length && text[at] == 'F' && (text[at + 1] == 'g' || text[at + 1] == 'Q') && text[at + 2] == 'M'
                && text[at + 3] >= 'A' && text[at + 3] <= 'D';
    }

    /** {@code 30} at {@code at}, then {@code 80} to {@code 83} after at most four characters that stand between hex bytes. */
    static boolean hexDer(byte[] text, int at, int end) {
        int next = at + 2;
        int limit = Math.min(end - 2, at + 6);
        while (next <= limit && between(text[next])) {
            next++;
        }
        if (next <= limit && text[next] == '0' && text[next + 1] == 'x') {
            next += 2;
        }
        return next + 2 <= end && text[next] == '8' && text[next + 1] >= '0' && text[next + 1] <= '3';
    }

    private static boolean between(byte c) {
        return c == ' ' || c == ':' || c == '-' || c == ',' || c == '\\' || c == 'x';
    }
}
