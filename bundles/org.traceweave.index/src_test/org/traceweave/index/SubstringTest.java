package org.traceweave.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.model.RecordField;

class SubstringTest {

    @TempDir
    private Path directory;

    private final List<String> texts = new ArrayList<>();
    private final AtomicInteger looked = new AtomicInteger();

    private String text(int source, long offset, int length) {
        looked.incrementAndGet();
        return texts.get((int) offset);
    }

    private void add(RecordIndex index, String text) throws IOException {
        index.add(0, new TestRecord(texts.size()).text(text));
        texts.add(text);
    }

    @Test
    void anyPartOfATraceIsFoundExactlyWhereItStands() throws Exception {
        long seed = Long.getLong("seed", 31);
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        SyntheticTrace trace = new SyntheticTrace(seed);
        try (RecordIndex index = RecordIndex.openForWriting(directory, RecordField.STANDARD, this::text)) {
            for (int i = 0; i < 400; i++) {
                trace.next();
                add(index, new String(trace.text(), StandardCharsets.UTF_8));
            }
            index.refresh();
            try (IndexSnapshot snapshot = index.snapshot()) {
                for (int i = 0; i < Integer.getInteger("n", 300); i++) {
                    String text = texts.get(random.nextInt(texts.size()));
                    int begin = random.nextInt(text.length() - 1);
                    String part = text.substring(begin, Math.min(text.length(), begin + 1 + random.nextInt(40)));
                    String lower = part.toLowerCase(Locale.ROOT);
                    List<Long> expected = new ArrayList<>();
                    for (int k = 0; k < texts.size(); k++) {
                        if (texts.get(k).toLowerCase(Locale.ROOT).contains(lower)) {
                            expected.add((long) k);
                        }
                    }
                    List<Long> found = new ArrayList<>();
                    String query = "'" + part.replace("\\", "\\\\").replace("'", "\\'") + "'";
                    snapshot.scan(snapshot.parse(query), record -> found.add(record.offset()));
                    assertEquals(expected, found, part);
                }
            }
        }
    }

    @Test
    void theTextsOfFewRecordsAreLookedAt() throws Exception {
        try (RecordIndex index = RecordIndex.openForWriting(directory, RecordField.STANDARD, this::text)) {
            for (int i = 0; i < 100; i++) {
                add(index, i % 10 == 0 ? "The user's password (for provisioning) was rejected" : "nothing of interest " + i);
            }
            index.refresh();
            try (IndexSnapshot snapshot = index.snapshot()) {
                assertEquals(10, snapshot.count(snapshot.parse("'word (for provis'")));
                assertEquals(10, looked.get());
                assertEquals(10, snapshot.count(snapshot.parse("'ROVISIONIN'")));
                assertEquals(20, looked.get());
            }
        }
    }

    @Test
    void whatWasCutFromTheIndexIsFoundInTheText() throws Exception {
        try (RecordIndex index = RecordIndex.openForWriting(directory, RecordField.STANDARD, this::text)) {
            String blob = "FgMBAF4BAABaAwFSlm4LzYyD4k9QKq3JxT0mE7vWc1uRb8hNfPdLsGtZoHiAj5XyBnVeCrUkMwQpIgDa2S6FlEO+TbXqLz0WJ9Yv3h";
            add(index, "gssapi-data=\"" + blob + "\"");
            add(index, "unrelated");
            index.refresh();
            try (IndexSnapshot snapshot = index.snapshot()) {
                assertEquals(1, snapshot.count(snapshot.parse("'" + blob.substring(50, 70) + "'")));
                assertTrue(looked.get() <= 1);
            }
        }
    }

    @Test
    void aSourceThatIsGoneIsAnError() throws Exception {
        RecordText gone = (source, offset, length) -> {
            throw new IOException("server.log is gone");
        };
        try (RecordIndex index = RecordIndex.openForWriting(directory, RecordField.STANDARD, gone)) {
            index.add(0, new TestRecord(0).text("some words"));
            index.refresh();
            try (IndexSnapshot snapshot = index.snapshot()) {
                RecordQuery query = snapshot.parse("'ome word'");
                assertEquals("server.log is gone", assertThrows(IOException.class, () -> snapshot.count(query)).getMessage());
            }
        }
    }
}
