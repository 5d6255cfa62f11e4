package org.traceweave.readers.windows.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.traceweave.readers.windows.EventAttribute;
import org.traceweave.readers.windows.EventElement;

/** Builds the tree of an event. What is left open when the bytes end is closed. */
public final class TreeSink extends EventSink {

    private static final class Open {
        final String name;
        final List<EventAttribute> attributes = new ArrayList<>();
        final List<EventElement> children = new ArrayList<>();
        final StringBuilder text = new StringBuilder();

        Open(String name) {
            this.name = name;
        }

        EventElement close() {
            // Blanks between child elements are layout, not content.
            String content = children.isEmpty() || !text.toString().isBlank() ? text.toString() : "";
            return new EventElement(name, attributes, children, content);
        }
    }

    private final Deque<Open> open = new ArrayDeque<>();
    private final List<EventElement> roots = new ArrayList<>();
    private @Nullable EventName attribute;

    public TreeSink() {
        super(new Utf8Buffer());
    }

    /**
     * The event; a record may hold more than one root (the event, and its rendering), the later of which is then put into the first.
     */
    public Optional<EventElement> root() {
        while (!open.isEmpty()) {
            end();
        }
        if (roots.isEmpty()) {
            return Optional.empty();
        }
        EventElement first = roots.get(0);
        if (roots.size() == 1) {
            return Optional.of(first);
        }
        List<EventElement> children = new ArrayList<>(first.children());
        children.addAll(roots.subList(1, roots.size()));
        return Optional.of(new EventElement(first.name(), first.attributes(), children, first.text()));
    }

    /** Makes ready for the next event. */
    public void clear() {
        open.clear();
        roots.clear();
        attribute = null;
    }

    @Override
    public void start(EventName name) {
        open.push(new Open(name.text()));
    }

    @Override
    public void attribute(EventName name) {
        attribute = name;
        out.size(0);
    }

    @Override
    public void attributeEnd() {
        Open element = open.peek();
        if (element != null && attribute != null) {
            element.attributes.add(new EventAttribute(attribute.text(), out.text(0, out.size())));
        }
    }

    @Override
    public void text() {
        out.size(0);
    }

    @Override
    public void textEnd() {
        Open element = open.peek();
        if (element != null) {
            element.text.append(out.text(0, out.size()));
        }
    }

    @Override
    public void end() {
        Open element = open.poll();
        if (element != null) {
            Open parent = open.peek();
            (parent == null ? roots : parent.children).add(element.close());
        }
    }
}
