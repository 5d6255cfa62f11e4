package org.traceweave.index.internal.text;

import java.util.Arrays;

/**
 * Finds the terms of a log text: words, and the compounds that engineers search for as a whole. A compound is written out as one term,
 * and its parts follow as terms of their own, the first at the compound's position, so that phrases of parts and phrases around
 * compounds both work:
 *
 * <pre>
 * sip:alice@contoso.com;gruu   sip@0  alice@contoso.com@1  alice@1  contoso@2  com@3  gruu@4
 * 10.0.0.9:50123               10.0.0.9:50123@0  10.0.0.9@0  50123@1
 * 0x80090325                   80090325@0
 * {12345678-9abc-...-cdef01}   the GUID@0  its last part@0
 * </pre>
 *
 * Everything is lower case. Long base64 and hex (certificates, security tokens) is cut to its first characters; a text that lost
 * something in this way is {@link #isCut}. Terms are slices of {@link #bytes}, valid until the next {@link #scan}. Not safe for use by
 * several threads.
 */
public final class TermScanner {

    /** The longest term, in bytes; what is longer is cut. */
    public static final int MAX_TERM = 128;

    /** So much of a hash tells it from all others; the rest of a thumbprint or a signature is not written. */
    public static final int MAX_HEX = 32;

    /** What of a long run of base64 or hex becomes a term. */
    static final int BLOB_TERM = 32;

    /** Bytes of a text that are looked at: enough for any message, not for a dump pasted into one. */
    static final int MAX_TEXT = 256 * 1024;

    private static final int MAX_PARTS = 64;

    private final LowerCase lower = new LowerCase();
    private final int[] partStarts = new int[MAX_PARTS];
    private final int[] partEnds = new int[MAX_PARTS];
    private final int[] partClasses = new int[MAX_PARTS];
    private int[] starts = new int[512];
    private int[] ends = new int[512];
    private byte[] increments = new byte[512];
    private TermKind[] kinds = new TermKind[512];
    private byte[] bytes = lower.bytes;
    private int end;
    private int size;
    private boolean cut;

    /** Finds the terms of a text in UTF-8. */
    public void scan(byte[] text, int start, int length) {
        size = 0;
        cut = length > MAX_TEXT;
        lower.set(text, start, Math.min(length, MAX_TEXT));
        bytes = lower.bytes;
        end = lower.length;
        int i = 0;
        while (i < end) {
            int type = Chars.type(bytes[i]);
            if (Chars.isWord(type)) {
                i = type == Chars.DIGIT ? number(i) : run(i);
            } else if (bytes[i] == '$' && i + 1 < end && bytes[i + 1] == '$') {
                i = marker(i);
            } else {
                i++;
            }
        }
    }

    /** How many terms there are. */
    public int size() {
        return size;
    }

    /** The array that holds the terms. */
    public byte[] bytes() {
        return bytes;
    }

    public int start(int term) {
        return starts[term];
    }

    public int end(int term) {
        return ends[term];
    }

    /** How far the term stands behind the one before it: 0 for the first part of a compound, else 1. */
    public int increment(int term) {
        return increments[term];
    }

    public TermKind kind(int term) {
        return kinds[term];
    }

    /** Whether parts of the text have no term. */
    public boolean isCut() {
        return cut;
    }

    /** The length of the lower-cased text. */
    int textLength() {
        return end;
    }

    /** {@code $$begin_record} and its like delimit records and are no words. */
    private int marker(int at) {
        int i = at + 2;
        while (i < end && (Chars.isWord(Chars.type(bytes[i])) || bytes[i] == '_')) {
            i++;
        }
        return i;
    }

    private int number(int at) {
        int next = Timestamps.skip(this, bytes, at, end);
        return next > at ? next : run(at);
    }

