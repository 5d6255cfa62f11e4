package org.traceweave.readers.windows.internal.evtx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.traceweave.readers.windows.internal.EventName;
import org.traceweave.readers.windows.internal.Utf8Buffer;

/**
 * A template definition, compiled into steps that are carried out for each of its instances: constant names and text, and slots of the
 * instance's values. Immutable once compiled.
 */
final class Template {

    /** Kinds of steps; numbers, since they are gone through some hundred times for each record. */
    static final int START = 0;
    static final int ATTRIBUTE = 1;
    static final int ATTRIBUTE_END = 2;
    static final int TEXT = 3;
    static final int VALUE = 4;
    static final int END = 5;

    /** One step. Which parts have a meaning depends on its kind. */
    static final class Step {
        final int kind;
        final @Nullable EventName name;
        final byte[] utf8;
        final int slot;
        final boolean optional;
        /** START: the index after its END. ATTRIBUTE: the index of its ATTRIBUTE_END. */
        int next;
        /** START: the index of its first content step. */
        int content;
        /** START: no attributes, and nothing but optional values inside: dropped where all of them are empty. */
        boolean onlyOptional;
        /** START: nothing but one value inside: repeated where it is an array. */
        boolean singleValue;

        private Step(int kind, @Nullable EventName name, byte[] utf8, int slot, boolean optional) {
            this.kind = kind;
            this.name = name;
            this.utf8 = utf8;
            this.slot = slot;
            this.optional = optional;
        }
    }

    /** Next definition's offset, GUID, size. */
    private static final int HEADER = 24;

    final Step[] steps;

    private Template(Step[] steps) {
        this.steps = steps;
    }

    /** Whether a definition with all it says to hold can begin there. */
    static boolean fits(byte[] bytes, int definition) {
        if (definition < Chunk.HEADER_SIZE || definition > bytes.length - HEADER) {
            return false;
        }
        int size = LittleEndian.i32(bytes, definition + 20);
        return size >= 8 && size <= bytes.length - definition - HEADER;
    }

    /** The first part of the GUID, by which instances name the template too. */
    static int id(byte[] bytes, int definition) {
        return LittleEndian.i32(bytes, definition + 4);
    }

    /** Bytes of a definition. */
    static int size(byte[] bytes, int definition) {
        return HEADER + LittleEndian.i32(bytes, definition + 20);
    }

    /** Compiles the definition that begins there. */
    static Template compile(byte[] bytes, int definition, TokenParser parser) throws MalformedEventException {
        if (!fits(bytes, definition)) {
            throw new MalformedEventException("no template", definition);
        }
        int start = definition + HEADER;
        Compiler compiler = new Compiler(bytes);
        parser.element(bytes, bytes[start] == 0x0f ? start + 4 : start, definition + size(bytes, definition), true, compiler);
        return compiler.template();
    }

    /** Makes the steps of a template while its tokens are read. */
    static final class Compiler implements TokenHandler {

        private static final byte[] NONE = new byte[0];

        private final byte[] bytes;
        private final List<Step> steps = new ArrayList<>();
        private final List<Integer> open = new ArrayList<>();
        private int attribute;

        Compiler(byte[] bytes) {
            this.bytes = bytes;
        }

        Template template() {
            return new Template(steps.toArray(Step[]::new));
        }

        private void add(int kind, @Nullable EventName name, byte[] utf8, int slot, boolean optional) {
            steps.add(new Step(kind, name, utf8, slot, optional));
        }

        @Override
        public void start(EventName name) {
            open.add(steps.size());
            add(START, name, NONE, 0, false);
        }

        @Override
        public void attribute(EventName name) {
            attribute = steps.size();
            add(ATTRIBUTE, name, NONE, 0, false);
        }

        @Override
        public void attributeEnd() {
            steps.get(attribute).next = steps.size();
            add(ATTRIBUTE_END, null, NONE, 0, false);
        }

        @Override
        public void content() throws MalformedEventException {
            steps.get(innermost()).content = steps.size();
        }

        @Override
        public void text(int position, int units) {
            Utf8Buffer text = new Utf8Buffer(units * 3 + 8);
            text.utf16(bytes, position, units);
            add(TEXT, null, java.util.Arrays.copyOf(text.bytes(), text.size()), 0, false);
        }

        @Override
        public void character(int codePoint) {
            Utf8Buffer text = new Utf8Buffer(8);
            text.codePoint(codePoint);
            add(TEXT, null, java.util.Arrays.copyOf(text.bytes(), text.size()), 0, false);
        }

        @Override
        public void substitution(int slot, boolean optional) {
            add(VALUE, null, NONE, slot, optional);
        }

        @Override
        public int instance(int position, int end) throws MalformedEventException {
            throw new MalformedEventException("a template inside a template", position);
        }

        @Override
        public void end() throws MalformedEventException {
            int index = innermost();
            open.remove(open.size() - 1);
            Step start = steps.get(index);
            if (start.content == 0) {
                throw new MalformedEventException("an element whose start tag does not end", index);
            }
            int inside = steps.size() - start.content;
            start.onlyOptional = inside > 0 && start.content == index + 1;
            for (int i = start.content; i < steps.size() && start.onlyOptional; i++) {
                start.onlyOptional = steps.get(i).kind == VALUE && steps.get(i).optional;
            }
            start.singleValue = inside == 1 && steps.get(start.content).kind == VALUE;
            add(END, null, NONE, 0, false);
            start.next = steps.size();
        }

        private int innermost() throws MalformedEventException {
            if (open.isEmpty()) {
                throw new MalformedEventException("an end without an element", 0);
            }
            return open.get(open.size() - 1);
        }
    }
}
