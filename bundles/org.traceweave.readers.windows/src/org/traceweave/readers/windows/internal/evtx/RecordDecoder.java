package org.traceweave.readers.windows.internal.evtx;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.traceweave.readers.windows.internal.EventName;
import org.traceweave.readers.windows.internal.EventSink;
import org.traceweave.readers.windows.internal.NamePool;
import org.traceweave.readers.windows.internal.Utf8Buffer;

/**
 * Decodes the binary XML of records into a sink. Templates are compiled once per chunk. Rendering rules, as the system's own: an element
 * whose content is an array is repeated for each item; an attribute whose values are all empty is dropped, and so is an element without
 * attributes that holds nothing but optional values, all empty. Not safe for use by several threads.
 */
final class RecordDecoder {

    private static final int DEEPEST_VALUES = 16;
    /** Steps and bytes a record may come to; a real one has some hundred, and some ten thousand. */
    private static final int MOST_STEPS = 200_000;
    private static final int LONGEST_TEXT = 2 << 20;
    /** The same for all records of a chunk together. */
    private static final int MOST_CHUNK_STEPS = 4_000_000;
    private static final int LONGEST_CHUNK_TEXT = 16 << 20;
    private static final int TEMPLATE_SLOTS = 1024;

    private final ChunkNames names;
    private final TokenParser parser;
    private final EventSink sink;
    private final Utf8Buffer out;
    private final TemplateLibrary library;
    private final Values[] values = new Values[DEEPEST_VALUES];
    private final int[] templateOffsets = new int[TEMPLATE_SLOTS];
    private final int[] templateIds = new int[TEMPLATE_SLOTS];
    private final boolean[] templatesWary = new boolean[TEMPLATE_SLOTS];
    private final @Nullable Template[] templates = new Template[TEMPLATE_SLOTS];
    private final Direct direct = new Direct();
    private byte[] bytes = new byte[0];
    private boolean wary;
    private int depth;
    private int steps;
    private int chunkSteps;
    private int chunkText;
    private int elements;

    RecordDecoder(NamePool pool, EventSink sink, TemplateLibrary library) {
        this.library = library;
        names = new ChunkNames(pool);
        parser = new TokenParser(names);
        this.sink = sink;
        out = sink.out();
        for (int i = 0; i < values.length; i++) {
            values[i] = new Values();
        }
    }

    /** Goes over to another chunk. */
    void begin(byte[] chunk) {
        bytes = chunk;
        names.begin(chunk);
        Arrays.fill(templateOffsets, 0);
        renew();
    }

    /** Allows as much work again as a chunk may cause. */
    void renew() {
        chunkSteps = 0;
        chunkText = 0;
    }

    /**
     * Decodes what stands between two positions of the chunk.
     *
     * @param mayBeOverwritten whether the bytes may be overwritten, so that names must make sense
     */
    void decode(int start, int end, boolean mayBeOverwritten) throws MalformedEventException {
        wary = mayBeOverwritten;
        depth = 0;
        steps = 0;
        elements = 0;
        direct.inAttribute = false;
        parser.mustBeWellFormed(wary);
        if (chunkSteps > MOST_CHUNK_STEPS || chunkText > LONGEST_CHUNK_TEXT) {
            throw new MalformedEventException("a chunk whose events grow beyond all bounds", start);
        }
        int before = out.size();
        try {
            content(start, end);
        } catch (IndexOutOfBoundsException outside) {
            // Offsets come from the file; what the checks before each read let through ends here, at the chunk's own bounds.
            throw new MalformedEventException("an offset outside the chunk", start);
        } finally {
            chunkSteps += steps;
            chunkText += Math.max(0, out.size() - before);
        }
        if (elements == 0) {
            throw new MalformedEventException("no event", start);
        }
    }

    /** Fragments, one after another: a record may hold its rendering after the event. */
    private void content(int start, int end) throws MalformedEventException {
        if (++depth > DEEPEST_VALUES) {
            throw new MalformedEventException("values nested too deep", start);
        }
        int at = start;
        while (at < end) {
            switch (bytes[at]) {
                case 0x0f -> at += 4;
                case 0x0c -> at = instance(at, end);
                case 0x01, 0x41 -> at = parser.element(bytes, at, end, false, direct);
                case 0x00 -> {
                    at = isFragment(at + 1, end) ? at + 1 : end;
                }
                default -> throw new MalformedEventException("token " + Integer.toHexString(bytes[at] & 0xff), at);
            }
        }
        depth--;
    }

