package org.traceweave.samples;

import java.util.List;
import java.util.Map;

/**
 * Writes events as XML text: as Event Viewer saves them, and as {@code wevtutil qe /f:XML} prints them. Shapes: reference "Windows
 * events", section C.
 */
public final class EventXmlWriter {

    private static final String NAMESPACE = "http://schemas.microsoft.com/win/2004/08/events/event";

    private EventXmlWriter() {
    }

    /** Event Viewer's "Save as XML": declaration, one root, message texts rendered, all on one line. */
    public static String eventViewer(List<WindowsEvent> events) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\r\n<Events>");
        long record = 1;
        for (WindowsEvent event : events) {
            event(out, event, record++, true);
        }
        return out.append("</Events>").toString();
    }

    /** {@code wevtutil qe LOG /f:XML}: one element after the other, without a root and without a declaration. */
    public static String wevtutil(List<WindowsEvent> events) {
        StringBuilder out = new StringBuilder();
        long record = 1;
        for (WindowsEvent event : events) {
            event(out, event, record++, false);
            out.append("\r\n");
        }
        return out.toString();
    }

    private static void event(StringBuilder out, WindowsEvent event, long record, boolean rendered) {
        out.append("<Event xmlns='").append(NAMESPACE).append("'><System><Provider Name='").append(escape(event.provider())).append('\'');
        event.providerGuid().ifPresent(guid -> out.append(" Guid='").append(guid).append('\''));
        out.append("/><EventID");
        event.qualifiers().ifPresent(q -> out.append(" Qualifiers='").append(q).append('\''));
        out.append('>').append(event.eventId()).append("</EventID><Version>").append(event.version()).append("</Version><Level>")
                .append(event.level()).append("</Level><Task>").append(event.task()).append("</Task><Opcode>").append(event.opcode())
                .append("</Opcode><Keywords>0x").append(Long.toHexString(event.keywords())).append("</Keywords><TimeCreated SystemTime='")
                .append(EventValue.fileTime(event.time()).rendered().replace("Z", "00Z")).append("'/><EventRecordID>").append(record)
                .append("</EventRecordID><Correlation");
        event.activityId().ifPresent(id -> out.append(" ActivityID='").append(id).append('\''));
        out.append("/><Execution ProcessID='").append(event.processId()).append("' ThreadID='").append(event.threadId())
                .append("'/><Channel>").append(escape(event.channel())).append("</Channel><Computer>").append(escape(event.computer()))
                .append("</Computer><Security");
        event.userSid().ifPresent(sid -> out.append(" UserID='").append(sid).append('\''));
        out.append("/></System>");
        payload(out, event.payload());
        if (rendered) {
            rendering(out, event);
        }
        out.append("</Event>");
    }

    private static void payload(StringBuilder out, WindowsEvent.Payload payload) {
        switch (payload) {
            case WindowsEvent.Named named -> {
                out.append("<EventData>");
                named.values().forEach(value -> out.append("<Data Name='").append(escape(value.getKey())).append("'>")
                        .append(escape(value.getValue().rendered())).append("</Data>"));
                out.append("</EventData>");
            }
            case WindowsEvent.Unnamed unnamed -> {
                out.append("<EventData>");
                unnamed.texts().forEach(text -> out.append("<Data>").append(escape(text)).append("</Data>"));
                unnamed.binary().ifPresent(bytes -> out.append("<Binary>").append(EventValue.binary(bytes).rendered()).append("</Binary>"));
                out.append("</EventData>");
            }
            case WindowsEvent.FreeForm freeForm -> {
                out.append("<UserData>");
                tree(out, freeForm.root());
                out.append("</UserData>");
            }
        }
    }

    private static void tree(StringBuilder out, EventElement element) {
        out.append('<').append(element.name());
        for (Map.Entry<String, String> attribute : element.attributes()) {
            out.append(' ').append(attribute.getKey()).append("='").append(escape(attribute.getValue())).append('\'');
        }
        if (element.children().isEmpty() && element.text().isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>').append(escape(element.text()));
        element.children().forEach(child -> tree(out, child));
        out.append("</").append(element.name()).append('>');
    }

    private static void rendering(StringBuilder out, WindowsEvent event) {
        String level = switch (event.level()) {
            case 1 -> "Critical";
            case 2 -> "Error";
            case 3 -> "Warning";
            default -> "Information";
        };
        out.append("<RenderingInfo Culture='en-US'><Message>").append(escape(event.message().orElse(""))).append("</Message><Level>")
                .append(level).append("</Level><Task></Task><Opcode>Info</Opcode><Channel>").append(escape(event.channel()))
                .append("</Channel><Provider></Provider><Keywords></Keywords></RenderingInfo>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("'", "&apos;").replace("\"", "&quot;");
    }
}
