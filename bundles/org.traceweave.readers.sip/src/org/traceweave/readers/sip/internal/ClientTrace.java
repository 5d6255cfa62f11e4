package org.traceweave.readers.sip.internal;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.traceweave.readers.ClockSample;
import org.traceweave.readers.Encodings;
import org.traceweave.readers.LineRecords;
import org.traceweave.readers.RecordSink;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.SourceHead;
import org.traceweave.readers.SourcePart;
import org.traceweave.readers.SourceReading;

/** Client text, UccApilog. Safe for use by several threads. */
public final class ClientTrace implements SourceReading {

    private static final int TAIL = 64 * 1024;

    private final SourceBytes bytes;
    private final Encodings.Detected detected;
    private final boolean dayFirst;
    private final @Nullable String fileHost;

    private ClientTrace(SourceBytes bytes, Encodings.Detected detected, boolean dayFirst) {
        this.bytes = bytes;
        this.detected = detected;
        this.dayFirst = dayFirst;
        fileHost = HostNames.ofFile(bytes.name());
    }

    /** How sure it is that the source is client text. */
    public static int confidence(SourceHead head) {
        Census census = new Census();
        TraceSource.headLines(head, census);
        return census.lines == 0 ? 0 : 95;
    }

    public static SourceReading open(SourceBytes bytes) throws IOException {
        Encodings.Detected detected = TraceSource.encoding(bytes);
        Census census = new Census();
        TraceSource.lines(bytes, detected, 0, census);
        TraceSource.lines(bytes, detected, Math.max(0, bytes.size() - TAIL), census);
        return new ClientTrace(bytes, detected, census.dayFirst);
    }

    @Override
    public List<SourcePart> parts(long targetBytes) {
        return LineRecords.parts(bytes.size(), targetBytes);
    }

    @Override
    public boolean timeIsUtc() {
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

    private LineRecords records(long offsetNanos) {
        return new LineRecords(bytes, detected, new ClientFormat(fileHost, dayFirst, offsetNanos));
    }

    private static final class Census implements TraceSource.LineVisitor {

        private final ClientLine line = new ClientLine();
        private final TraceTime clock = new TraceTime(false);
        private int lines;
        private boolean dayFirst;

        @Override
        public void line(byte[] b, int from, int to) {
            if (line.read(b, from, to, clock)) {
                lines++;
                dayFirst |= TraceTime.isDayFirst(b, from + line.lineStart, from + line.dateTo);
            }
        }
    }
}
