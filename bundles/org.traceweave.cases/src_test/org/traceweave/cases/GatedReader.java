package org.traceweave.cases;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.traceweave.readers.ClockSample;
import org.traceweave.readers.RecordSink;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.SourceHead;
import org.traceweave.readers.SourcePart;
import org.traceweave.readers.SourceReader;
import org.traceweave.readers.SourceReading;

/** A reader that reads the first part of a source as another reader does, and the rest of it only once its gate is open. */
record GatedReader(SourceReader reader, CountDownLatch gate) implements SourceReader {

    @Override
    public String format() {
        return reader.format();
    }

    @Override
    public String name() {
        return reader.name();
    }

    @Override
    public int confidence(SourceHead head) {
        return reader.confidence(head);
    }

    @Override
    public SourceReading open(SourceBytes bytes) throws IOException {
        return new Gated(reader.open(bytes), gate);
    }

    private record Gated(SourceReading reading, CountDownLatch gate) implements SourceReading {

        @Override
        public List<SourcePart> parts(long targetBytes) throws IOException {
            return reading.parts(targetBytes);
        }

        @Override
        public boolean timeIsUtc() {
            return reading.timeIsUtc();
        }

        @Override
        public List<ClockSample> clockSamples() throws IOException {
            return reading.clockSamples();
        }

        @Override
        public void read(SourcePart part, long offsetNanos, RecordSink sink) throws IOException {
            if (part.from() > 0) {
                try {
                    gate.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
            reading.read(part, offsetNanos, sink);
        }

        @Override
        public void readAt(long offset, int length, long offsetNanos, RecordSink sink) throws IOException {
            reading.readAt(offset, length, offsetNanos, sink);
        }
    }
}
