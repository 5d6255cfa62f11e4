package org.traceweave.readers.windows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Writes event logs byte by byte, so that a test can say what stands where: one chunk, records with or without a template. */
final class EvtxBytes {

    private final ByteBuffer chunk = ByteBuffer.allocate(65536).order(ByteOrder.LITTLE_ENDIAN);
    private final Map<String, Integer> names = new HashMap<>();
    private final Map<String, Integer> templates = new HashMap<>();
    private final List<Integer> records = new ArrayList<>();
    private long id;

    EvtxBytes(long firstId) {
        id = firstId;
        chunk.position(512);
    }

    /** Adds a record whose elements stand in it directly, as those of CAPI2 and of forwarded events do. */
    EvtxBytes direct(EventElement event) {
        begin();
        element(event, false);
        chunk.put((byte) 0);
        return finish();
    }

    /** Adds a record of a template whose text and attribute values are all substitutions, strings, optional. */
    EvtxBytes templated(EventElement event) {
        begin();
        chunk.put((byte) 0x0c).put((byte) 1);
        String key = shape(event);
        Integer known = templates.get(key);
        chunk.putInt(0x12345678);
        if (known == null) {
            templates.put(key, chunk.position() + 4);
            chunk.putInt(chunk.position() + 4);
            chunk.putInt(0).putInt(0x12345678).putInt(1).putInt(2).putInt(3);
            int size = chunk.position();
            chunk.putInt(0);
            chunk.put((byte) 0x0f).put((byte) 1).put((byte) 1).put((byte) 0);
            template(event, new int[1]);
            chunk.put((byte) 0);
            chunk.putInt(size, chunk.position() - size - 4);
        } else {
            chunk.putInt(known);
        }
        List<String> values = new ArrayList<>();
        collect(event, values);
        chunk.putInt(values.size());
        for (String value : values) {
            chunk.putShort((short) (value.length() * 2)).put((byte) 1).put((byte) 0);
        }
        values.forEach(value -> chunk.put(value.getBytes(StandardCharsets.UTF_16LE)));
        chunk.put((byte) 0);
        return finish();
    }

    /** Where the records begin in the file. */
    int offset(int index) {
        return 4096 + records.get(index);
    }

    byte[] file() {
        byte[] bytes = Arrays.copyOf(chunk.array(), 65536);
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        header.put(0, "ElfChnk\0".getBytes(StandardCharsets.US_ASCII));
        header.putLong(8, id - records.size()).putLong(16, id - 1).putLong(24, id - records.size()).putLong(32, id - 1);
        header.putInt(40, 128).putInt(44, records.isEmpty() ? 512 : records.get(records.size() - 1)).putInt(48, chunk.position());
        CRC32 data = new CRC32();
        data.update(bytes, 512, chunk.position() - 512);
        header.putInt(52, (int) data.getValue());
        CRC32 head = new CRC32();
        head.update(bytes, 0, 120);
        head.update(bytes, 128, 384);
        header.putInt(124, (int) head.getValue());
        ByteBuffer file = ByteBuffer.allocate(4096 + 65536).order(ByteOrder.LITTLE_ENDIAN);
        file.put(0, "ElfFile\0".getBytes(StandardCharsets.US_ASCII)).putLong(24, id).putInt(32, 128).putShort(36, (short) 1)
                .putShort(38, (short) 3).putShort(40, (short) 4096).putShort(42, (short) 1);
        CRC32 crc = new CRC32();
        crc.update(file.array(), 0, 120);
        file.putInt(124, (int) crc.getValue());
        file.position(4096);
        file.put(bytes);
        return file.array();
    }

    private void begin() {
        records.add(chunk.position());
        chunk.put((byte) 0x2a).put((byte) 0x2a).put((byte) 0).put((byte) 0).putInt(0).putLong(id++).putLong(132084470490000000L);
        chunk.put((byte) 0x0f).put((byte) 1).put((byte) 1).put((byte) 0);
    }

    private EvtxBytes finish() {
        int start = records.get(records.size() - 1);
        int size = (chunk.position() - start + 4 + 7) / 8 * 8;
        chunk.position(start + size - 4);
        chunk.putInt(size);
        chunk.putInt(start + 4, size);
        return this;
    }

    private void name(String text) {
        Integer known = names.get(text);
        if (known != null) {
            chunk.putInt(known);
            return;
        }
        names.put(text, chunk.position() + 4);
        chunk.putInt(chunk.position() + 4);
        chunk.putInt(0).putShort((short) 0).putShort((short) text.length()).put(text.getBytes(StandardCharsets.UTF_16LE)).putShort((short) 0);
    }

    private void text(String text) {
        chunk.put((byte) 5).put((byte) 1).putShort((short) text.length()).put(text.getBytes(StandardCharsets.UTF_16LE));
    }

    private void element(EventElement element, boolean inTemplate) {
        boolean attributes = !element.attributes().isEmpty();
        chunk.put((byte) (attributes ? 0x41 : 0x01)).putInt(0);
        name(element.name());
        if (attributes) {
            chunk.putInt(0);
        }
        for (EventAttribute attribute : element.attributes()) {
            chunk.put((byte) 0x06);
            name(attribute.name());
            text(attribute.value());
        }
        if (element.children().isEmpty() && element.text().isEmpty()) {
            chunk.put((byte) 3);
            return;
        }
        chunk.put((byte) 2);
        if (!element.text().isEmpty()) {
            text(element.text());
        }
        element.children().forEach(child -> element(child, inTemplate));
        chunk.put((byte) 4);
    }

    private void template(EventElement element, int[] slot) {
        boolean attributes = !element.attributes().isEmpty();
        chunk.put((byte) (attributes ? 0x41 : 0x01)).putShort((short) -1).putInt(0);
        name(element.name());
        if (attributes) {
            chunk.putInt(0);
        }
        for (EventAttribute attribute : element.attributes()) {
            chunk.put((byte) 0x06);
            name(attribute.name());
            chunk.put((byte) 0x0e).putShort((short) slot[0]++).put((byte) 1);
        }
        chunk.put((byte) 2);
        if (element.children().isEmpty()) {
            chunk.put((byte) 0x0e).putShort((short) slot[0]++).put((byte) 1);
        }
        element.children().forEach(child -> template(child, slot));
        chunk.put((byte) 4);
    }

    private static void collect(EventElement element, List<String> values) {
        element.attributes().forEach(attribute -> values.add(attribute.value()));
        if (element.children().isEmpty()) {
            values.add(element.text());
        }
        element.children().forEach(child -> collect(child, values));
    }

    private static String shape(EventElement element) {
        StringBuilder text = new StringBuilder(element.name()).append('(');
        element.attributes().forEach(attribute -> text.append('@').append(attribute.name()));
        element.children().forEach(child -> text.append(shape(child)));
        return text.append(')').toString();
    }
}
