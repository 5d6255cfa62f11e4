package org.traceweave.readers.sip.internal;

import org.jspecify.annotations.Nullable;
import org.traceweave.model.Damage;
import org.traceweave.model.DamageKind;
import org.traceweave.model.Level;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.ByteSearch;
import org.traceweave.readers.LineFormat;
import org.traceweave.readers.LineRecord;
import org.traceweave.readers.RecordDraft;
import org.traceweave.readers.RecordSink;

/**
 * Client text: a record begins at each line with the prefix, but a message is one, from its packet line to its end line, whatever
 * lines from another day it quotes.
 */
final class ClientFormat implements LineFormat {

    private static final byte[] SOCKET = Chars.ascii("_SOCKET");

    private final @Nullable String fileHost;
    private final long offsetNanos;
    private final TraceTime clock;
    private final Strings strings = new Strings();
    private final SipFields fields = new SipFields(strings);
    private final RecordDraft draft = new RecordDraft();
    private final ClientLine line = new ClientLine();
    private final ClientLine last = new ClientLine();
    private ClientLine.Part before = ClientLine.Part.OTHER;
    private int processBefore;
    private int threadBefore;
    /** Whether a message has begun and not ended, and when. */
    private boolean open;
    private long openTime;
    private boolean endSeen;
    private final LineTimes times = new LineTimes();

    ClientFormat(@Nullable String fileHost, boolean dayFirst, long offsetNanos) {
        this.fileHost = fileHost;
        this.offsetNanos = offsetNanos;
        clock = new TraceTime(dayFirst);
    }

    @Override
    public void reset() {
        before = ClientLine.Part.OTHER;
        open = false;
        endSeen = false;
        times.clear();
    }

    @Override
    public boolean isSettled() {
        return endSeen || times.agree();
    }

    @Override
    public boolean begins(byte[] b, int at, int limit, boolean firstOfSource) {
        boolean candidate = Chars.isDigit(b[at]) || b[at] == (byte) 0xef;
        if (!candidate || !line.read(b, at, limit, clock)) {
            return false;
        }
        times.see(line.time);
        if (open && LineTimes.areFarApart(line.time, openTime)) {
            return false;
        }
        ClientLine.Part part = line.part;
        open = part == ClientLine.Part.START;
        openTime = line.time;
        endSeen |= part == ClientLine.Part.END;
        boolean sameThread = line.process == processBefore && line.thread == threadBefore;
        boolean goesOn = sameThread && (part == ClientLine.Part.START && before == ClientLine.Part.PACKET
                || part == ClientLine.Part.END && (before == ClientLine.Part.START || before == ClientLine.Part.PACKET));
        before = part;
        processBefore = line.process;
        threadBefore = line.thread;
        return !goesOn;
    }

    @Override
    public void record(LineRecord record, RecordSink sink) {
        byte[] b = record.bytes();
        int start = record.start();
        int end = record.end();
        // the first line is read again: state has moved on to the next record
        if (!last.read(b, start, end, clock)) {
            sink.record(draft.begin(record.offset(), record.length()).text(b, start, end - start).host(fileHost));
            return;
        }
        int textStart = start + last.lineStart;
        draft.begin(record.offset(), record.length()).text(b, textStart, end - textStart)
                .host(fileHost).level(last.level).process(last.process).thread(last.thread);
        if (last.time != UtcTime.UNKNOWN) {
            draft.time(last.time - offsetNanos);
        }
        Damage damage = content(record, b, start, end);
        sink.record(draft);
        if (damage != null) {
            sink.damage(damage);
        }
    }

