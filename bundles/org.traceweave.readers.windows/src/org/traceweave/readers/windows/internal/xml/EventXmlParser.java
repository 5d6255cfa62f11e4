package org.traceweave.readers.windows.internal.xml;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.traceweave.readers.windows.internal.EventName;
import org.traceweave.readers.windows.internal.EventSink;
import org.traceweave.readers.windows.internal.NamePool;
import org.traceweave.readers.windows.internal.Utf8Buffer;

/**
 * Parses one Event element into a sink. Knows no document types and no entities but XML's own five, so nothing outside the bytes is ever
 * read. Namespace prefixes are dropped. Blanks between elements are layout. Not safe for use by several threads.
 */
public final class EventXmlParser {

    private static final int DEEPEST = 64;

    private final NamePool names;
    private final EventSink sink;
    private final Utf8Buffer out;
    private final @Nullable EventName[] open = new EventName[DEEPEST];
    private final boolean[] hasChildren = new boolean[DEEPEST];
    private byte[] bytes = new byte[0];
    private int at;
    private int end;

    public EventXmlParser(NamePool names, EventSink sink) {
        this.names = names;
        this.sink = sink;
        out = sink.out();
    }

    /** Parses UTF-8 that holds one element; null, or what is wrong with it. */
    public @Nullable String parse(byte[] source, int from, int to) {
        bytes = source;
        at = from;
        end = to;
        int depth = 0;
        int textStart = from;
        while (at < end) {
            int tag = next('<', at);
            if (tag < 0) {
                return "its end is missing";
            }
            if (startsWith(tag, "<!--")) {
                at = after(tag, "-->");
                textStart = depth > 0 ? emit(textStart, tag, depth, false) : at;
                textStart = at;
                continue;
            }
            if (startsWith(tag, "<![CDATA[")) {
                int close = after(tag, "]]>");
                if (depth == 0) {
                    return "text outside of it";
                }
                emit(textStart, tag, depth, false);
                sink.text();
                out.utf8(bytes, tag + 9, Math.max(0, close - 3 - tag - 9));
                sink.textEnd();
                at = close;
                textStart = at;
                continue;
            }
            if (tag + 1 < end && bytes[tag + 1] == '?') {
                at = after(tag, "?>");
                textStart = at;
                continue;
            }
            if (tag + 1 < end && bytes[tag + 1] == '!') {
                return "a document type";
            }
            boolean closing = tag + 1 < end && bytes[tag + 1] == '/';
            if (depth > 0) {
                emit(textStart, tag, depth, closing);
            }
            if (closing) {
                at = tag + 2;
                EventName name = name();
                if (depth == 0 || name != open[depth - 1]) {
                    return "an element that is closed by another one's end";
                }
                at = next('>', at) + 1;
                if (at == 0) {
                    return "its end is missing";
                }
                sink.end();
                if (--depth == 0) {
                    return null;
                }
            } else {
                at = tag + 1;
                EventName name = name();
                if (name.text().isEmpty() || depth == DEEPEST) {
                    return depth == DEEPEST ? "elements nested too deep" : "a tag without a name";
                }
                if (depth > 0) {
                    hasChildren[depth - 1] = true;
                }
                open[depth] = name;
                hasChildren[depth] = false;
                depth++;
                sink.start(name);
                int closed = attributes();
                if (closed < 0) {
                    return "a tag that does not end";
                }
                if (closed == 1) {
                    sink.end();
                    if (--depth == 0) {
                        return null;
                    }
                }
            }
            textStart = at;
        }
        return "its end is missing";
    }

    /** Reads attributes up to the end of the tag: 0 where content follows, 1 where the element is empty, -1 where the tag is broken. */
    private int attributes() {
        while (at < end) {
            byte c = bytes[at];
            if (c == '>') {
                at++;
                return 0;
            }
            if (c == '/' && at + 1 < end && bytes[at + 1] == '>') {
                at += 2;
                return 1;
            }
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
                at++;
                continue;
            }
            int nameStart = at;
            while (at < end && bytes[at] != '=' && bytes[at] != '>' && bytes[at] != '<' && bytes[at] > ' ') {
                at++;
            }
            EventName name = names.utf8(bytes, nameStart, at - nameStart);
            blanks();
            if (at >= end || bytes[at] != '=' || name.text().isEmpty()) {
                return -1;
            }
            at++;
            blanks();
            byte quote = at < end ? bytes[at] : 0;
            int close = quote == '"' || quote == '\'' ? next((char) quote, at + 1) : -1;
            if (close < 0) {
                return -1;
            }
            sink.attribute(name);
            decoded(at + 1, close);
            sink.attributeEnd();
            at = close + 1;
        }
        return -1;
    }

    private void blanks() {
        while (at < end && bytes[at] <= ' ' && bytes[at] >= 0) {
            at++;
        }
    }

    /** The name at the reading position, without its prefix. */
    private EventName name() {
        int start = at;
        while (at < end && bytes[at] != '>' && bytes[at] != '/' && bytes[at] != '<' && (bytes[at] > ' ' || bytes[at] < 0)) {
            if (bytes[at] == ':') {
                start = at + 1;
            }
            at++;
        }
        return names.utf8(bytes, start, at - start);
    }

    /** Hands on the text before a tag; blanks only where they are all that their element holds. */
    private int emit(int from, int to, int depth, boolean last) {
        boolean layout = from >= to || isBlank(from, to) && !(last && !hasChildren[depth - 1]);
        if (!layout) {
            sink.text();
            decoded(from, to);
            sink.textEnd();
        }
        return to;
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] > ' ' || bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private void decoded(int from, int to) {
        int start = from;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '&') {
                int semicolon = next(';', i);
                int c = semicolon > 0 && semicolon < to && semicolon - i <= 10 ? reference(i + 1, semicolon) : -1;
                if (c >= 0) {
                    out.utf8(bytes, start, i - start);
                    out.codePoint(c);
                    i = semicolon;
                    start = i + 1;
                }
            }
        }
        out.utf8(bytes, start, to - start);
    }

    /** The character of a reference; -1 where it is none. */
    private int reference(int from, int to) {
        String name = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        if (name.startsWith("#")) {
            boolean hex = name.startsWith("#x") || name.startsWith("#X");
            try {
                int c = hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
                return Character.isValidCodePoint(c) ? c : 0xFFFD;
            } catch (NumberFormatException notANumber) {
                return -1;
            }
        }
        return switch (name) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> -1;
        };
    }

    private int next(char wanted, int from) {
        for (int i = from; i < end; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private boolean startsWith(int from, String text) {
        if (end - from < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The position after the next occurrence of a text; the end where there is none. */
    private int after(int from, String text) {
        for (int i = from; i <= end - text.length(); i++) {
            if (bytes[i] == text.charAt(0) && startsWith(i, text)) {
                return i + text.length();
            }
        }
        return end;
    }
}
