package org.traceweave.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An element of an event's free-form XML: attributes and children in order, or text. Built by chaining; what {@link #child(String)}
 * answers is the child.
 */
public final class EventElement {

    private final String name;
    private final List<Map.Entry<String, String>> attributes = new ArrayList<>();
    private final List<EventElement> children = new ArrayList<>();
    private String text = "";

    public EventElement(String name) {
        this.name = name;
    }

    public EventElement attribute(String attributeName, String value) {
        attributes.add(Map.entry(attributeName, value));
        return this;
    }

    public EventElement text(String value) {
        text = value;
        return this;
    }

    /** Adds and answers a child. */
    public EventElement child(String childName) {
        EventElement child = new EventElement(childName);
        children.add(child);
        return child;
    }

    /** Adds a child and answers this element. */
    public EventElement with(EventElement child) {
        children.add(child);
        return this;
    }

    /** Adds a child that only holds text, and answers this element. */
    public EventElement with(String childName, String childText) {
        return with(new EventElement(childName).text(childText));
    }

    public String name() {
        return name;
    }

    public List<Map.Entry<String, String>> attributes() {
        return attributes;
    }

    public List<EventElement> children() {
        return children;
    }

    public String text() {
        return text;
    }
}