    /** Whether another fragment follows an end, and not what the writer's buffer held before. */
    private boolean isFragment(int at, int end) {
        if (at + 18 > end || bytes[at] != 0x0f || bytes[at + 1] != 0x01 || bytes[at + 2] != 0x01) {
            return false;
        }
        if (bytes[at + 4] == 0x0c) {
            int definition = LittleEndian.i32(bytes, at + 10);
            return bytes[at + 5] == 0x01 && definition >= Chunk.HEADER_SIZE && definition < bytes.length;
        }
        int name = LittleEndian.i32(bytes, at + 9);
        return (bytes[at + 4] == 0x01 || bytes[at + 4] == 0x41) && name >= Chunk.HEADER_SIZE && name < bytes.length;
    }

    /** Carries out a template instance; answers where it ends. */
    private int instance(int start, int end) throws MalformedEventException {
        if (start + 14 > end) {
            throw new MalformedEventException("a template instance that does not end", start);
        }
        int definition = LittleEndian.i32(bytes, start + 6);
        Template template = template(definition, LittleEndian.i32(bytes, start + 2));
        int at = start + 10;
        if (definition == at) {
            at += Template.size(bytes, definition);
        }
        Values instance = values[depth - 1];
        int after = instance.read(bytes, at, end);
        run(template.steps, instance);
        return after;
    }

    private Template template(int definition, int id) throws MalformedEventException {
        if (definition < Chunk.HEADER_SIZE) {
            throw new MalformedEventException("a template outside the chunk", definition);
        }
        int slot = definition * 0x9E3779B1 >>> 22;
        if (templateOffsets[slot] == definition) {
            Template known = templates[slot];
            if (known != null && templateIds[slot] == id && templatesWary[slot] == wary) {
                return known;
            }
        }
        Template template = wary ? old(definition, id) : Template.compile(bytes, definition, parser);
        templateOffsets[slot] = definition;
        templateIds[slot] = id;
        templatesWary[slot] = wary;
        templates[slot] = template;
        return template;
    }

    /** A definition that may have been overwritten is used only where it still has the id; else that of another chunk serves. */
    private Template old(int definition, int id) throws MalformedEventException {
        if (Template.fits(bytes, definition) && Template.id(bytes, definition) == id) {
            try {
                return Template.compile(bytes, definition, parser);
            } catch (MalformedEventException partlyOverwritten) {
                // Looked for elsewhere below.
            }
        }
        Template elsewhere = library.find(id);
        if (elsewhere == null) {
            throw new MalformedEventException("an overwritten template", definition);
        }
        return elsewhere;
    }

    private void run(Template.Step[] program, Values instance) throws MalformedEventException {
        steps += program.length;
        require();
        boolean inAttribute = false;
        for (int i = 0; i < program.length; i++) {
            Template.Step step = program[i];
            switch (step.kind) {
                case Template.START -> {
                    if (step.onlyOptional && areEmpty(program, step.content, step.next - 1, instance)) {
                        i = step.next - 1;
                    } else if (step.singleValue && isArray(instance, program[step.content].slot)) {
                        repeat(program, i, instance);
                        i = step.next - 1;
                    } else {
                        start(step.name);
                    }
                }
                case Template.ATTRIBUTE -> {
                    if (areEmpty(program, i + 1, step.next, instance)) {
                        i = step.next;
                    } else {
                        attribute(step.name);
                        inAttribute = true;
                    }
                }
                case Template.ATTRIBUTE_END -> {
                    sink.attributeEnd();
                    inAttribute = false;
                }
                case Template.TEXT -> {
                    if (inAttribute) {
                        out.utf8(step.utf8);
                    } else {
                        sink.text();
                        out.utf8(step.utf8);
                        sink.textEnd();
                    }
                }
                case Template.VALUE -> value(instance, step.slot, inAttribute);
                default -> sink.end();
            }
        }
    }

