package org.traceweave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.samples.ClsWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What verbs stand on: temporary cases, the registry, and that the README tells of it. */
class VerbSessionTest {

    /** Tells where the case is that it was given. */
    @Command(name = "where")
    static final class Where implements Verb {
        @Parameters
        private Path path = Path.of("");

        @Override
        public int run(VerbSession session) throws IOException {
            Case opened = session.open(path);
            session.out().println(opened.folder());
            return Files.exists(opened.folder()) ? CommandLine.DONE : CommandLine.FAILED;
        }
    }

    private static Answer where(Path path) {
        return Answer.to(VerbRegistry.standard().with(List.of(new VerbRegistry.Contribution(Where::new, "test"))), new CancelSignal(), "where", path);
    }

    @Test
    void theTemporaryCaseOfAPlainFileIsGoneAfterwards(@TempDir Path folder) throws IOException {
        ClsWriter writer = new ClsWriter();
        writer.at("2018-10-16T11:00:00Z").trace("one");
        Path file = Files.write(folder.resolve("a.txt"), writer.toBytes());
        Path temporary = Path.of(where(file).done().out().strip());
        assertFalse(Files.exists(temporary));
        assertFalse(Files.exists(temporary.getParent()));
        assertTrue(Files.exists(file));
    }

    @Test
    void theTemporaryCaseIsGoneAfterNothingCouldBeImported(@TempDir Path folder) throws IOException {
        Path noise = Files.write(folder.resolve("noise.bin"), new byte[] {0, 1, 2, (byte) 0xfd});
        where(noise).failure(CommandLine.FAILED);
    }

    @Test
    void theReadmeNamesTheVerbsThatThereAre() throws IOException {
        Path readme = Path.of("../../README.md");
        Assumptions.assumeTrue(Files.exists(readme));
        List<String> told = new ArrayList<>();
        Pattern row = Pattern.compile("\\| (`[^|]*(?:\\\\\\|[^|]*)*) \\|.*");
        Pattern name = Pattern.compile("`([a-z-]+)[^`]*`");
        String verbs = Files.readString(readme, StandardCharsets.UTF_8).split("## Verbs", 2)[1].split("\n## ", 2)[0];
        verbs.lines().map(row::matcher).filter(Matcher::matches)
                .forEach(each -> name.matcher(each.group(1)).results().forEach(verb -> told.add(verb.group(1))));
        assertEquals(VerbRegistry.standard().contributions().stream().map(each -> each.verb().get().getClass().getAnnotation(Command.class).name()).toList(), told);
    }
}
