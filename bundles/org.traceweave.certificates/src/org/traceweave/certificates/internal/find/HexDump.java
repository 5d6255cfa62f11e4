package org.traceweave.certificates.internal.find;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a hex dump: lines of an offset, hex bytes and often a column of characters, as xxd, hexdump, certutil, Wireshark and
 * Snooper write them. Lines belong together while each offset is the one before plus the bytes of that line.
 *
 * @param bytes the bytes dumped
 * @param starts for each byte its position in the text
 * @param from where the dump begins in the text
 * @param to after its last line
 */
record HexDump(byte[] bytes, int[] starts, int from, int to) {

    private static final int MIN_BYTES = 48;

    /** One line: its offset, the positions of its hex bytes, where it ends. */
    private record Line(long offset, int[] positions, int end) {
    }

    /** All dumps in the text. */
    static List<HexDump> findAll(byte[] text, int from, int to) {
        List<HexDump> dumps = new ArrayList<>();
        int at = from;
        while (at < to) {
            Line line = line(text, at, to);
            if (line == null || line.positions.length < 8) {
                at = nextLine(text, at, to);
                continue;
            }
            HexDump dump = collect(text, at, to, line);
            if (dump.bytes.length >= MIN_BYTES) {
                dumps.add(dump);
                at = dump.to;
            } else {
                at = nextLine(text, at, to);
            }
        }
        return dumps;
    }

    private static HexDump collect(byte[] text, int from, int to, Line first) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<int[]> positions = new ArrayList<>();
        Line line = first;
        int at = first.end;
        while (true) {
            Line next = at < to ? line(text, at, to) : null;
            int width = line.positions.length;
            boolean goesOn = next != null && next.offset > line.offset && next.offset - line.offset <= width;
            int count = goesOn && next != null ? (int) (next.offset - line.offset) : Math.min(width, 16);
            int[] used = java.util.Arrays.copyOf(line.positions, count);
            positions.add(used);
            for (int position : used) {
                bytes.write(Character.digit(text[position], 16) << 4 | Character.digit(text[position + 1], 16));
            }
            if (!goesOn || next == null) {
                break;
            }
            line = next;
            at = next.end;
        }
        return new HexDump(bytes.toByteArray(), positions.stream().flatMapToInt(java.util.Arrays::stream).toArray(), from, at);
    }

    private static @Nullable Line line(byte[] text, int from, int to) {
        int at = blanks(text, from, to);
        int start = at;
        long offset = 0;
        while (at < to && Character.digit(text[at], 16) >= 0 && at - start < 16) {
            offset = offset << 4 | Character.digit(text[at++], 16);
        }
        if (at - start < 3 || at >= to) {
            return null;
        }
        if (text[at] == ':' || text[at] == 'h' || text[at] == '-' || text[at] == '|') {
            at++;
        }
        if (at >= to || text[at] != ' ' && text[at] != '\t') {
            return null;
        }
        return bytes(text, at, to, offset);
    }

    /** Hex pairs up to the column of characters, which stands after two blanks or a bar; its letters may look like hex, hence a limit of 32. */
    private static @Nullable Line bytes(byte[] text, int from, int to, long offset) {
        int[] positions = new int[32];
        int count = 0;
        int at = from;
        while (at < to && text[at] != '\n' && text[at] != '\r' && count < positions.length) {
            int next = blanks(text, at, to);
            if (next < to && text[next] == '-' && count == 8) {
                next++;
            }
            int group = next;
            while (group + 1 < to && Character.digit(text[group], 16) >= 0 && Character.digit(text[group + 1], 16) >= 0) {
                group += 2;
            }
            boolean ends = group >= to || text[group] == ' ' || text[group] == '\r' || text[group] == '\n' || text[group] == '\t'
                    || text[group] == '-';
            if (group == next || !ends || next - at > 2 && count >= 16) {
                break;
            }
            for (int pair = next; pair < group && count < positions.length; pair += 2) {
                positions[count++] = pair;
            }
            at = group;
        }
        return count == 0 ? null : new Line(offset, java.util.Arrays.copyOf(positions, count), nextLine(text, at, to));
    }

    private static int blanks(byte[] text, int from, int to) {
        int at = from;
        while (at < to && (text[at] == ' ' || text[at] == '\t' || text[at] == '>')) {
            at++;
        }
        return at;
    }

    private static int nextLine(byte[] text, int from, int to) {
        int at = from;
        while (at < to && text[at] != '\n') {
            at++;
        }
        return Math.min(to, at + 1);
    }
}
