package org.traceweave.readers.windows.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes an event as readable text: a line for each element, with its attributes and its text, indented by depth; a named value of
 * EventData as {@code name: value}. What the record's fields need is noted on the way. Not safe for use by several threads.
 */
public final class EventOutline extends EventSink {

    /** Set aside before the outline for the lines that can only be written when all of it is known. */
    static final int HEADROOM = 4096;

    /** What shorter values cannot be a certificate, and how far into it its beginning is looked for, in hex digits. */
    private static final int SHORTEST_CERTIFICATE = 256;
    private static final int CERTIFICATE_PREFIX = 128;

    private final NamePool names;
    private final EventFacts facts = new EventFacts();
    private @Nullable EventName[] open = new EventName[64];
    private int depth;
    private EventWord section = EventWord.OTHER;
    private @Nullable EventName label;
    private FieldRole role = FieldRole.NONE;
    private int lineStart;
    private int valueStart;
    private int attributeStart;
    private int textStart = -1;
    private boolean attributes;
    private boolean dropped;
    private boolean isData;

    public EventOutline(NamePool names) {
        super(new Utf8Buffer());
        this.names = names;
        clear();
    }

    /** Makes ready for the next event. */
    public void clear() {
        out.size(0);
        out.size(HEADROOM);
        facts.clear();
        depth = 0;
        section = EventWord.OTHER;
        textStart = -1;
    }

    EventFacts facts() {
        return facts;
    }

    @Override
    public void start(EventName name) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
        }
        open[depth] = name;
        EventWord word = name.word();
        if (depth == 1) {
            section = word;
        }
        label = null;
        attributes = false;
        textStart = -1;
        isData = word == EventWord.DATA && section == EventWord.EVENT_DATA;
        lineStart = out.size();
        if (depth > 0 || word != EventWord.EVENT) {
            out.line(Math.max(0, depth - 1));
            if (!isData) {
                out.utf8(name.utf8());
            }
        }
        depth++;
    }

    @Override
    public void attribute(EventName name) {
        attributeStart = out.size();
        EventName element = current();
        role = element == null ? FieldRole.NONE : FieldRole.ofAttribute(element.word(), name.word());
        dropped = name.word() == EventWord.XMLNS || name.text().startsWith("xmlns:");
        if (role != FieldRole.LABEL || !isData) {
            if (isData && !attributes) {
                out.utf8(open[depth - 1] == null ? new byte[0] : open[depth - 1].utf8());
            }
            if (attributes) {
                out.ascii(',');
            }
            out.ascii(' ');
            out.utf8(name.utf8());
            out.ascii(':');
            out.ascii(' ');
        }
        valueStart = out.size();
    }

    @Override
    public void attributeEnd() {
        if (dropped) {
            out.size(attributeStart);
            return;
        }
        attributes = true;
        if (role == FieldRole.LABEL && isData) {
            label = names.utf8(out.bytes(), valueStart, out.size() - valueStart);
            return;
        }
        boolean systemOnly = role.compareTo(FieldRole.THUMBPRINT) < 0;
        if (role != FieldRole.NONE && (!systemOnly || section == EventWord.SYSTEM)) {
            facts.note(role, out, valueStart, out.size());
        }
    }

    @Override
    public void text() {
        if (textStart < 0) {
            EventName element = current();
            if (isData && !attributes && element != null) {
                out.utf8(element.utf8());
            }
            out.ascii(':');
            out.ascii(' ');
            textStart = out.size();
        }
    }

    @Override
    public void textEnd() {
        // The text may go on; it is looked at where its element ends.
    }

    @Override
    public void end() {
        EventName element = current();
        if (element == null) {
            return;
        }
        boolean empty = textStart < 0 || out.size() == textStart;
        if (isData && label == null && empty) {
            facts.position(0, 0);
        }
        if (textStart >= 0 && out.size() == textStart) {
            out.size(textStart - 2);
        } else if (textStart >= 0) {
            note(element, textStart, out.size());
        } else if (section == EventWord.SYSTEM && !attributes && out.size() == lineStart + depth - 1 + element.utf8().length
                && depth == 3) {
            out.size(lineStart);
        } else if (isData && !attributes && out.size() == lineStart + depth - 1) {
            out.utf8(element.utf8());
        }
        textStart = -1;
        isData = false;
        attributes = true;
        depth--;
    }

    private void note(EventName element, int start, int end) {
        switch (section) {
            case SYSTEM -> facts.note(depth == 3 ? FieldRole.ofSystem(element.word()) : FieldRole.NONE, out, start, end);
            case EVENT_DATA, USER_DATA -> {
                EventName name = label != null ? label : element;
                facts.note(name.dataRole(), out, start, end);
                if (label != null || !isData) {
                    facts.value(name, start, end);
                } else {
                    facts.position(start, end);
                }
                if (element.word() == EventWord.COMMON_NAME || element.word() == EventWord.PRINCIPAL_NAME) {
                    facts.note(FieldRole.PERSON, out, start, end);
                }
                if (end - start >= SHORTEST_CERTIFICATE && beginsLikeCertificate(out.bytes(), start)) {
                    facts.certificate();
                }
            }
            case RENDERING_INFO -> facts.note(element.word() == EventWord.MESSAGE ? FieldRole.MESSAGE : FieldRole.NONE, out, start, end);
            default -> { }
        }
    }

    private @Nullable EventName current() {
        return depth > 0 ? open[depth - 1] : null;
    }

    /** Hex digits among the first of which stand those of a DER sequence with a length of two bytes. */
    private static boolean beginsLikeCertificate(byte[] bytes, int start) {
        boolean found = false;
        for (int i = start; i < start + CERTIFICATE_PREFIX; i++) {
            if (Character.digit(bytes[i], 16) < 0) {
                return false;
            }
            found |= (i - start) % 2 == 0 && bytes[i] == '3' && bytes[i + 1] == '0' && bytes[i + 2] == '8' && bytes[i + 3] == '2';
        }
        return found;
    }
}
