package org.traceweave.readers.windows.internal;

import org.traceweave.readers.windows.EventAttribute;
import org.traceweave.readers.windows.EventElement;

/** Writes an event's tree as XML, two spaces a level. Characters that XML does not allow become U+FFFD. */
public final class EventXmlWriter {

    private static final String NAMESPACE = "http://schemas.microsoft.com/win/2004/08/events/event";

    private final StringBuilder out = new StringBuilder();

    private EventXmlWriter() {
    }

    public static String write(EventElement root) {
        EventXmlWriter writer = new EventXmlWriter();
        writer.element(root, 0);
        return writer.out.toString();
    }

    private void element(EventElement element, int depth) {
        out.repeat("  ", depth).append('<').append(element.name());
        if (depth == 0 && element.attribute("xmlns").isEmpty()) {
            out.append(" xmlns=\"").append(NAMESPACE).append('"');
        }
        for (EventAttribute attribute : element.attributes()) {
            out.append(' ').append(attribute.name()).append("=\"");
            escaped(attribute.value(), true);
            out.append('"');
        }
        if (element.children().isEmpty() && element.text().isEmpty()) {
            out.append("/>\n");
            return;
        }
        out.append('>');
        escaped(element.text(), false);
        if (!element.children().isEmpty()) {
            out.append('\n');
            for (EventElement child : element.children()) {
                element(child, depth + 1);
            }
            out.repeat("  ", depth);
        }
        out.append("</").append(element.name()).append(">\n");
    }

    private void escaped(String text, boolean inAttribute) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append(inAttribute ? "&quot;" : "\"");
                case '\n' -> out.append(inAttribute ? "&#10;" : "\n");
                case '\r' -> out.append("&#13;");
                case '\t' -> out.append(inAttribute ? "&#9;" : "\t");
                default -> out.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        }
    }

    private static boolean isAllowed(int c) {
        return c >= 0x20 && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c > 0xFFFF;
    }
}