    /** Words joined by single joints, from the first to the end of the last. */
    private int run(int at) {
        int count = 0;
        int joints = 0;
        int i = at;
        while (true) {
            int classes = 0;
            int partStart = i;
            int type = Chars.SEPARATOR;
            while (i < end && Chars.isWord(type = Chars.type(bytes[i]))) {
                classes |= 1 << type;
                i++;
                type = Chars.SEPARATOR;
            }
            if (i - partStart > 64 || type == Chars.BASE64 && i > partStart) {
                int blobEnd = Blobs.end(bytes, partStart, end);
                if (blobEnd > 0) {
                    emit(at, count, joints);
                    return blob(partStart, blobEnd);
                }
            }
            partStarts[count] = partStart;
            partEnds[count] = i;
            partClasses[count++] = classes;
            if (!Chars.isJoint(type) || count == MAX_PARTS || i + 1 >= end || !Chars.isWord(Chars.type(bytes[i + 1]))
                    || type == Chars.AT && (joints & 1 << Chars.AT) != 0) {
                break;
            }
            joints |= 1 << type;
            i++;
        }
        if (count == 1 && i + 1 < end && bytes[i] == ':') {
            int next = afterColon(at, i);
            if (next > at) {
                return next;
            }
        }
        return emit(at, count, joints);
    }

    /** What a word and a colon can begin: an IPv6 address, or the address of a namespace; {@code at} if neither. */
    private int afterColon(int at, int colon) {
        if (colon - at <= 4 && (partClasses[0] & 1 << Chars.LETTER) == 0) {
            int next = Addresses.version6(bytes, at, end);
            if (next > at) {
                add(TermKind.IP, at, next, 1);
            }
            return next;
        }
        int next = Namespaces.end(bytes, at, colon, end);
        if (next > at) {
            add(TermKind.NAMESPACE, at, next, 1);
        }
        return next;
    }

    private int blob(int from, int to) {
        cut = true;
        add(TermKind.BLOB, from, Math.min(to, from + BLOB_TERM), 1);
        return Blobs.afterLines(bytes, from, to, end);
    }

    private int emit(int at, int count, int joints) {
        if (count == 0) {
            return at;
        }
        int last = partEnds[count - 1];
        if (count == 1) {
            word(at, last);
            return last;
        }
        TermKind kind = Compounds.kind(bytes, partStarts, partEnds, partClasses, count, joints);
        if (kind == TermKind.IP) {
            return address(at, last);
        }
        if (kind == TermKind.GUID) {
            add(kind, at, last, 1);
            add(TermKind.PART, partStarts[count - 1], last, 0);
            return last;
        }
        int increment = 1;
        if (kind.whole()) {
            add(kind, at, last, 1);
            increment = 0;
        }
        if (kind.parts()) {
            for (int p = 0; p < count; p++) {
                add(TermKind.PART, partStarts[p], partEnds[p], increment);
                increment = 1;
            }
        }
        return last;
    }

    private void word(int from, int to) {
        boolean code = to - from > 2 && bytes[from] == '0' && bytes[from + 1] == 'x' && Chars.isHex(bytes, from + 2, to);
        add(code ? TermKind.CODE : TermKind.WORD, code ? from + 2 : from, to, 1);
    }

    private int address(int at, int last) {
        int port = Addresses.port(bytes, last, end);
        if (port == last) {
            add(TermKind.IP, at, last, 1);
            return last;
        }
        add(TermKind.IP_PORT, at, port, 1);
        add(TermKind.PART, at, last, 0);
        add(TermKind.PART, last + 1, port, 1);
        return port;
    }

    void add(TermKind kind, int from, int to, int increment) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            increments = Arrays.copyOf(increments, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
        }
        int stop = to;
        if (to - from > MAX_HEX && (kind == TermKind.WORD || kind == TermKind.PART) && Chars.isHex(bytes, from, to)) {
            stop = from + MAX_HEX;
        } else if (to - from > MAX_TERM) {
            stop = from + MAX_TERM;
            cut = true;
        }
        starts[size] = from;
        ends[size] = stop;
        kinds[size] = kind;
        increments[size++] = (byte) increment;
    }
}