    private void value(Values instance, int slot, boolean inAttribute) throws MalformedEventException {
        int type = instance.type(slot);
        if (instance.isEmpty(slot)) {
            return;
        }
        int at = instance.position(slot);
        int size = instance.size(slot);
        if (type == ValueWriter.BINARY_XML && !inAttribute) {
            content(at, at + size);
        } else if (inAttribute) {
            ValueWriter.write(out, bytes, type, at, size);
        } else {
            sink.text();
            ValueWriter.write(out, bytes, type, at, size);
            sink.textEnd();
        }
        require();
    }

    /** The element that begins at {@code index}, once for each item of the array that is its content. */
    private void repeat(Template.Step[] program, int index, Values instance) throws MalformedEventException {
        Template.Step element = program[index];
        int slot = program[element.content].slot;
        int type = instance.type(slot);
        int end = instance.position(slot) + instance.size(slot);
        int at = instance.position(slot);
        do {
            start(element.name);
            attributes(program, index + 1, element.content, instance);
            int size = ValueWriter.itemSize(bytes, type, at, end);
            sink.text();
            ValueWriter.writeItem(out, bytes, type & ~ValueWriter.ARRAY, at, size);
            sink.textEnd();
            sink.end();
            at += Math.max(1, size + ValueWriter.terminator(type));
            steps += element.content - index + 3;
            require();
        } while (at < end);
    }

    private void attributes(Template.Step[] program, int from, int to, Values instance) throws MalformedEventException {
        for (int i = from; i < to; i++) {
            Template.Step step = program[i];
            switch (step.kind) {
                case Template.ATTRIBUTE -> {
                    if (areEmpty(program, i + 1, step.next, instance)) {
                        i = step.next;
                    } else {
                        attribute(step.name);
                    }
                }
                case Template.TEXT -> out.utf8(step.utf8);
                case Template.VALUE -> value(instance, step.slot, true);
                case Template.ATTRIBUTE_END -> sink.attributeEnd();
                default -> throw new MalformedEventException("content among attributes", 0);
            }
        }
    }

    private static boolean areEmpty(Template.Step[] program, int from, int to, Values instance) {
        for (int i = from; i < to; i++) {
            if (program[i].kind != Template.VALUE || !instance.isEmpty(program[i].slot)) {
                return false;
            }
        }
        return to > from;
    }

    private static boolean isArray(Values instance, int slot) {
        return (instance.type(slot) & ValueWriter.ARRAY) != 0 && !instance.isEmpty(slot);
    }

    private void start(@Nullable EventName name) {
        if (name != null) {
            elements++;
            sink.start(name);
        }
    }

    private void attribute(@Nullable EventName name) {
        if (name != null) {
            sink.attribute(name);
        }
    }

    private void require() throws MalformedEventException {
        if (steps > MOST_STEPS || out.size() > LONGEST_TEXT) {
            throw new MalformedEventException("an event that grows beyond all bounds", 0);
        }
    }

    /** Elements outside templates go straight to the sink. */
    private final class Direct implements TokenHandler {

        private boolean inAttribute;

        @Override
        public void start(EventName name) throws MalformedEventException {
            steps++;
            require();
            RecordDecoder.this.start(name);
        }

        @Override
        public void attribute(EventName name) throws MalformedEventException {
            steps++;
            inAttribute = true;
            sink.attribute(name);
        }

        @Override
        public void attributeEnd() {
            inAttribute = false;
            sink.attributeEnd();
        }

        @Override
        public void content() {
            // Nothing to be done between a start tag and its content.
        }

        @Override
        public void text(int position, int units) {
            if (inAttribute) {
                out.utf16(bytes, position, units);
            } else {
                sink.text();
                out.utf16(bytes, position, units);
                sink.textEnd();
            }
        }

        @Override
        public void character(int codePoint) {
            if (inAttribute) {
                out.codePoint(codePoint);
            } else {
                sink.text();
                out.codePoint(codePoint);
                sink.textEnd();
            }
        }

        @Override
        public void substitution(int slot, boolean optional) throws MalformedEventException {
            throw new MalformedEventException("a value's place outside a template", 0);
        }

        @Override
        public int instance(int position, int end) throws MalformedEventException {
            // A nested instance has its own value table one level down.
            if (++depth > DEEPEST_VALUES) {
                throw new MalformedEventException("values nested too deep", position);
            }
            int after = RecordDecoder.this.instance(position, end);
            depth--;
            return after;
        }

        @Override
        public void end() {
            sink.end();
        }
    }
}
