package org.traceweave.samples.internal.evtx;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.traceweave.samples.ByteText;
import org.traceweave.samples.EventElement;
import org.traceweave.samples.EventValue;
import org.traceweave.samples.WindowsEvent;

/**
 * Writes one event as the BinXML of one record: an instance of the template of its provider, channel and computer with the twenty
 * values that Windows uses, the last of which is a BinXML fragment with the payload. That fragment is an instance of a second template,
 * or, for free-form data such as CAPI2's, plain elements.
 */
public final class EventRecord {

    private static final String NAMESPACE = "http://schemas.microsoft.com/win/2004/08/events/event";
    private static final int TEXT = 0x01;
    private static final int BINARY = 0x0E;
    private static final int FRAGMENT = 0x21;
    private static final int PAYLOAD = 19;

    private final EventChunk chunk;
    private final ByteText out;
    private final WindowsEvent event;

    private EventRecord(EventChunk chunk, WindowsEvent event) {
        this.chunk = chunk;
        this.out = chunk.bytes();
        this.event = event;
    }

    /** Adds the event to the chunk; answers where, or -1 if the chunk is full. */
    public static int add(EventChunk chunk, WindowsEvent event) {
        long ticks = Math.floorDiv(event.time(), 100) + 116_444_736_000_000_000L;
        return chunk.add(ticks, full -> new EventRecord(full, event).write());
    }

    private void write() {
        boolean userData = event.payload() instanceof WindowsEvent.FreeForm;
        BinXml xml = new BinXml(chunk, false);
        xml.fragmentHeader();
        String key = String.join("|", "System", event.provider(), event.providerGuid().orElse(""), event.channel(), event.computer(),
                Boolean.toString(userData), Boolean.toString(event.qualifiers().isPresent()));
        chunk.template(key, guidOf(key), full -> definition(userData));
        List<EventValue> values = systemValues();
        out.u32(PAYLOAD + 1L);
        values.forEach(value -> out.u16(value.bytes().length).octet(value.type()).octet(0));
        int payloadSize = out.size();
        out.u16(0).octet(FRAGMENT).octet(0);
        values.forEach(value -> out.raw(value.bytes()));
        int begun = out.size();
        payload();
        int size = out.size() - begun;
        out.array()[payloadSize] = (byte) size;
        out.array()[payloadSize + 1] = (byte) (size >>> 8);
        xml.endOfFragment();
    }

    private List<EventValue> systemValues() {
        EventValue none = EventValue.none();
        List<EventValue> values = new ArrayList<>();
        values.add(EventValue.u8(event.level()));
        values.add(EventValue.u8(event.opcode()));
        values.add(EventValue.u16(event.task()));
        values.add(EventValue.u16(event.eventId()));
        values.add(event.qualifiers().map(EventValue::u16).orElse(none));
        values.add(EventValue.hex64(event.keywords()));
        values.add(EventValue.fileTime(event.time()));
        values.add(event.activityId().map(EventValue::guid).orElse(none));
        values.add(EventValue.u32(event.processId()));
        values.add(EventValue.u32(event.threadId()));
        values.add(EventValue.u64(chunk.nextRecord()));
        values.add(EventValue.u8(event.version()));
        values.add(event.userSid().map(EventValue::sid).orElse(none));
        while (values.size() < PAYLOAD) {
            values.add(none);
        }
        return values;
    }

    private void definition(boolean userData) {
        BinXml xml = new BinXml(chunk, true);
        xml.fragmentHeader();
        xml.element("Event", BinXml.NO_DEPENDENCY, () -> {
            xml.element("System", BinXml.NO_DEPENDENCY, () -> system(xml));
            if (userData) {
                xml.element("UserData", PAYLOAD, () -> xml.optional(PAYLOAD, FRAGMENT));
            } else {
                xml.optional(PAYLOAD, FRAGMENT);
            }
        }, xml.attribute("xmlns", NAMESPACE));
        xml.endOfFragment();
    }

