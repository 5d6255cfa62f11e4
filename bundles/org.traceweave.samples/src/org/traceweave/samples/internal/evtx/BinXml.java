package org.traceweave.samples.internal.evtx;

import java.util.Map;
import org.traceweave.samples.ByteText;
import org.traceweave.samples.EventElement;

/**
 * Writes BinXML tokens into a chunk. Inside a template definition every element carries a dependency id: the value without which it
 * is left out, or none. Outside, in a record or in a value of type BinXML, there is no such id; the two forms must not be mixed up.
 */
final class BinXml {

    static final int NO_DEPENDENCY = 0xFFFF;
    private static final int CLOSE_START = 0x02;
    private static final int CLOSE_EMPTY = 0x03;
    private static final int END_ELEMENT = 0x04;

    private final EventChunk chunk;
    private final ByteText out;
    private final boolean inTemplate;

    BinXml(EventChunk chunk, boolean inTemplate) {
        this.chunk = chunk;
        this.out = chunk.bytes();
        this.inTemplate = inTemplate;
    }

    void fragmentHeader() {
        out.octet(0x0F).octet(1).octet(1).octet(0);
    }

    void endOfFragment() {
        out.octet(0);
    }

    /** Writes part of an element. */
    @FunctionalInterface
    interface Part {
        void write();
    }

    /** An attribute: its name, and what writes its value. */
    record Attribute(String name, Part value) {
    }

    Attribute attribute(String name, String text) {
        return new Attribute(name, () -> text(text));
    }

    Attribute attribute(String name, int index, int type) {
        return new Attribute(name, () -> optional(index, type));
    }

    /** An element without content. */
    void empty(String name, int dependency, Attribute... attributes) {
        int size = start(name, dependency, attributes);
        out.octet(CLOSE_EMPTY);
        out.putU32(size, out.size() - size - 4);
    }

    void element(String name, int dependency, Part content, Attribute... attributes) {
        int size = start(name, dependency, attributes);
        out.octet(CLOSE_START);
        content.write();
        out.octet(END_ELEMENT);
        out.putU32(size, out.size() - size - 4);
    }

    private int start(String name, int dependency, Attribute... attributes) {
        out.octet(attributes.length == 0 ? 0x01 : 0x41);
        if (inTemplate) {
            out.u16(dependency);
        }
        int size = out.size();
        out.u32(0);
        chunk.name(name);
        if (attributes.length > 0) {
            int list = out.size();
            out.u32(0);
            for (int i = 0; i < attributes.length; i++) {
                out.octet(i + 1 < attributes.length ? 0x46 : 0x06);
                chunk.name(attributes[i].name());
                attributes[i].value().write();
            }
            out.putU32(list, out.size() - list - 4);
        }
        return size;
    }

    void text(String text) {
        out.octet(0x05).octet(0x01).u16(text.length());
        for (int i = 0; i < text.length(); i++) {
            out.u16(text.charAt(i));
        }
    }

    /** The place of a value that always stands, even when empty. */
    void normal(int index, int type) {
        out.octet(0x0D).u16(index).octet(type);
    }

    /** The place of a value whose element or attribute goes when the value is empty. */
    void optional(int index, int type) {
        out.octet(0x0E).u16(index).octet(type);
    }

    /** A free-form element with everything below it. */
    void tree(EventElement element) {
        Attribute[] attributes = element.attributes().stream().map((Map.Entry<String, String> a) -> attribute(a.getKey(), a.getValue()))
                .toArray(Attribute[]::new);
        if (element.children().isEmpty() && element.text().isEmpty()) {
            empty(element.name(), NO_DEPENDENCY, attributes);
            return;
        }
        element(element.name(), NO_DEPENDENCY, () -> {
            if (!element.text().isEmpty()) {
                text(element.text());
            }
            element.children().forEach(this::tree);
        }, attributes);
    }
}
