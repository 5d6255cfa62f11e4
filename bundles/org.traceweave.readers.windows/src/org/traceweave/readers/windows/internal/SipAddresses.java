package org.traceweave.readers.windows.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.traceweave.model.RecordField;

/** Finds {@code sip:} addresses in an event's text. */
final class SipAddresses {

    private static final int LONGEST = 320;
    /** The scheme, and a character. */
    private static final int SHORTEST = 5;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private SipAddresses() {
    }

    static void add(byte[] text, int from, int to, FieldValues values) {
        int at = from + SHORTEST;
        while (at < to - 1) {
            if (at + 8 <= to && !hasAt((long) LONG.get(text, at))) {
                at += 8;
                continue;
            }
            for (int end = Math.min(at + 8, to - 1); at < end; at++) {
                if (text[at] == '@') {
                    address(text, from, at, to, values);
                }
            }
        }
    }

    /** Whether one of eight characters is an at sign. */
    private static boolean hasAt(long eight) {
        long zeroed = eight ^ '@' * ONES;
        return (zeroed - ONES & ~zeroed & HIGHS) != 0;
    }

    private static void address(byte[] text, int from, int at, int to, FieldValues values) {
        int start = at;
        while (start > from && at - start < LONGEST && isPart(text[start - 1])) {
            start--;
        }
        int end = at + 1;
        while (end < to && end - at < LONGEST && (isPart(text[end]) && text[end] != '+')) {
            end++;
        }
        while (end > at && text[end - 1] == '.') {
            end--;
        }
        boolean sip = start - from >= 4 && text[start - 1] == ':' && (text[start - 2] | 0x20) == 'p' && (text[start - 3] | 0x20) == 'i'
                && (text[start - 4] | 0x20) == 's';
        if (sip && start < at && end > at + 1) {
            String identity = UserNames.identity(new String(text, start, end - start, StandardCharsets.UTF_8), null);
            if (identity != null) {
                values.add(RecordField.USER, identity);
            }
        }
    }

    private static boolean isPart(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '.' || b == '-' || b == '_' || b == '+'
                || b == '\'' || b == '=' || b == '%' || b == '&' || b < 0;
    }
}
