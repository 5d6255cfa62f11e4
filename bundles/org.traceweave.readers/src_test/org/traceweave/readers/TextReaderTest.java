package org.traceweave.readers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.traceweave.model.Damage;
import org.traceweave.model.UtcTime;

class TextReaderTest {

    private final TextReader reader = new TextReader();

    private record Found(long offset, int length, String time, String level, String text) {
    }

    private List<Found> read(String text, long partBytes) throws IOException {
        List<Found> found = new ArrayList<>();
        MemoryBytes bytes = new MemoryBytes(text.getBytes(StandardCharsets.UTF_8));
        SourceReading reading = reader.open(bytes);
        for (SourcePart part : reading.parts(partBytes)) {
            reading.read(part, 3600 * UtcTime.NANOS_PER_SECOND, new RecordSink() {
                @Override
                public void record(RecordDraft draft) {
                    found.add(new Found(draft.offset(), draft.length(), draft.time() == UtcTime.UNKNOWN ? "" : UtcTime.format(draft.time()),
                            draft.level().word(), new String(draft.text(), draft.textStart(), draft.textLength(), StandardCharsets.UTF_8)));
                }

                @Override
                public void damage(Damage damage) {
                    throw new AssertionError(damage);
                }
            });
        }
        return found;
    }

    @Test
    void eachLineIsARecordWithItsIndentedOnes() throws IOException {
        assertEquals(List.of(new Found(0, 4, "", "info", "one"), new Found(4, 12, "", "error", "Error\n  at"), new Found(16, 5, "", "info", "three")),
                read("one\nError\n  at\n\nthree", 1 << 20));
    }

    @Test
    void inATimedLogOtherLinesBelongToTheOneBefore() throws IOException {
        String text = "heading\n2018-01-14T11:24:35.5Z first\nmore\n2018-01-14 12:24:36,123 WARN second\n[2018-01-14T12:24:37+01:00] third\n";
        List<Found> found = read(text, 1 << 20);
        assertEquals(List.of("heading", "2018-01-14T11:24:35.5Z first\nmore", "2018-01-14 12:24:36,123 WARN second", "[2018-01-14T12:24:37+01:00] third"),
                found.stream().map(Found::text).toList());
        assertEquals(List.of("", "2018-01-14T11:24:35.5000000Z", "2018-01-14T11:24:36.1230000Z", "2018-01-14T11:24:37.0000000Z"),
                found.stream().map(Found::time).toList());
        assertEquals("warning", found.get(2).level());
        for (int part = 1; part < text.length(); part++) {
            assertEquals(found, read(text, part));
        }
    }

    @Test
    void itTakesTextOnly() {
        assertEquals(5, reader.confidence(new SourceHead("a", 3, "abc".getBytes(StandardCharsets.UTF_8))));
        assertEquals(0, reader.confidence(new SourceHead("a", 3, new byte[] {0, 1, 2, 3})));
    }

    @Test
    void whatWasBrokenIntoLinesIsOneRecordHoweverTheSourceIsCut() throws IOException {
        String body = "MIIB" + "a".repeat(60) + "\n" + "b".repeat(64) + "\n" + "c".repeat(17) + "\n";
        String pem = "-----BEGIN CERTIFICATE-----\n" + body + "-----END CERTIFICATE-----";
        String dump = "0000  30 82 05 bd 30 82 04 a5  a0 03 02 01   0...0.......\n0010  20 30 0d 06 09 2a    0...\n0016  4f    O";
        String text = "one\n" + pem + "\ntwo\n" + body + "three is a word\n" + dump + "\nfour\n<C>" + body.replace("\n", "&#13;\n") + "d</C>\nfive\n";
        List<Found> found = read(text, 1 << 20);
        assertEquals(List.of("one", pem, "two", body.strip(), "three is a word", dump, "four", "<C>" + body.replace("\n", "&#13;\n") + "d</C>", "five"),
                found.stream().map(Found::text).toList());
        for (int part = 20; part < text.length(); part += 7) {
            assertEquals(found, read(text, part));
        }
    }
}
