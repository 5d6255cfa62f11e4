package org.traceweave.readers.sip.internal;

import java.io.IOException;
import org.traceweave.readers.ByteSearch;
import org.traceweave.readers.Encodings;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.SourceHead;
import org.traceweave.readers.TextWindow;

/** Looks at lines of a source before it is read. */
final class TraceSource {

    /** Takes one line. */
    @FunctionalInterface
    interface LineVisitor {
        void line(byte[] bytes, int from, int to);
    }

    private TraceSource() {
    }

    static Encodings.Detected encoding(SourceBytes bytes) throws IOException {
        return Encodings.detect(bytes.read(0, SourceHead.LENGTH));
    }

    /** Shows the lines of a source's first bytes. */
    static void headLines(SourceHead head, LineVisitor visitor) {
        if (head.bytes().length == 0) {
            return;
        }
        try {
            HeadBytes bytes = new HeadBytes(head);
            lines(bytes, Encodings.detect(head.bytes()), 0, visitor);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("Bytes in memory cannot fail to be read", e);
        }
    }

    /** Shows the lines of one window from {@code offset} on, the first of which may be cut. */
    static void lines(SourceBytes bytes, Encodings.Detected detected, long offset, LineVisitor visitor) throws IOException {
        TextWindow window = new TextWindow(bytes, detected);
        window.seek(offset);
        window.fill();
        for (int at = 0; at < window.limit();) {
            int feed = ByteSearch.indexOf(window.buffer(), at, window.limit(), (byte) '\n');
            visitor.line(window.buffer(), at, feed);
            at = feed + 1;
        }
    }

    private record HeadBytes(SourceHead head) implements SourceBytes {

        @Override
        public String name() {
            return head.name();
        }

        @Override
        public long size() {
            return head.bytes().length;
        }

        @Override
        public int read(long position, byte[] target, int start, int length) {
            int count = (int) Math.max(0, Math.min(length, head.bytes().length - position));
            System.arraycopy(head.bytes(), (int) position, target, start, count);
            return count;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
