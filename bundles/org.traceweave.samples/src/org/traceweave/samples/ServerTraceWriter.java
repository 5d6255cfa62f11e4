package org.traceweave.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.WritableByteChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.traceweave.model.UtcTime;

/**
 * Writes server trace text record by record. Who writes and when is set first and stays set ({@link #host}, {@link #component},
 * {@link #at}); then each call writes one record and answers where it stands. Keeps all bytes, or passes them on to a channel.
 * I/O errors of the channel come as {@link UncheckedIOException}. Not for several threads.
 * <p>
 * Line shapes: reference "Server and client traces", sections A1 and E.
 */
public abstract sealed class ServerTraceWriter permits ClsWriter, OcsLoggerWriter {

    private static final int FLUSH_SIZE = 1 << 20;

    final ByteText out;
    private final Optional<WritableByteChannel> channel;
    private final Map<String, TraceSource> sources = new HashMap<>();
    private final TraceTime clock = new TraceTime();
    private final long zoneOffsetNanos;
    private long flushed;

    private String host;
    private String component = "SIPStack";
    private TraceSource source;
    private int thread = 0x0A34;
    private long correlation = 1_234_567_890L;
    private long time;
    private long begun;

    ServerTraceWriter(Optional<WritableByteChannel> channel, String host, int zoneOffsetSeconds) {
        this.channel = channel;
        this.host = host;
        this.zoneOffsetNanos = zoneOffsetSeconds * UtcTime.NANOS_PER_SECOND;
        out = new ByteText(channel.isPresent() ? FLUSH_SIZE + (FLUSH_SIZE >> 2) : 4096);
        source = sourceOf(host, component);
    }

    /** The host that writes from here on: {@code POOL01\FE01}, or a processor number in the old form. */
    public ServerTraceWriter host(String poolAndMachine) {
        host = poolAndMachine;
        source = sourceOf(host, component);
        return this;
    }

    public ServerTraceWriter component(String name) {
        component = name;
        source = sourceOf(host, component);
        return this;
    }

    /** Sets host, component and process at once; the fast way. */
    public ServerTraceWriter from(TraceSource traceSource) {
        source = traceSource;
        return this;
    }

    public ServerTraceWriter thread(int id) {
        thread = id;
        return this;
    }

    public ServerTraceWriter correlation(long id) {
        correlation = id;
        return this;
    }

    /** The time of the next records, UTC nanoseconds. */
    public ServerTraceWriter at(long utcNanos) {
        time = utcNanos;
        return this;
    }

    /** The time of the next records, ISO-8601. */
    public ServerTraceWriter at(String instant) {
        return at(UtcTime.parse(instant));
    }

    public long time() {
        return time;
    }

    /** Moves the time of the next records on. */
    public ServerTraceWriter later(double seconds) {
        return at(time + (long) (seconds * UtcTime.NANOS_PER_SECOND));
    }

    private TraceSource sourceOf(String where, String name) {
        return sources.computeIfAbsent(where + ' ' + name, key -> new TraceSource(where, name, 0x0F98));
    }

    /** A protocol record with a SIP or HTTP message; {@code peer}: {@code address:port} or a name with port. */
    public Written message(Direction direction, String peer, SipMessage message) {
        byte[] wire = message.toBytes();
        return message(direction, peer, 0x0001_C23FL, wire, wire.length);
    }

    /** The same with the message's wire bytes: head with CRLF line ends, blank line, body. */
    public Written message(Direction direction, String peer, long instanceId, byte[] wire, int length) {
        begin("TL_INFO", "TF_PROTOCOL", protocolFunction());
        return protocolBlock(direction, peer, instanceId, wire, length);
    }

    /** An HTTP message as a web component traces it; set {@link #component} to such a one first. */
    public Written http(String level, Direction direction, String peer, SipMessage message) {
        byte[] wire = message.toBytes();
        begin(level, "TF_RTCHTTP", "HttpTraceModule.TraceMessage:httptracemodule.cs(118)");
        return protocolBlock(direction, peer, 0x0000_0B17L, wire, wire.length);
    }