    private void system(BinXml xml) {
        BinXml.Attribute name = xml.attribute("Name", event.provider());
        event.providerGuid().ifPresentOrElse(guid -> xml.empty("Provider", BinXml.NO_DEPENDENCY, name, xml.attribute("Guid", guid)),
                () -> xml.empty("Provider", BinXml.NO_DEPENDENCY, name));
        xml.element("EventID", 3, () -> xml.optional(3, 0x06), xml.attribute("Qualifiers", 4, 0x06));
        xml.element("Version", 11, () -> xml.optional(11, 0x04));
        xml.element("Level", 0, () -> xml.optional(0, 0x04));
        xml.element("Task", 2, () -> xml.optional(2, 0x06));
        xml.element("Opcode", 1, () -> xml.optional(1, 0x04));
        xml.element("Keywords", 5, () -> xml.optional(5, 0x15));
        xml.empty("TimeCreated", BinXml.NO_DEPENDENCY, xml.attribute("SystemTime", 6, 0x11));
        xml.element("EventRecordID", 10, () -> xml.optional(10, 0x0A));
        xml.empty("Correlation", BinXml.NO_DEPENDENCY, xml.attribute("ActivityID", 7, 0x0F), xml.attribute("RelatedActivityID", 18, 0x0F));
        xml.empty("Execution", BinXml.NO_DEPENDENCY, xml.attribute("ProcessID", 8, 0x08), xml.attribute("ThreadID", 9, 0x08));
        xml.element("Channel", BinXml.NO_DEPENDENCY, () -> xml.text(event.channel()));
        xml.element("Computer", BinXml.NO_DEPENDENCY, () -> xml.text(event.computer()));
        xml.empty("Security", BinXml.NO_DEPENDENCY, xml.attribute("UserID", 12, 0x13));
    }

    private void payload() {
        BinXml xml = new BinXml(chunk, false);
        xml.fragmentHeader();
        switch (event.payload()) {
            case WindowsEvent.Named named -> named(named);
            case WindowsEvent.Unnamed unnamed -> unnamed(unnamed);
            case WindowsEvent.FreeForm freeForm when freeForm.byTemplate() -> freeFormByTemplate(freeForm.root());
            case WindowsEvent.FreeForm freeForm -> xml.tree(freeForm.root());
        }
        xml.endOfFragment();
    }

    private void named(WindowsEvent.Named payload) {
        List<Map.Entry<String, EventValue>> values = payload.values();
        String key = values.stream().map(v -> v.getKey() + ":" + v.getValue().type()).collect(Collectors.joining(",", "EventData|", ""));
        chunk.template(key, guidOf(key), full -> {
            BinXml xml = new BinXml(chunk, true);
            xml.fragmentHeader();
            xml.element("EventData", BinXml.NO_DEPENDENCY, () -> {
                for (int i = 0; i < values.size(); i++) {
                    int index = i;
                    xml.element("Data", BinXml.NO_DEPENDENCY, () -> xml.normal(index, values.get(index).getValue().type()),
                            xml.attribute("Name", values.get(i).getKey()));
                }
            });
            xml.endOfFragment();
        });
        values(values.stream().map(Map.Entry::getValue).toList());
    }

    private void unnamed(WindowsEvent.Unnamed payload) {
        EventValue texts = EventValue.texts(payload.texts());
        String key = "Classic";
        chunk.template(key, guidOf(key), full -> {
            BinXml xml = new BinXml(chunk, true);
            xml.fragmentHeader();
            xml.element("EventData", BinXml.NO_DEPENDENCY, () -> {
                xml.element("Data", 0, () -> xml.optional(0, texts.type()));
                xml.element("Binary", 1, () -> xml.optional(1, BINARY));
            });
            xml.endOfFragment();
        });
        values(List.of(texts, payload.binary().map(EventValue::binary).orElseGet(EventValue::none)));
    }

    private void freeFormByTemplate(EventElement root) {
        List<EventValue> values = new ArrayList<>();
        StringBuilder shape = new StringBuilder("Free|");
        collect(root, values, shape);
        String key = shape.toString();
        chunk.template(key, guidOf(key), full -> {
            BinXml xml = new BinXml(chunk, true);
            xml.fragmentHeader();
            int[] next = {0};
            shape(xml, root, next);
            xml.endOfFragment();
        });
        values(values);
    }

    private static void collect(EventElement element, List<EventValue> values, StringBuilder shape) {
        shape.append('<').append(element.name());
        for (Map.Entry<String, String> attribute : element.attributes()) {
            shape.append(' ').append(attribute.getKey());
            values.add(EventValue.text(attribute.getValue()));
        }
        if (element.children().isEmpty()) {
            values.add(EventValue.text(element.text()));
        }
        element.children().forEach(child -> collect(child, values, shape));
        shape.append('>');
    }

    private static void shape(BinXml xml, EventElement element, int[] next) {
        BinXml.Attribute[] attributes = element.attributes().stream().map(a -> xml.attribute(a.getKey(), next[0]++, TEXT))
                .toArray(BinXml.Attribute[]::new);
        xml.element(element.name(), BinXml.NO_DEPENDENCY, () -> {
            if (element.children().isEmpty()) {
                xml.normal(next[0]++, TEXT);
            }
            element.children().forEach(child -> shape(xml, child, next));
        }, attributes);
    }

    private void values(List<EventValue> values) {
        out.u32(values.size());
        values.forEach(value -> out.u16(value.bytes().length).octet(value.type()).octet(0));
        values.forEach(value -> out.raw(value.bytes()));
    }

    /** A template's GUID, from what it defines. */
    private static byte[] guidOf(String key) {
        try {
            return MessageDigest.getInstance("MD5").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
