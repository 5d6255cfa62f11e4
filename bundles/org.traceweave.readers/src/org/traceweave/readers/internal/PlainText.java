package org.traceweave.readers.internal;

import org.traceweave.model.Level;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.ByteSearch;
import org.traceweave.readers.LineFormat;
import org.traceweave.readers.LineRecord;
import org.traceweave.readers.RecordDraft;
import org.traceweave.readers.RecordSink;

/**
 * Lines of text of no known format: each is a record, with the indented (or, in a timed log, the timeless) lines that follow it; a block that was
 * broken into lines, such as PEM or a hex dump, is one record.
 */
public final class PlainText implements LineFormat {

    private static final byte[][] ERRORS = words("error", "fatal", "critical", "fail");
    private static final byte[][] WARNINGS = words("warn");

    private final boolean timed;
    private final long offsetNanos;
    private final IsoTime time = new IsoTime();
    private final WrappedBlocks blocks = new WrappedBlocks();
    private final RecordDraft draft = new RecordDraft();

    /** @param timed whether only lines with a time begin a record */
    public PlainText(boolean timed, long offsetNanos) {
        this.timed = timed;
        this.offsetNanos = offsetNanos;
    }

    /** Whether enough of the lines in {@code head} begin with a time to take the others for their continuations. */
    public static boolean isTimed(byte[] head, int from, int to) {
        IsoTime time = new IsoTime();
        int lines = 0;
        int times = 0;
        for (int at = from; at < to && lines < 500;) {
            int feed = ByteSearch.indexOf(head, at, to, (byte) '\n');
            lines++;
            times += time.read(head, at, feed) ? 1 : 0;
            at = feed + 1;
        }
        return times > 0 && times * 20 >= lines;
    }

    @Override
    public void reset() {
        blocks.reset();
    }

    @Override
    public boolean isSettled() {
        return true;
    }

    @Override
    public boolean begins(byte[] b, int at, int limit, boolean firstOfSource) {
        if (firstOfSource) {
            blocks.goesOn(b, at, limit);
            return true;
        }
        if (timed) {
            return b[at] >= '"' && b[at] <= '[' && time.read(b, at, ByteSearch.indexOf(b, at, limit, (byte) '\n'));
        }
        boolean goesOn = blocks.goesOn(b, at, limit);
        return !goesOn && (b[at] > ' ' || b[at] < 0);
    }

    @Override
    public void record(LineRecord record, RecordSink sink) {
        draft.begin(record.offset(), record.length()).text(record.bytes(), record.start(), record.end() - record.start());
        int lineEnd = ByteSearch.indexOf(record.bytes(), record.start(), record.end(), (byte) '\n');
        if (time.read(record.bytes(), record.start(), lineEnd)) {
            draft.time(time.nanos == UtcTime.UNKNOWN || time.zoned ? time.nanos : time.nanos - offsetNanos);
        }
        draft.level(level(record.bytes(), record.start(), lineEnd));
        sink.record(draft);
    }

    private static Level level(byte[] b, int from, int to) {
        Level level = Level.INFO;
        for (int at = from; at < Math.min(to, from + 400); at++) {
            int c = b[at] | 0x20;
            if ((c == 'e' || c == 'f' || c == 'c') && startsWith(b, at, to, ERRORS)) {
                return Level.ERROR;
            }
            if (c == 'w' && startsWith(b, at, to, WARNINGS)) {
                level = Level.WARNING;
            }
        }
        return level;
    }

    private static boolean startsWith(byte[] b, int at, int to, byte[][] words) {
        for (byte[] word : words) {
            if (ByteSearch.startsWithIgnoreCase(b, at, to, word)) {
                return true;
            }
        }
        return false;
    }

    private static byte[][] words(String... words) {
        byte[][] bytes = new byte[words.length][];
        for (int i = 0; i < words.length; i++) {
            bytes[i] = words[i].getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        }
        return bytes;
    }
}
