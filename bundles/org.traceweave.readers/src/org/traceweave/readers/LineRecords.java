package org.traceweave.readers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.traceweave.model.Damage;
import org.traceweave.model.DamageKind;

/**
 * Reads sources whose records are runs of lines, in one pass, in parts that give the same records however they are cut. Of a record
 * over 1 MB or 20,000 lines only the first 256 KB are its text; its offset and length are still whole. For one thread.
 */
public final class LineRecords {

    private static final int LONG_BYTES = 1 << 20;
    private static final int LONG_LINES = 20_000;
    private static final int INDEXED_BYTES = 256 * 1024;
    private static final int SHOWN_BYTES = 8 << 20;
    // how far before a part its state is looked for
    private static final int[] BEFORE = {64 * 1024, 1 << 20};

    private final SourceBytes bytes;
    private final Encodings.Detected detected;
    private final TextWindow window;
    private final LineFormat format;
    private final LineRecord record = new LineRecord();

    /** The line looked at, as a position in the window. */
    private int at;
    /** Where the record being read begins in the source; -1 while none is. */
    private long recordOffset = -1;
    /** Where it begins in the window. */
    private int recordStart;
    private int recordLines;
    /** Length of the text that was set aside of a long record; -1 while it is all in the window. */
    private int longLength = -1;
    private byte[] longText = new byte[0];
    private byte[] repaired = new byte[0];

    public LineRecords(SourceBytes bytes, Encodings.Detected detected, LineFormat format) {
        this.bytes = bytes;
        this.detected = detected;
        this.format = format;
        window = new TextWindow(bytes, detected);
    }

    /** Parts of about {@code targetBytes}, at whole characters. */
    public static List<SourcePart> parts(long size, long targetBytes) {
        List<SourcePart> parts = new ArrayList<>();
        long step = Math.max(2, targetBytes - targetBytes % 2);
        long from = 0;
        while (from < size) {
            // a small rest goes with the last one
            long to = size - from < step + step / 2 ? size : from + step;
            parts.add(new SourcePart(from, to));
            from = to;
        }
        return parts;
    }

    /** Hands on every record that begins in {@code part}. */
    public void read(SourcePart part, RecordSink sink) throws IOException {
        boolean first = settle(part.from());
        long strayLines = 0;
        while (lookAhead() && !sink.isCancelled()) {
            int limit = Math.min(window.limit(), at + LineFormat.LOOK_AHEAD);
            if (format.begins(window.buffer(), at, limit, first)) {
                long offset = window.offsetOf(at);
                finish(offset, false, sink);
                if (part.from() == 0 && strayLines > 0) {
                    reportStray(offset, strayLines, sink);
                    strayLines = 0;
                }
                if (offset >= part.to()) {
                    return;
                }
                begin(offset);
            } else if (recordOffset < 0) {
                if (part.from() > 0 && window.offsetOf(at) >= part.to()) {
                    return;
                }
                strayLines += isBlank() ? 0 : 1;
            }
            first = false;
            recordLines++;
            nextLine();
        }
        if (!sink.isCancelled()) {
            finish(bytes.size(), true, sink);
            if (part.from() == 0 && strayLines > 0) {
                reportStray(bytes.size(), strayLines, sink);
            }
        }
    }

    /** Hands on the one record at {@code offset}, as {@link #read} had found it, with up to 8 MB of text. */
    public void readAt(long offset, int length, RecordSink sink) throws IOException {
        SourceBytes stretch = new Stretch(bytes, Math.min(bytes.size(), offset + Math.min(length, SHOWN_BYTES)));
        TextWindow shown = new TextWindow(stretch, detected);
        shown.seek(offset);
        while (shown.fill()) {
            // until the stretch is all there
        }
        format.reset();
        format.begins(shown.buffer(), 0, Math.min(shown.limit(), LineFormat.LOOK_AHEAD), offset == detected.markLength());
        record.cut = length > SHOWN_BYTES;
        record.offset = offset;
        record.length = length;
        record.last = true;
        setText(shown.buffer(), 0, shown.limit(), sink);
        format.record(record, sink);
    }

    /**
     * Sets the window at the first line from {@code from} on, with the format knowing what went before.
     *
     * @return whether that is the first line of the source
     */
    private boolean settle(long from) throws IOException {
        recordOffset = -1;
        longLength = -1;
        for (int before : BEFORE) {
            long start = Math.max(0, from - before);
            window.seek(start);
            at = 0;
            format.reset();
            boolean first = start == 0;
            if (!first) {
                nextLine();
            }
            while (lookAhead() && window.offsetOf(at) < from) {
                format.begins(window.buffer(), at, Math.min(window.limit(), at + LineFormat.LOOK_AHEAD), first);
                first = false;
                nextLine();
            }
            if (start == 0 || format.isSettled()) {
                return first;
            }
        }
        return false;
    }

