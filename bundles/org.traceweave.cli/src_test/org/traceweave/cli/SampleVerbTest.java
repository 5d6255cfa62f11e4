package org.traceweave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.samples.Stories;

/** {@code sample}. */
class SampleVerbTest {

    @Test
    void listNamesEveryStory() {
        String list = Answer.to("sample", "--list").done().out();
        Stories.all().forEach(story -> assertTrue(list.contains(story.id()), story.id()));
    }

    @Test
    void aStoryIsWrittenWithItsTruth(@TempDir Path folder) {
        Answer answer = Answer.to("sample", folder.resolve("s"), "--size", "1m", "--seed", 5, "--story", "quiet-day", "--truth").done();
        assertEquals(folder.resolve("s").toString(), answer.out().strip());
        assertTrue(Files.exists(folder.resolve("s/truth.json")));
        assertTrue(Files.isDirectory(folder.resolve("s/CLS")));
    }

    @Test
    void aFileInTheWayIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("s"), "in the way");
        assertTrue(Answer.to("sample", file, "--size", "1m").failure(CommandLine.FAILED).contains(file.toString()));
    }
}
