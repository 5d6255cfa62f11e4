package org.traceweave.readers;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Searches bytes eight at a time. Bounds are {@code from} inclusive, {@code to} exclusive. */
public final class ByteSearch {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private ByteSearch() {
    }

    /** Where the byte stands first; {@code to} if it does not. */
    public static int indexOf(byte[] bytes, int from, int to, byte wanted) {
        long pattern = ONES * (wanted & 0xffL);
        int at = from;
        for (int last = to - 8; at <= last; at += 8) {
            long word = (long) LONGS.get(bytes, at) ^ pattern;
            // the lowest high bit set marks the first equal byte; bits above it may be wrong, which does not matter
            long hit = word - ONES & ~word & HIGH_BITS;
            if (hit != 0) {
                return at + (Long.numberOfTrailingZeros(hit) >>> 3);
            }
        }
        while (at < to && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    /** Where the bytes of {@code wanted} stand first; {@code to} if they do not. */
    public static int indexOf(byte[] bytes, int from, int to, byte[] wanted) {
        int last = to - wanted.length;
        int at = from;
        while (at <= last) {
            at = indexOf(bytes, at, last + 1, wanted[0]);
            if (at > last) {
                break;
            }
            if (startsWith(bytes, at, to, wanted)) {
                return at;
            }
            at++;
        }
        return to;
    }

    public static boolean startsWith(byte[] bytes, int at, int to, byte[] wanted) {
        if (to - at < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code wanted}, given in lower-case ASCII, stands at {@code at} in any case. */
    public static boolean startsWithIgnoreCase(byte[] bytes, int at, int to, byte[] wanted) {
        if (to - at < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            int b = bytes[at + i];
            if (b != wanted[i] && (b < 'A' || b > 'Z' || (b | 0x20) != wanted[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether no byte has its high bit set. */
    public static boolean isAscii(byte[] bytes, int from, int to) {
        long seen = 0;
        int at = from;
        for (int last = to - 8; at <= last; at += 8) {
            seen |= (long) LONGS.get(bytes, at);
        }
        for (; at < to; at++) {
            seen |= bytes[at];
        }
        return (seen & HIGH_BITS) == 0;
    }
}
