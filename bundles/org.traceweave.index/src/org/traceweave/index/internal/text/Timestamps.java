package org.traceweave.index.internal.text;

/**
 * Points in time as logs write them. Day and time of day become terms; fractions of a second and the sequence numbers that follow them
 * do not, since they differ in every record and the record's time says it better.
 */
final class Timestamps {

    private Timestamps() {
    }

    /** Adds the terms of the timestamp at {@code at} and answers its end; {@code at} if there is none. */
    static int skip(TermScanner terms, byte[] bytes, int at, int end) {
        if (at + 8 > end) {
            return at;
        }
        if (bytes[at + 2] == ':') {
            return clock(terms, bytes, at, end);
        }
        boolean day = bytes[at + 2] == '/' && isDay(bytes, at, 2, 2, 4, end) || bytes[at + 4] == '-' && isDay(bytes, at, 4, 2, 2, end);
        if (!day) {
            return at;
        }
        int i = at + 10;
        if (i < end && Chars.isDigit(bytes[i])) {
            return at;
        }
        boolean joined = i < end && (bytes[i] == '-' || bytes[i] == 't' || bytes[i] == '|' || bytes[i] == ' ');
        if (i < end && Chars.isWord(Chars.type(bytes[i])) && !joined) {
            return at;
        }
        if (!joined || !isClock(bytes, i + 1, end)) {
            boolean clean = i == end || !Chars.isWord(Chars.type(bytes[i])) && !Chars.isJoint(Chars.type(bytes[i]));
            if (!clean) {
                return at;
            }
            terms.add(TermKind.DAY, at, i, 1);
            return i;
        }
        terms.add(TermKind.DAY, at, i, 1);
        return clock(terms, bytes, i + 1, end);
    }

    private static int clock(TermScanner terms, byte[] bytes, int at, int end) {
        if (!isClock(bytes, at, end)) {
            return at;
        }
        int i = at + 8;
        terms.add(TermKind.CLOCK, at, i, 1);
        while (i + 1 < end && (bytes[i] == '.' || bytes[i] == ',') && Chars.isHex(bytes[i + 1])) {
            i++;
            while (i < end && Chars.isHex(bytes[i])) {
                i++;
            }
        }
        return i < end && bytes[i] == 'z' ? i + 1 : i;
    }

    private static boolean isClock(byte[] bytes, int at, int end) {
        return at + 8 <= end && Chars.areDigits(bytes, at, 2, end) && bytes[at + 2] == ':' && Chars.areDigits(bytes, at + 3, 2, end)
                && bytes[at + 5] == ':' && Chars.areDigits(bytes, at + 6, 2, end)
                && (at + 8 == end || !Chars.isWord(Chars.type(bytes[at + 8])) && bytes[at + 8] != ':' || bytes[at + 8] == 'z');
    }

    private static boolean isDay(byte[] bytes, int at, int first, int second, int third, int end) {
        int length = first + second + third + 2;
        if (at + length > end) {
            return false;
        }
        byte mark = bytes[at + first];
        return Chars.areDigits(bytes, at, first, end) && Chars.areDigits(bytes, at + first + 1, second, end) && bytes[at + first + 1 + second] == mark
                && Chars.areDigits(bytes, at + first + second + 2, third, end);
    }
}