    /** Makes sure that enough of the line is there. @return whether there is a line */
    private boolean lookAhead() throws IOException {
        while (window.limit() - at < LineFormat.LOOK_AHEAD && !window.atEnd()) {
            refill();
        }
        return at < window.limit();
    }

    private void nextLine() throws IOException {
        while (true) {
            int feed = ByteSearch.indexOf(window.buffer(), at, window.limit(), (byte) '\n');
            if (feed < window.limit()) {
                at = feed + 1;
                return;
            }
            at = feed;
            if (window.atEnd()) {
                return;
            }
            refill();
        }
    }

    private void refill() throws IOException {
        boolean whole = recordOffset >= 0 && longLength < 0;
        if (whole && at - recordStart > LONG_BYTES) {
            setLongAside();
            whole = false;
        }
        int keep = whole ? recordStart : at;
        window.discard(keep);
        at -= keep;
        recordStart -= keep;
        window.fill();
    }

    private void setLongAside() {
        longLength = wholeCharacters(window.buffer(), recordStart, recordStart + INDEXED_BYTES) - recordStart;
        if (longText.length < longLength) {
            longText = new byte[INDEXED_BYTES];
        }
        System.arraycopy(window.buffer(), recordStart, longText, 0, longLength);
    }

    private void begin(long offset) {
        recordOffset = offset;
        recordStart = at;
        recordLines = 0;
        longLength = -1;
    }

    /** Hands on the record that ends before the line looked at, which stands at {@code nextOffset}. */
    private void finish(long nextOffset, boolean last, RecordSink sink) {
        if (recordOffset < 0) {
            return;
        }
        record.offset = recordOffset;
        record.length = (int) Math.min(Integer.MAX_VALUE, nextOffset - recordOffset);
        record.last = last;
        record.cut = longLength >= 0 || at - recordStart > LONG_BYTES || recordLines > LONG_LINES;
        if (longLength >= 0) {
            setText(longText, 0, longLength, sink);
        } else {
            int end = record.cut ? wholeCharacters(window.buffer(), recordStart, Math.min(at, recordStart + INDEXED_BYTES)) : at;
            setText(window.buffer(), recordStart, end, sink);
        }
        format.record(record, sink);
        recordOffset = -1;
        longLength = -1;
    }

    private void setText(byte[] text, int from, int to, RecordSink sink) {
        int end = to;
        while (end > from && (text[end - 1] == '\n' || text[end - 1] == '\r')) {
            end--;
        }
        record.bytes = text;
        record.start = from;
        record.end = end;
        if (detected.encoding() == TextEncoding.UTF_8 && !ByteSearch.isAscii(text, from, end)) {
            int bad = Encodings.invalidUtf8(text, from, end);
            if (bad >= 0) {
                repair(text, from, end, bad, sink);
            }
        }
    }

    /** A record of a UTF-8 source that is none: its bytes are taken for windows-1252, as older tools write them. */
    private void repair(byte[] text, int from, int end, int bad, RecordSink sink) {
        int most = Transcoder.mostBytes(TextEncoding.WINDOWS_1252, end - from);
        if (repaired.length < most) {
            repaired = new byte[most];
        }
        record.bytes = repaired;
        record.start = 0;
        record.end = Transcoder.windows1252(text, from, end, repaired, 0);
        sink.damage(new Damage(record.offset + (bad - from), record.length - (bad - from), DamageKind.BAD_ENCODING,
                "This record is no valid UTF-8; it was read as windows-1252."));
    }

    private static int wholeCharacters(byte[] text, int from, int to) {
        int end = to;
        while (end > from && end < text.length && to - end < 4 && (text[end] & 0xc0) == 0x80) {
            end--;
        }
        return end;
    }

    private boolean isBlank() {
        byte[] b = window.buffer();
        for (int i = at; i < window.limit() && b[i] != '\n'; i++) {
            if (b[i] > ' ' || b[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private void reportStray(long to, long lines, RecordSink sink) {
        sink.damage(new Damage(detected.markLength(), to - detected.markLength(), DamageKind.UNREADABLE,
                lines == 1 ? "One line before the first record belongs to none." : lines + " lines before the first record belong to none."));
    }

    /** The beginning of a source up to some offset. */
    private record Stretch(SourceBytes whole, long size) implements SourceBytes {

        @Override
        public String name() {
            return whole.name();
        }

        @Override
        public int read(long position, byte[] target, int start, int length) throws IOException {
            return whole.read(position, target, start, (int) Math.min(length, size - position));
        }

        @Override
        public void close() {
            // the whole is closed by whoever opened it
        }
    }
}
