package org.traceweave.readers.sip.internal;

import org.jspecify.annotations.Nullable;
import org.traceweave.model.Damage;
import org.traceweave.model.DamageKind;
import org.traceweave.model.Level;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.readers.ByteSearch;
import org.traceweave.readers.LineFormat;
import org.traceweave.readers.LineRecord;
import org.traceweave.readers.RecordDraft;
import org.traceweave.readers.RecordSink;

/**
 * Server text: a record begins at a line with the prefix, except where an open block quotes such a line from more than a day away (a
 * message in which somebody pasted a log).
 */
final class ServerFormat implements LineFormat {

    private static final byte[] END = Chars.ascii("$$end_record");
    private static final byte[] FLAG_CONNECTION = Chars.ascii("TF_CONNECTION");
    private static final byte[] FLAG_DIAGNOSTIC = Chars.ascii("TF_DIAG");
    private static final byte[] FLAG_HTTP = Chars.ascii("HTTP");

    private final boolean textAlone;
    private final @Nullable String fileHost;
    private final long offsetNanos;
    private final TraceTime clock;
    private final Strings strings = new Strings();
    private final HostNames hosts = new HostNames();
    private final SipFields fields = new SipFields(strings);
    private final WebFields web = new WebFields(strings);
    private final RecordDraft draft = new RecordDraft();

    // the prefix being looked at, that of the record being read, that of the one before
    private ServerPrefix scratch = new ServerPrefix();
    private ServerPrefix current = new ServerPrefix();
    private ServerPrefix previous = new ServerPrefix();
    private boolean open;
    private boolean previousOpen;
    private boolean endSeen;
    private final LineTimes times = new LineTimes();

    ServerFormat(@Nullable String fileHost, boolean dayFirst, long offsetNanos) {
        this(fileHost, dayFirst, offsetNanos, false);
    }

    /** One whose records have their text and nothing else. */
    static ServerFormat ofTextAlone(boolean dayFirst) {
        return new ServerFormat(null, dayFirst, 0, true);
    }

    private ServerFormat(@Nullable String fileHost, boolean dayFirst, long offsetNanos, boolean textAlone) {
        this.textAlone = textAlone;
        this.fileHost = fileHost;
        this.offsetNanos = offsetNanos;
        clock = new TraceTime(dayFirst);
    }

    @Override
    public void reset() {
        current.valid = false;
        previous.valid = false;
        open = false;
        previousOpen = false;
        endSeen = false;
        times.clear();
    }

    @Override
    public boolean isSettled() {
        return endSeen || times.agree();
    }

    @Override
    public boolean begins(byte[] b, int at, int limit, boolean firstOfSource) {
        byte first = b[at];
        if (first == '$') {
            if (ByteSearch.startsWith(b, at, limit, END)) {
                open = false;
                endSeen = true;
            }
            return false;
        }
        if (first != 'T' && first != '[' && first != (byte) 0xef || !scratch.read(b, at, limit, clock)) {
            return false;
        }
        times.see(scratch.time);
        if (open && LineTimes.areFarApart(scratch.time, current.time)) {
            return false;
        }
        ServerPrefix free = previous;
        previous = current;
        previousOpen = open;
        current = scratch;
        scratch = free;
        open = current.opensBlock;
        return true;
    }

    @Override
    public void record(LineRecord record, RecordSink sink) {
        ServerPrefix prefix = record.isLast() ? current : previous;
        boolean unfinished = prefix.valid && (record.isLast() ? open : previousOpen);
        byte[] b = record.bytes();
        int start = record.start();
        int textStart = start + (prefix.valid ? prefix.lineStart : 0);
        draft.begin(record.offset(), record.length()).text(b, textStart, record.end() - textStart);
        if (textAlone) {
            sink.record(draft);
            return;
        }
        if (prefix.valid) {
            head(prefix, b, start);
            content(prefix, b, start, record.end());
        } else {
            draft.host(fileHost);
        }
        sink.record(draft);
        if (unfinished) {
            sink.damage(new Damage(record.offset(), record.length(), DamageKind.TRUNCATED, "The block that begins here has no end."));
        }
    }

