package org.traceweave.readers.windows;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.traceweave.model.Level;
import org.traceweave.readers.windows.internal.ClassicNames;
import org.traceweave.readers.windows.internal.EventXmlWriter;
import org.traceweave.readers.windows.internal.SystemFields;

/**
 * One Windows event, decoded, the same from an event log file and from an XML export. {@code time}: UTC nanoseconds, or
 * {@code UtcTime.UNKNOWN}. {@code computer} is as written, {@code host} its short name in upper case. {@code root} is the Event element
 * with everything in it. Immutable.
 */
public record WindowsEvent(
        String provider,
        int eventId,
        long time,
        Optional<Level> level,
        String channel,
        OptionalLong recordId,
        String computer,
        Optional<String> host,
        OptionalLong process,
        OptionalLong thread,
        Optional<String> activityId,
        Optional<String> userSid,
        EventElement root) {

    /**
     * A value that the event carries under a name; the name is empty in classic events, whose values only have a position, unless the
     * position is known to mean something.
     */
    public record NamedValue(String name, String value) {
    }

    /** Reads the System part of an event's tree. */
    public static WindowsEvent of(EventElement root) {
        return SystemFields.event(root);
    }

    /**
     * The event's values in their order: {@code Data} elements of EventData by their Name attribute, or, in the UserData form, the leaf
     * elements below its root by their element name.
     */
    public List<NamedValue> values() {
        List<NamedValue> values = new ArrayList<>();
        root.child("EventData").ifPresent(data -> data.children().forEach(
                child -> values.add(new NamedValue(child.attribute("Name").orElse(child.name().equals("Data") ? "" : child.name()),
                        child.text()))));
        userData().ifPresent(data -> data.children().stream().filter(child -> child.children().isEmpty())
                .forEach(child -> values.add(new NamedValue(child.name(), child.text()))));
        return ClassicNames.knows(provider) ? named(values) : values;
    }

    /** Gives those values of a SCHANNEL event that have no name the name of their position. */
    private List<NamedValue> named(List<NamedValue> values) {
        List<String> unnamed = values.stream().filter(value -> value.name().isEmpty()).map(NamedValue::value).toList();
        if (unnamed.isEmpty()) {
            return values;
        }
        Iterator<String> names = ClassicNames.of(eventId, unnamed).iterator();
        return values.stream().map(value -> value.name().isEmpty() && names.hasNext() ? new NamedValue(names.next(), value.value()) : value)
                .toList();
    }

    /** The first value of that name, in either form, without regard to case; absent where it is empty. */
    public Optional<String> value(String name) {
        return values().stream().filter(value -> value.name().equalsIgnoreCase(name) && !value.value().isBlank())
                .map(NamedValue::value).findFirst();
    }

    /** The element inside UserData that names what the event tells. */
    public Optional<EventElement> userData() {
        return root.child("UserData").flatMap(data -> data.children().stream().findFirst());
    }

    /** The message as the machine that exported the event rendered it, where the event carries it. */
    public Optional<String> renderedMessage() {
        return root.path("RenderingInfo", "Message").map(EventElement::text).filter(text -> !text.isBlank());
    }

    /** The event as XML, indented, with Windows' namespace. */
    public String toXml() {
        return EventXmlWriter.write(root);
    }
}
