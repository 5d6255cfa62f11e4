package org.traceweave.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;
import org.traceweave.model.UtcTime;

/**
 * Writes a client's {@code .UccApilog}: local times, every message between its "Sending Packet" or "Data Received" line and its
 * "End of" line with the byte count of the wire. Shapes: reference "Server and client traces", section A2. Not for several threads.
 */
public final class UccApiWriter {

    private final ByteText out = new ByteText(4096);
    private final TraceTime clock = new TraceTime();
    private final long zoneOffsetNanos;
    private final Optional<WritableByteChannel> channel;
    private long flushed;
    private long time;
    private int process = 0x1F68;
    private int thread = 0xC14;
    private String server = "10.20.1.11:5061";
    private String local = "10.30.4.17:52011";

    /** Keeps what is written. {@code zoneOffsetSeconds}: the client's zone, ahead of UTC. */
    public UccApiWriter(int zoneOffsetSeconds) {
        this(zoneOffsetSeconds, Optional.empty());
    }

    /** Passes what is written on to {@code channel}; {@link #flush()} at the end. */
    public UccApiWriter(int zoneOffsetSeconds, WritableByteChannel channel) {
        this(zoneOffsetSeconds, Optional.of(channel));
    }

    private UccApiWriter(int zoneOffsetSeconds, Optional<WritableByteChannel> channel) {
        zoneOffsetNanos = zoneOffsetSeconds * UtcTime.NANOS_PER_SECOND;
        this.channel = channel;
    }

    /** The time of the next records, UTC nanoseconds. */
    public UccApiWriter at(long utcNanos) {
        time = utcNanos;
        return this;
    }

    /** The time of the next records, ISO-8601. */
    public UccApiWriter at(String instant) {
        return at(UtcTime.parse(instant));
    }

    /** Moves the time of the next records on. */
    public UccApiWriter later(double seconds) {
        return at(time + (long) (seconds * UtcTime.NANOS_PER_SECOND));
    }

    public UccApiWriter process(int pid, int tid) {
        process = pid;
        thread = tid;
        return this;
    }

    /** Both ends of the connection, each {@code address:port}. */
    public UccApiWriter connection(String serverEnd, String localEnd) {
        server = serverEnd;
        local = localEnd;
        return this;
    }

    public Written message(Direction direction, SipMessage message) {
        byte[] wire = message.toBytes();
        return message(direction, wire, wire.length);
    }

    /** A message with the lines around it; where all of it stands, from the packet line to the "End of" line. */
    public Written message(Direction direction, byte[] wire, int length) {
        boolean sent = direction == Direction.OUT;
        long begun = flushed + out.size();
        prefix("INFO ").text(sent ? "Sending Packet - " : "Data Received -").text(server)
                .text(sent ? " (From Local Address: " : " (To Local Address: ").text(local).text(") ").decimal(length).line(" bytes:");
        prefix("INFO ").raw(wire, 0, length);
        if (length < 2 || wire[length - 1] != '\n') {
            out.crlf();
        }
        prefix("INFO ").text(sent ? "End of Sending Packet - " : "End of Data Received -").text(server)
                .text(sent ? " (From Local Address: " : " (To Local Address: ").text(local).text(") ").decimal(length).line(" bytes");
        return new Written(begun, flushed + out.size() - begun, time);
    }

    /** Any other line; {@code level}: {@code INFO}, {@code TRACE}, {@code WARN}, {@code ERROR}. */
    public Written line(String level, String text) {
        long begun = flushed + out.size();
        prefix((level + " ").substring(0, 5)).line(text);
        return new Written(begun, flushed + out.size() - begun, time);
    }

    private ByteText prefix(String level) {
        long written = time + zoneOffsetNanos;
        clock.date(out, written);
        TraceTime.time(out.octet('|'), written);
        return out.octet(' ').hex(process, process > 0xFFF ? 4 : 3).octet(':').hex(thread, thread > 0xFFF ? 4 : 3).octet(' ').text(level)
                .text(" :: ");
    }

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
}
