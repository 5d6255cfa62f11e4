package org.traceweave.readers.windows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One element of an event's XML, whatever it was stored as. Names carry no namespace prefix; {@code text} is all character data of the
 * element itself, without that of its children. Binary values are upper-case hex, as Windows renders them. Immutable.
 */
public record EventElement(String name, List<EventAttribute> attributes, List<EventElement> children, String text) {

    public EventElement {
        attributes = List.copyOf(attributes);
        children = List.copyOf(children);
    }

    public Optional<String> attribute(String wanted) {
        for (EventAttribute attribute : attributes) {
            if (attribute.name().equals(wanted)) {
                return Optional.of(attribute.value());
            }
        }
        return Optional.empty();
    }

    /** The first child of that name. */
    public Optional<EventElement> child(String wanted) {
        for (EventElement child : children) {
            if (child.name.equals(wanted)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /** All children of that name. */
    public List<EventElement> children(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted)).toList();
    }

    /** The element reached by following the first child of each name in turn. */
    public Optional<EventElement> path(String... names) {
        Optional<EventElement> element = Optional.of(this);
        for (String name : names) {
            element = element.flatMap(parent -> parent.child(name));
        }
        return element;
    }

    /** All elements of that name below this one, in document order. */
    public List<EventElement> descendants(String wanted) {
        List<EventElement> found = new ArrayList<>();
        collect(wanted, found);
        return found;
    }

    private void collect(String wanted, List<EventElement> found) {
        for (EventElement child : children) {
            if (child.name.equals(wanted)) {
                found.add(child);
            }
            child.collect(wanted, found);
        }
    }
}
