package org.traceweave.readers.windows.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What was noticed while an event was written out: stretches of its text by what they tell. Reused from one event to the next; not safe
 * for use by several threads.
 */
final class EventFacts {

    private static final int ROLES = FieldRole.values().length;
    /** More values of one event than these are found by their text alone. */
    private static final int MOST_VALUES = 96;
    private static final int MOST_REPEATS = 256;
    /** More values without a name than these have no position that means anything. */
    private static final int MOST_POSITIONS = 12;

    private final int[] from = new int[ROLES];
    private final int[] to = new int[ROLES];
    private final FieldRole[] repeatRoles = new FieldRole[MOST_REPEATS];
    private final int[] repeatFrom = new int[MOST_REPEATS];
    private final int[] repeatTo = new int[MOST_REPEATS];
    private int repeats;
    private final @Nullable EventName[] valueNames = new EventName[MOST_VALUES];
    private final int[] valueFrom = new int[MOST_VALUES];
    private final int[] valueTo = new int[MOST_VALUES];
    private int values;
    private final int[] positionFrom = new int[MOST_POSITIONS];
    private final int[] positionTo = new int[MOST_POSITIONS];
    private int positions;
    private long trustErrors;
    private boolean certificate;

    void clear() {
        Arrays.fill(to, -1);
        repeats = 0;
        values = 0;
        positions = 0;
        trustErrors = 0;
        certificate = false;
    }

    /** Notes a stretch of text; roles that occur several times keep them all, the others the first. */
    void note(FieldRole role, Utf8Buffer text, int start, int end) {
        switch (role) {
            case NONE, LABEL -> { }
            case ERROR_STATUS -> trustErrors |= hex(text.bytes(), start, end);
            case THUMBPRINT, SUBJECT, TARGET, CHAIN, HEX_CODE, CODE, PERSON -> {
                if (repeats < MOST_REPEATS) {
                    repeatRoles[repeats] = role;
                    repeatFrom[repeats] = start;
                    repeatTo[repeats++] = end;
                }
            }
            default -> {
                if (to[role.ordinal()] < 0) {
                    from[role.ordinal()] = start;
                    to[role.ordinal()] = end;
                }
            }
        }
    }

    void value(EventName name, int start, int end) {
        if (values < MOST_VALUES) {
            valueNames[values] = name;
            valueFrom[values] = start;
            valueTo[values++] = end;
        }
    }

    /** Notes a value that has no name. */
    void position(int start, int end) {
        if (positions < MOST_POSITIONS) {
            positionFrom[positions] = start;
            positionTo[positions++] = end;
        }
    }

    int positions() {
        return positions;
    }

    int positionFrom(int index) {
        return positionFrom[index];
    }

    int positionTo(int index) {
        return positionTo[index];
    }

    void certificate() {
        certificate = true;
    }

    boolean hasCertificate() {
        return certificate;
    }

    long trustErrors() {
        return trustErrors;
    }

    boolean has(FieldRole role) {
        return to[role.ordinal()] > from[role.ordinal()];
    }

    int from(FieldRole role) {
        return from[role.ordinal()];
    }

    int to(FieldRole role) {
        return Math.max(from[role.ordinal()], to[role.ordinal()]);
    }

    int repeats() {
        return repeats;
    }

    FieldRole repeatRole(int index) {
        return repeatRoles[index];
    }

    int repeatFrom(int index) {
        return repeatFrom[index];
    }

    int repeatTo(int index) {
        return repeatTo[index];
    }

    /** The value of that name, null where there is none. */
    @Nullable String value(String name, Utf8Buffer text) {
        for (int i = 0; i < values; i++) {
            EventName candidate = valueNames[i];
            if (candidate != null && candidate.text().equalsIgnoreCase(name) && valueTo[i] > valueFrom[i]) {
                return text.text(valueFrom[i], valueTo[i]);
            }
        }
        return null;
    }

    /** Hex digits, with or without prefix; 0 where they are none. */
    static long hex(byte[] bytes, int start, int end) {
        long value = 0;
        int first = end - start > 2 && bytes[start] == '0' && (bytes[start + 1] | 0x20) == 'x' ? start + 2 : start;
        for (int i = first; i < end; i++) {
            int digit = Character.digit(bytes[i], 16);
            if (digit < 0 || end - first > 16) {
                return 0;
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