    /** @return what is wrong with the message, if there is one */
    private @Nullable Damage content(LineRecord record, byte[] b, int start, int end) {
        int text = Math.min(end, start + last.text);
        ClientLine.Part part = last.part;
        fields.clear();
        if (part == ClientLine.Part.PACKET || part == ClientLine.Part.END) {
            packet(b, part == ClientLine.Part.END ? text + ClientLine.END_OF.length : text, end);
        }
        int message = -1;
        if (part == ClientLine.Part.START) {
            message = text;
        } else if (part == ClientLine.Part.PACKET) {
            message = secondLine(b, text, end);
        }
        if (message < 0) {
            other(b, text, end, part);
            return null;
        }
        int lineEnd = ByteSearch.indexOf(b, message, end, (byte) '\n');
        int trimmed = lineEnd > message && b[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
        int closing = closingLine(b, message, end);
        fields.startLine(b, message, trimmed);
        fields.read(b, Math.min(end, lineEnd + 1), closing < 0 ? end : closing, true);
        if (part == ClientLine.Part.START && closing >= 0) {
            line.read(b, closing, end, clock);
            packet(b, closing + line.text + ClientLine.END_OF.length, end);
        }
        draft.kind(RecordKind.SIP);
        fields.write(draft, true);
        return record.isCut() ? null : damage(record, b, message, closing, end);
    }

    /** Where the message's start line begins: behind the prefix of the line after the packet line; -1 if there is none. */
    private int secondLine(byte[] b, int text, int end) {
        int next = ByteSearch.indexOf(b, text, end, (byte) '\n') + 1;
        while (next < end && (b[next] == '\r' || b[next] == '\n')) {
            next++;
        }
        boolean start = next < end && line.read(b, next, end, clock) && line.part == ClientLine.Part.START;
        return start ? next + line.text : -1;
    }

    /** Where the {@code End of} line begins, which is the record's last; -1 if it has none. */
    private int closingLine(byte[] b, int message, int end) {
        int at = end;
        while (at > message && b[at - 1] != '\n') {
            at--;
        }
        return at > message && at < end && line.read(b, at, end, clock) && line.part == ClientLine.Part.END ? at : -1;
    }

    private void packet(byte[] b, int from, int end) {
        boolean sending = ByteSearch.startsWith(b, from, end, ClientLine.SENDING);
        fields.direction = sending ? "out" : "in";
        int peer = Math.min(end, from + (sending ? ClientLine.SENDING.length : ClientLine.RECEIVED.length));
        while (peer < end && b[peer] == ' ') {
            peer++;
        }
        int to = peer;
        while (to < end && b[to] > ' ') {
            to++;
        }
        fields.peer = to > peer ? strings.of(b, peer, to) : null;
    }

    private void other(byte[] b, int text, int end, ClientLine.Part part) {
        boolean socket = ByteSearch.indexOf(b, text, Math.min(end, text + 64), SOCKET) < Math.min(end, text + 64);
        if (socket || part != ClientLine.Part.OTHER) {
            draft.kind(RecordKind.CONNECTION);
        }
        String direction = fields.direction;
        if (direction != null) {
            draft.add(RecordField.DIRECTION, direction);
        }
        String peer = fields.peer;
        if (peer != null) {
            draft.add(RecordField.PEER, peer);
        }
        if (last.level == Level.ERROR || last.level == Level.WARNING || last.level == Level.FATAL) {
            String code = FailureCodes.find(strings, b, text, end, false);
            code = code == null ? FailureCodes.find(strings, b, text, end, true) : code;
            if (code != null) {
                draft.add(RecordField.HRESULT, code);
            }
        }
    }

    /** A message that is shorter than its end line says, or at the end of the file has none. */
    private @Nullable Damage damage(LineRecord record, byte[] b, int message, int closing, int end) {
        if (closing < 0) {
            return record.isLast() && last.part == ClientLine.Part.PACKET
                    ? new Damage(record.offset(), record.length(), DamageKind.TRUNCATED, "The message that begins here has no end.") : null;
        }
        long declared = declaredBytes(b, closing, end);
        long held = closing - message + bareFeeds(b, message, closing);
        return declared > held ? new Damage(record.offset(), record.length(), DamageKind.TRUNCATED,
                "This message holds " + held + " of its " + declared + " bytes.") : null;
    }

    /** The number before {@code bytes} in the end line; 0 if there is none. */
    private static long declaredBytes(byte[] b, int closing, int end) {
        int at = end - 1;
        while (at > closing && !Chars.isDigit(b[at]) && b[at] != ')') {
            at--;
        }
        long value = 0;
        long scale = 1;
        for (int digits = 0; at > closing && digits < 10 && Chars.isDigit(b[at]); digits++) {
            value += scale * (b[at--] - '0');
            scale *= 10;
        }
        return at > closing && b[at] == ' ' ? value : 0;
    }

    private static int bareFeeds(byte[] b, int from, int to) {
        int count = 0;
        for (int at = ByteSearch.indexOf(b, from, to, (byte) '\n'); at < to; at = ByteSearch.indexOf(b, at + 1, to, (byte) '\n')) {
            count += at > from && b[at - 1] != '\r' ? 1 : 0;
        }
        return count;
    }
}
