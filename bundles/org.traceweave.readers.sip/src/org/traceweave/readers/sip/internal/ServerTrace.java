package org.traceweave.readers.sip.internal;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.traceweave.readers.ClockSample;
import org.traceweave.readers.Encodings;
import org.traceweave.readers.LineRecords;
import org.traceweave.readers.RecordSink;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.SourceHead;
import org.traceweave.readers.SourcePart;
import org.traceweave.readers.SourceReading;

/** Server text, CLS and OCSLogger: the same lines, with the host in them or not. Safe for use by several threads. */
public final class ServerTrace implements SourceReading {

    private static final int TAIL = 64 * 1024;

    private final SourceBytes bytes;
    private final Encodings.Detected detected;
    private final boolean dayFirst;
    private final @Nullable String fileHost;
    /** Those that nobody uses now. */
    private final Queue<LineRecords> textReaders = new ConcurrentLinkedQueue<>();

    private ServerTrace(SourceBytes bytes, Encodings.Detected detected, boolean dayFirst) {
        this.bytes = bytes;
        this.detected = detected;
        this.dayFirst = dayFirst;
        fileHost = HostNames.ofFile(bytes.name());
    }

    /** How sure it is that the source is server text whose lines name their host, or, if not {@code hosts}, do not. */
    public static int confidence(SourceHead head, boolean hosts) {
        Census census = new Census();
        TraceSource.headLines(head, census);
        int wanted = hosts ? census.withHost : census.withoutHost;
        int others = hosts ? census.withoutHost : census.withHost;
        if (wanted == 0 || wanted < others) {
            return 0;
        }
        return wanted > others ? 95 : 60;
    }

    public static SourceReading open(SourceBytes bytes) throws IOException {
        Encodings.Detected detected = TraceSource.encoding(bytes);
        Census census = new Census();
        TraceSource.lines(bytes, detected, 0, census);
        TraceSource.lines(bytes, detected, Math.max(0, bytes.size() - TAIL), census);
        return new ServerTrace(bytes, detected, census.dayFirst);
    }

    @Override
    public List<SourcePart> parts(long targetBytes) {
        return LineRecords.parts(bytes.size(), targetBytes);
    }

    @Override
    public boolean timeIsUtc() {
        // CLS writes UTC as far as is known, but does not say so
        return false;
    }

    @Override
    public List<ClockSample> clockSamples() throws IOException {
        return ClockSampling.of(bytes.size(), this);
    }

    @Override
    public void read(SourcePart part, long offsetNanos, RecordSink sink) throws IOException {
        records(offsetNanos).read(part, sink);
    }

    @Override
    public void readAt(long offset, int length, long offsetNanos, RecordSink sink) throws IOException {
        records(offsetNanos).readAt(offset, length, sink);
    }

    @Override
    public void textAt(long offset, int length, RecordSink sink) throws IOException {
        LineRecords waiting = textReaders.poll();
        LineRecords reader = waiting == null ? new LineRecords(bytes, detected, ServerFormat.ofTextAlone(dayFirst)) : waiting;
        reader.readAt(offset, length, sink);
        textReaders.offer(reader);
    }

    private LineRecords records(long offsetNanos) {
        return new LineRecords(bytes, detected, new ServerFormat(fileHost, dayFirst, offsetNanos));
    }

    /** Counts what kinds of lines there are. */
    private static final class Census implements TraceSource.LineVisitor {

        private final ServerPrefix prefix = new ServerPrefix();
        private final TraceTime clock = new TraceTime(false);
        private int withHost;
        private int withoutHost;
        private boolean dayFirst;

        @Override
        public void line(byte[] b, int from, int to) {
            if (!prefix.read(b, from, to, clock)) {
                return;
            }
            boolean number = prefix.whereTo > prefix.whereFrom
                    && IntStream.range(from + prefix.whereFrom, from + prefix.whereTo).allMatch(at -> Chars.isDigit(b[at]));
            withHost += number ? 0 : 1;
            withoutHost += number ? 1 : 0;
            dayFirst |= TraceTime.isDayFirst(b, from + prefix.dateFrom, from + prefix.dateTo);
        }
    }
}
