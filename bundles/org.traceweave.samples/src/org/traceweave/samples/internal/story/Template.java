package org.traceweave.samples.internal.story;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.traceweave.samples.ByteText;

/**
 * Text with gaps, rendered once into bytes so that writing it is copying: {@code ${call_id}} is a gap, named after a {@link Slot}. Line
 * ends become CRLF.
 */
final class Template {

    private final byte[][] pieces;
    private final Slot[] slots;

    private Template(byte[][] pieces, Slot[] slots) {
        this.pieces = pieces;
        this.slots = slots;
    }

    static Template of(String text) {
        List<byte[]> pieces = new ArrayList<>();
        List<Slot> slots = new ArrayList<>();
        String[] parts = text.replace("\n", "\r\n").split("\\$\\{", -1);
        pieces.add(parts[0].getBytes(StandardCharsets.UTF_8));
        for (int i = 1; i < parts.length; i++) {
            int end = parts[i].indexOf('}');
            slots.add(Slot.valueOf(parts[i].substring(0, end).toUpperCase(Locale.ROOT)));
            pieces.add(parts[i].substring(end + 1).getBytes(StandardCharsets.UTF_8));
        }
        return new Template(pieces.toArray(byte[][]::new), slots.toArray(Slot[]::new));
    }

    void render(Slots values, ByteText out) {
        out.raw(pieces[0]);
        for (int i = 0; i < slots.length; i++) {
            values.write(slots[i], out);
            out.raw(pieces[i + 1]);
        }
    }
}
