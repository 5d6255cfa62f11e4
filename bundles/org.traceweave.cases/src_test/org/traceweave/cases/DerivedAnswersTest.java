package org.traceweave.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.json.EvidenceForm;
import org.traceweave.model.Evidence;

class DerivedAnswersTest {

    private static final List<Evidence> ANSWERS = IntStream.range(0, 100).mapToObj(at -> new Evidence("a.txt", at, 10, Optional.of("r" + at))).toList();

    @TempDir
    private Path folder;
    private Case of;
    private DerivedAnswers kept;

    @BeforeEach
    void create() throws IOException {
        of = Case.create(folder.resolve("of.case"), TestReaders.all());
        kept = new DerivedAnswers(of, "1");
        kept.store("numbers", kept.key(), ANSWERS, EvidenceForm.FORM);
    }

    @AfterEach
    void close() throws IOException {
        of.close();
    }

    private Optional<List<Evidence>> loaded() throws IOException {
        return kept.load("numbers", kept.key(), EvidenceForm.FORM);
    }

    @Test
    void answersAreGivenBackInTheirOrder() throws IOException {
        assertEquals(Optional.of(ANSWERS), loaded());
    }

    @Test
    void anEmptyAnswerIsAnAnswer() throws IOException {
        kept.store("numbers", kept.key(), List.of(), EvidenceForm.FORM);
        assertEquals(Optional.of(List.of()), loaded());
    }

    @Test
    void theyAreGoodForOneKeyAlone() throws IOException {
        assertEquals(Optional.empty(), kept.load("numbers", new DerivedAnswers(of, "2").key(), EvidenceForm.FORM));
    }

    @Test
    void whereverTheFileIsCutNoPartIsTakenForTheWhole() throws IOException {
        Path file = of.derived().resolve("numbers.jsonl");
        byte[] whole = Files.readAllBytes(file);
        assertTrue(whole.length > 1000);
        for (int length = 0; length < whole.length - 1; length += 7) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertEquals(Optional.empty(), loaded(), "cut to " + length);
        }
        // between two answers
        for (int at = 0; at < whole.length - 1; at++) {
            if (whole[at] == '\n') {
                Files.write(file, Arrays.copyOf(whole, at + 1));
                assertEquals(Optional.empty(), loaded(), "cut to " + (at + 1));
            }
        }
    }
}
