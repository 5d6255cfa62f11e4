package org.traceweave.readers;

import java.io.IOException;
import java.util.List;
import org.traceweave.readers.internal.PlainText;

/**
 * Reads text of no known format, so that it can at least be searched: one record a line with its continuations, and a time where lines
 * begin with an ISO one. The least sure of all readers.
 */
public final class TextReader implements SourceReader {

    private static final int LEAST = 5;

    @Override
    public String format() {
        return "text";
    }

    @Override
    public String name() {
        return "Plain text";
    }

    @Override
    public int confidence(SourceHead head) {
        return Encodings.isText(head.bytes()) ? LEAST : 0;
    }

    @Override
    public SourceReading open(SourceBytes bytes) throws IOException {
        Encodings.Detected detected = Encodings.detect(bytes.read(0, SourceHead.LENGTH));
        TextWindow head = new TextWindow(bytes, detected);
        head.fill();
        return new Reading(bytes, detected, PlainText.isTimed(head.buffer(), 0, head.limit()));
    }

    private record Reading(SourceBytes bytes, Encodings.Detected detected, boolean timed) implements SourceReading {

        @Override
        public List<SourcePart> parts(long targetBytes) {
            return LineRecords.parts(bytes.size(), targetBytes);
        }

        @Override
        public boolean timeIsUtc() {
            return false;
        }

        @Override
        public List<ClockSample> clockSamples() {
            return List.of();
        }

        @Override
        public void read(SourcePart part, long offsetNanos, RecordSink sink) throws IOException {
            new LineRecords(bytes, detected, new PlainText(timed, offsetNanos)).read(part, sink);
        }

        @Override
        public void readAt(long offset, int length, long offsetNanos, RecordSink sink) throws IOException {
            new LineRecords(bytes, detected, new PlainText(timed, offsetNanos)).readAt(offset, length, sink);
        }
    }
}
