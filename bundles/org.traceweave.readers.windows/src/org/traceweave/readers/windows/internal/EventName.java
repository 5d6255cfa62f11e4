package org.traceweave.readers.windows.internal;

import java.nio.charset.StandardCharsets;

/** The name of an element, an attribute or a value of events, with what it may mean. One object for each distinct name. */
public final class EventName {

    private final String text;
    private final byte[] utf8;
    private final boolean wellFormed;
    private final EventWord word;
    private final FieldRole dataRole;

    EventName(String text) {
        this.text = text;
        utf8 = text.getBytes(StandardCharsets.UTF_8);
        wellFormed = isWellFormed(text);
        word = EventWord.of(text);
        dataRole = FieldRole.ofData(text);
    }

    public String text() {
        return text;
    }

    public byte[] utf8() {
        return utf8;
    }

    /** Whether it could be a name in XML; what is not came from overwritten bytes. */
    public boolean isWellFormed() {
        return wellFormed;
    }

    EventWord word() {
        return word;
    }

    /** What a value under this name tells, where it is one of EventData's or UserData's. */
    FieldRole dataRole() {
        return dataRole;
    }

    private static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = Character.isLetter(c) || c == '_' || c == ':';
            boolean later = Character.isDigit(c) || c == '-' || c == '.' || c == 0xB7;
            if (!letter && (i == 0 || !later)) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
