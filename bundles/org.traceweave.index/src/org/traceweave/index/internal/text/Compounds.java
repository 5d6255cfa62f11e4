package org.traceweave.index.internal.text;

/** Tells what words that are joined by dots, hyphens, underscores or an at sign are together. */
final class Compounds {

    private static final int DIGITS = 1 << Chars.DIGIT;
    private static final int LETTERS = 1 << Chars.LETTER | 1 << Chars.HEX_LETTER;
    /** From here on hex is a thumbprint or a Call-ID. */
    private static final int LONG_HEX = 32;

    private static final int[] GUID = {8, 4, 4, 4, 12};

    private Compounds() {
    }

    static TermKind kind(byte[] bytes, int[] starts, int[] ends, int[] classes, int count, int joints) {
        if ((joints & 1 << Chars.AT) != 0) {
            return TermKind.ADDRESS;
        }
        int all = 0;
        for (int p = 0; p < count; p++) {
            all |= classes[p];
        }
        if (all == DIGITS) {
            return joints == 1 << Chars.DOT && isAddress(starts, ends, count) ? TermKind.IP : TermKind.NUMBERS;
        }
        if (joints == 1 << Chars.HYPHEN) {
            return isGuid(starts, ends, classes, count) ? TermKind.GUID : isOpaque(bytes, starts, ends, classes, count) ? TermKind.OPAQUE : TermKind.HYPHENATED;
        }
        if (isOpaque(bytes, starts, ends, classes, count) || isProcessAndThread(starts, ends, count, all, joints)) {
            return TermKind.OPAQUE;
        }
        if ((joints & 1 << Chars.DOT) != 0) {
            return TermKind.DOTTED;
        }
        return isLabel(bytes, starts[0], ends[0]) ? TermKind.LABEL : TermKind.NAME;
    }

    /** {@code 0F98.1B0C}, as server traces write them; both are fields of their own. */
    private static boolean isProcessAndThread(int[] starts, int[] ends, int count, int all, int joints) {
        return count == 2 && joints == 1 << Chars.DOT && (all & 1 << Chars.LETTER) == 0 && ends[0] - starts[0] == 4 && ends[1] - starts[1] == 4;
    }

    /** {@code TL_...} or {@code TF_...}. */
    private static boolean isLabel(byte[] bytes, int start, int end) {
        return end - start == 2 && bytes[start] == 't' && (bytes[start + 1] == 'l' || bytes[start + 1] == 'f');
    }

    private static boolean isAddress(int[] starts, int[] ends, int count) {
        if (count != 4) {
            return false;
        }
        for (int p = 0; p < count; p++) {
            if (ends[p] - starts[p] > 3) {
                return false;
            }
        }
        return true;
    }

    private static boolean isGuid(int[] starts, int[] ends, int[] classes, int count) {
        if (count != GUID.length) {
            return false;
        }
        for (int p = 0; p < count; p++) {
            if (ends[p] - starts[p] != GUID[p] || (classes[p] & 1 << Chars.LETTER) != 0) {
                return false;
            }
        }
        return true;
    }

    /** A part of 12 or more characters with letters among at least three digits was made by a machine; long hex means something alone. */
    private static boolean isOpaque(byte[] bytes, int[] starts, int[] ends, int[] classes, int count) {
        for (int p = 0; p < count; p++) {
            int length = ends[p] - starts[p];
            if (length >= LONG_HEX && (classes[p] & 1 << Chars.LETTER) == 0) {
                return false;
            }
            if (length >= 12 && (classes[p] & DIGITS) != 0 && (classes[p] & LETTERS) != 0) {
                int digits = 0;
                for (int i = starts[p]; i < ends[p]; i++) {
                    digits += Chars.isDigit(bytes[i]) ? 1 : 0;
                }
                if (digits >= 3) {
                    return true;
                }
            }
        }
        return false;
    }
}
