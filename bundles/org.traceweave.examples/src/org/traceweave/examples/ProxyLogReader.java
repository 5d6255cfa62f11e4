package org.traceweave.examples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.List;
import org.traceweave.model.Damage;
import org.traceweave.model.DamageKind;
import org.traceweave.model.Level;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.ClockSample;
import org.traceweave.readers.RecordDraft;
import org.traceweave.readers.RecordSink;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.SourceHead;
import org.traceweave.readers.SourcePart;
import org.traceweave.readers.SourceReader;
import org.traceweave.readers.SourceReading;

/**
 * Example of a reader: the log of an in-house reverse proxy. Its first line is {@code #contoso-proxy}; each further line is a time in
 * UTC, the client's address and port, the host asked for, an HTTP status, and a text:
 *
 * <pre>
 * 2018-01-14T11:24:35.123Z 10.0.0.9:50123 lyncweb.contoso.com 502 upstream certificate not trusted
 * </pre>
 */
public final class ProxyLogReader implements SourceReader {

    private static final String FIRST_LINE = "#contoso-proxy";
    private static final int CERTAIN = 100;
    private static final int SERVER_ERRORS = 500;
    private static final int COLUMNS = 5;

    @Override
    public String format() {
        return "contoso-proxy";
    }

    @Override
    public String name() {
        return "Contoso reverse proxy log (example)";
    }

    @Override
    public int confidence(SourceHead head) {
        return new String(head.bytes(), StandardCharsets.UTF_8).startsWith(FIRST_LINE) ? CERTAIN : 0;
    }

    @Override
    public SourceReading open(SourceBytes bytes) {
        return new Reading(bytes);
    }

    /** One proxy log being read. Such logs are small, so a log is one part and is read whole. */
    private record Reading(SourceBytes bytes) implements SourceReading {

        @Override
        public List<SourcePart> parts(long targetBytes) {
            return List.of(new SourcePart(0, bytes.size()));
        }

        @Override
        public boolean timeIsUtc() {
            return true;
        }

        @Override
        public List<ClockSample> clockSamples() {
            return List.of();
        }

        @Override
        public void read(SourcePart part, long offsetNanos, RecordSink sink) throws IOException {
            byte[] all = bytes.read(part.from(), (int) (part.to() - part.from()));
            RecordDraft draft = new RecordDraft();
            int start = 0;
            for (int at = 0; at <= all.length; at++) {
                if (at == all.length || all[at] == '\n') {
                    line(all, start, at, part.from(), draft, sink);
                    start = at + 1;
                }
            }
        }

        @Override
        public void readAt(long offset, int length, long offsetNanos, RecordSink sink) throws IOException {
            line(bytes.read(offset, length), 0, length, offset, new RecordDraft(), sink);
        }

        private static void line(byte[] all, int from, int to, long base, RecordDraft draft, RecordSink sink) {
            String line = new String(all, from, to - from, StandardCharsets.UTF_8).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                return;
            }
            String[] columns = line.split(" ", COLUMNS);
            try {
                int status = Integer.parseInt(columns[3]);
                sink.record(draft.begin(base + from, to - from).time(UtcTime.parse(columns[0])).kind(RecordKind.HTTP).component("Proxy")
                        .level(status >= SERVER_ERRORS ? Level.ERROR : Level.INFO).text(all, from, to - from)
                        .add(RecordField.PEER, columns[1]).add(RecordField.TARGET, columns[2]).add(RecordField.STATUS, status));
            } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException unreadable) {
                sink.damage(new Damage(base + from, to - from, DamageKind.UNREADABLE, "not a line of a proxy log: " + unreadable.getMessage()));
            }
        }
    }
}