    private Written protocolBlock(Direction direction, String peer, long instanceId, byte[] wire, int length) {
        openBlock("protocol");
        out.text("Trace-Correlation-Id: ").decimal(correlation).text("\r\nInstance-Id: ").hex(instanceId, 8)
                .text(direction == Direction.IN ? "\r\nDirection: incoming\r\nPeer: " : "\r\nDirection: outgoing;source=\"local\"\r\nPeer: ")
                .text(peer).text(isResponse(wire) ? "\r\nMessage-Type: response\r\nStart-Line: " : "\r\nMessage-Type: request\r\nStart-Line: ");
        int head = headLength(wire, length);
        out.raw(wire, 0, head).text("Message-Body: ");
        if (head + 2 >= length) {
            out.octet('-');
        } else {
            out.raw(wire, head + 2, length - head - 2);
        }
        return endBlock();
    }

    /** A diagnostic record; {@code lines}: {@code Key: value} lines after Severity and Text. */
    public Written diagnostic(String severity, String text, String... lines) {
        return block(switch (severity) {
            case "error" -> "TL_ERROR";
            case "warning" -> "TL_WARN";
            default -> "TL_INFO";
        }, "TF_DIAG", "diagnostic", "SIPAdminLog::WriteDiagnosticEvent:SIPAdminLog.cpp(833)", severity, text, lines);
    }

    /** A connection record; {@code lines}: {@code Key: value} lines after Severity and Text. */
    public Written connection(String severity, String text, String... lines) {
        return block("error".equals(severity) ? "TL_ERROR" : "TL_INFO", "TF_CONNECTION", "connection",
                "SIPAdminLog::WriteConnectionEvent:SIPAdminLog.cpp(454)", severity, text, lines);
    }

    private Written block(String level, String flags, String logType, String function, String severity, String text, String... lines) {
        begin(level, flags, function);
        openBlock(logType);
        out.text("Severity: ").line(severity).text("Text: ").line(text);
        for (String line : lines) {
            out.line(line);
        }
        return endBlock();
    }

    /** A plain trace line; {@code text} may hold further lines. */
    public Written trace(String level, String flags, String function, String text) {
        begin(level, flags, function);
        out.line(text);
        return end();
    }

    /** An informational line of a component: {@code TL_INFO(TF_COMPONENT)}. */
    public Written trace(String text) {
        return trace("TL_INFO", "TF_COMPONENT", "CComponent::Trace:component.cpp(100)", text);
    }

    /** Writes bytes between records as they are: headings, damage. */
    public ServerTraceWriter raw(String text) {
        out.text(text);
        return this;
    }

    /** Begins a record: everything up to its text. {@code function}: {@code Class::Method:file.cpp(line)}. */
    public ByteText begin(String level, String flags, String function) {
        begun = flushed + out.size();
        long written = time + zoneOffsetNanos;
        out.text(level).octet('(').text(flags).text(") [").raw(source.where).octet(']').hex(source.process, 4).octet('.').hex(thread, 4)
                .text("::");
        clock.date(out, written);
        TraceTime.time(out.octet('-'), written);
        out.octet('.').hexLower(source.nextSequence(), 8).text(" (").raw(source.component).octet(',').text(function).octet(')');
        afterPrefix(correlation);
        return out;
    }

    /** Ends the record that {@link #begin} began; its last line must have been ended. */
    public Written end() {
        Written written = new Written(begun, flushed + out.size() - begun, time);
        if (channel.isPresent() && out.size() >= FLUSH_SIZE) {
            flush();
        }
        return written;
    }

    /** Ends a record with a begin/end block. */
    public Written endBlock() {
        out.text("\r\n$$end_record\r\n");
        return end();
    }

    abstract void afterPrefix(long correlationId);

    abstract void openBlock(String logType);

    abstract String protocolFunction();

    /** Bytes written so far, passed on or not. */
    public long size() {
        return flushed + out.size();
    }

    /** Passes on what is buffered. */
    public void flush() {
        channel.ifPresent(target -> {
            try {
                out.writeTo(target);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            flushed += out.size();
            out.clear();
        });
    }

    /** Everything written, when no channel takes it. */
    public byte[] toBytes() {
        return out.toBytes();
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private static boolean isResponse(byte[] wire) {
        return wire[3] == '/' || wire[4] == '/';
    }

    /** The length of start line and headers, the last header's CRLF included and the blank line not. */
    static int headLength(byte[] wire, int length) {
        for (int i = 0; i + 3 < length; i++) {
            if (wire[i] == '\r' && wire[i + 2] == '\r' && wire[i + 3] == '\n') {
                return i + 2;
            }
        }
        return length;
    }
}