    private void head(ServerPrefix prefix, byte[] b, int start) {
        if (prefix.hasTime()) {
            draft.time(prefix.time - offsetNanos);
        }
        String host = hosts.of(b, start + prefix.whereFrom, start + prefix.whereTo);
        draft.host(host == null ? fileHost : host)
                .component(strings.of(b, start + prefix.componentFrom, start + prefix.componentTo))
                .level(prefix.level)
                .process(prefix.process & 0xffff_ffffL)
                .thread(prefix.thread & 0xffff_ffffL)
                .sequence(prefix.sequence);
    }

    private void content(ServerPrefix prefix, byte[] b, int start, int end) {
        String correlation = prefix.correlationTo > prefix.correlationFrom
                ? strings.of(b, start + prefix.correlationFrom, start + prefix.correlationTo) : null;
        int message = Math.min(end, start + prefix.message);
        int firstLine = ByteSearch.indexOf(b, message, end, (byte) '\n');
        if (prefix.opensBlock || firstLine < end && endsBlock(b, firstLine, end)) {
            block(prefix, b, start, prefix.opensBlock ? firstLine + 1 : message, end, correlation);
            return;
        }
        boolean isWeb = web.isWebComponent(String.valueOf(draft.component())) || isHttpFlag(prefix, b, start);
        if (isWeb && web.read(b, message, end)) {
            draft.kind(RecordKind.HTTP);
            web.write(draft, null, null, failureCode(prefix, b, message, end), correlation);
            return;
        }
        String hresult = failureCode(prefix, b, message, end);
        if (hresult != null) {
            draft.add(RecordField.HRESULT, hresult);
        }
        if (correlation != null) {
            draft.add(RecordField.CORRELATION, correlation);
        }
    }

    /** Codes in ordinary lines are as often addresses and flags; in warnings and errors they are what went wrong. */
    private @Nullable String failureCode(ServerPrefix prefix, byte[] b, int from, int to) {
        boolean grave = prefix.level == Level.FATAL || prefix.level == Level.ERROR || prefix.level == Level.WARNING;
        return grave ? FailureCodes.find(strings, b, from, to, false) : null;
    }

    private void block(ServerPrefix prefix, byte[] b, int start, int from, int end, @Nullable String correlation) {
        fields.clear();
        fields.correlation = correlation;
        fields.read(b, Math.min(from, end), end, false);
        RecordKind kind = fields.kind();
        draft.kind(kind == null ? kindOfFlags(prefix, b, start) : kind);
        if (fields.isHttp()) {
            web.read(b, from, end);
            web.write(draft, fields.direction, fields.peer, fields.failureCodeFound(), fields.correlation);
        } else {
            fields.write(draft, false);
        }
    }

    /** Whether a record whose block has lost its beginning ends with the end mark. */
    private static boolean endsBlock(byte[] b, int from, int end) {
        int line = end - END.length;
        return line > from && b[line - 1] == '\n' && ByteSearch.startsWith(b, line, end, END);
    }

    private static RecordKind kindOfFlags(ServerPrefix prefix, byte[] b, int start) {
        if (contains(b, start + prefix.flagsFrom, start + prefix.flagsTo, FLAG_CONNECTION)) {
            return RecordKind.CONNECTION;
        }
        return contains(b, start + prefix.flagsFrom, start + prefix.flagsTo, FLAG_DIAGNOSTIC) ? RecordKind.SIP_DIAGNOSTIC : RecordKind.TRACE;
    }

    private static boolean isHttpFlag(ServerPrefix prefix, byte[] b, int start) {
        return contains(b, start + prefix.flagsFrom, start + prefix.flagsTo, FLAG_HTTP);
    }

    private static boolean contains(byte[] b, int from, int to, byte[] word) {
        return ByteSearch.indexOf(b, from, to, word) < to;
    }
}
