package org.traceweave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.traceweave.analysis.Engine;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cli.SampleOnDisk.Sample;
import picocli.CommandLine.Command;

/** What goes wrong is one sentence on standard error and an exit status; standard output stays empty. */
@ExtendWith(SampleOnDisk.class)
class ErrorsTest {

    /** A verb with a defect. */
    @Command(name = "break")
    static final class Breaking implements Verb {
        @Override
        public int run(VerbSession session) {
            throw new IllegalStateException("seven is no day");
        }
    }

    private static VerbRegistry breaking() {
        return VerbRegistry.standard().with(List.of(new VerbRegistry.Contribution(Breaking::new, "test")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nosuchverb", "import", "import a.case", "import / x", "import .. x", "search CASE", "search CASE x --limit -1", "search CASE x --limit many",
        "search CASE x --from yesterday", "search CASE x --from 2018-10-17 --to 2018-10-16", "search CASE x --evidence -1", "search CASE x --zone Mars/Phobos",
        "search CASE x --nosuch", "histogram CASE x", "histogram CASE x --buckets 0", "histogram CASE x --buckets 3 --by nosuch", "signins CASE --outcome lost",
        "findings CASE --rule no.such", "findings CASE --set no.such=1", "findings CASE --set no.such", "findings CASE --evidence some", "show CASE",
        "show CASE --source x", "show CASE --source x --offset -1", "show CASE --id 1 --source x --offset 1", "show CASE --id x --raw", "sample",
        "sample x --size big", "sample x --story no-such", "sources", "certificates"})
    void wrongUsageIsOneSentenceWithStatus2(String line, Sample sample) {
        Object[] arguments = line.replace("CASE", sample.caseFolder().toString()).split(" ");
        Answer.to(arguments).failure(CommandLine.USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"time:[", "\"open", "nosuch:(a b)", "eventId:[x TO 3]"})
    void aQueryThatCannotBeUnderstoodIsWrongUsage(String query, Sample sample) {
        Answer.to("search", sample.caseFolder(), query).failure(CommandLine.USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sources", "signins", "windows-failures", "findings", "certificates", "search /nonexistent", "histogram --buckets 3 /nonexistent",
        "show --id x"})
    void aMissingCaseIsNamedInOneSentence(String verb) {
        Object[] arguments = (verb.contains("/nonexistent") ? verb + " x" : verb + " /nonexistent").split(" ");
        assertTrue(Answer.to(arguments).failure(CommandLine.FAILED).startsWith("/nonexistent does not exist"));
    }

    @Test
    void anUnknownVerbIsAnsweredWithTheNearest() {
        assertEquals("There is no verb serch; did you mean search, or see traceweave --help.", Answer.to("serch").failure(CommandLine.USAGE));
    }

    @Test
    void aRecordThatIsNotThereIsNamed(Sample sample) {
        assertTrue(Answer.to("show", sample.caseFolder(), "--id", "zz").failure(CommandLine.FAILED).contains("the id zz"));
        assertTrue(Answer.to("show", sample.caseFolder(), "--source", "FE01/System.evtx", "--offset", 1).failure(CommandLine.FAILED).contains("byte 1"));
        assertTrue(Answer.to("show", sample.caseFolder(), "--source", "no.txt", "--offset", 1).failure(CommandLine.FAILED).contains("no.txt"));
        assertTrue(Answer.to("search", sample.caseFolder(), "", "--after", "zz").failure(CommandLine.FAILED).contains("zz"));
    }

    @Test
    void debugAddsTheStackTrace() {
        Answer answer = Answer.to("sources", "/nonexistent", "--debug");
        assertEquals(CommandLine.FAILED, answer.status());
        assertTrue(answer.err().startsWith("/nonexistent does not exist"));
        assertTrue(answer.err().contains("\tat "));
    }

    @Test
    void aDefectOfAVerbIsToldInOneSentence() {
        assertTrue(Answer.to(breaking(), new CancelSignal(), "break").failure(CommandLine.FAILED).contains("seven is no day"));
        assertTrue(Answer.to(breaking(), new CancelSignal(), "break", "--debug").err().contains("\tat "));
    }

    @Test
    void withoutAVerbTheUsageGoesToStandardError() {
        Answer answer = Answer.to();
        assertEquals(CommandLine.USAGE, answer.status());
        assertEquals("", answer.out());
        assertTrue(answer.err().contains("Usage: traceweave"));
    }

    @Test
    void helpThatWasAskedForIsTheAnswer() {
        for (VerbRegistry.Contribution each : VerbRegistry.standard().contributions()) {
            String name = each.verb().get().getClass().getAnnotation(Command.class).name();
            assertTrue(Answer.to(name, "--help").done().out().startsWith("Usage: traceweave " + name), name);
        }
    }

    @Test
    void anAnswerThatCannotBeWrittenIsAFailure(Sample sample) {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new CommandLine(Engine.standard(), VerbRegistry.standard()).run(Answer.texts("sources", sample.caseFolder(), "--json"),
                new PrintStream(full, false, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), new CancelSignal());
        assertEquals(CommandLine.FAILED, status);
        assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("The answer could not be written to its end"));
    }

    @Test
    void whatIsCancelledEndsWithStatus130(Sample sample, @TempDir Path folder) {
        CancelSignal cancelled = new CancelSignal();
        cancelled.cancel();
        for (Object[] arguments : List.of(new Object[] {"import", folder.resolve("c.case"), sample.sources()}, new Object[] {"signins", sample.source("FE01")},
                new Object[] {"search", sample.caseFolder(), ""}, new Object[] {"signins", sample.caseFolder()}, new Object[] {"findings", sample.caseFolder()},
                new Object[] {"windows-failures", sample.caseFolder()}, new Object[] {"certificates", sample.caseFolder()})) {
            assertEquals(CommandLine.CANCELLED, Answer.to(VerbRegistry.standard(), cancelled, arguments).status(), () -> String.valueOf(arguments[0]));
        }
    }

    @Test
    void nothingIsPrintedForAFileOfNoKnownFormat(@TempDir Path folder) throws IOException {
        Path noise = Files.write(folder.resolve("noise.bin"), new byte[] {0, 1, 2, 3, 0, 0, (byte) 0xfe});
        assertTrue(Answer.to("signins", noise).failure(CommandLine.FAILED).startsWith("noise.bin is of no known format"));
    }

    @Test
    void sourcesTellsOfAFileOfNoKnownFormatAndFails(@TempDir Path folder) throws IOException {
        Path noise = Files.write(folder.resolve("noise.bin"), new byte[] {0, 1, 2, 3, 0, 0, (byte) 0xfe});
        Answer answer = Answer.to("sources", noise, "--json");
        assertEquals(CommandLine.FAILED, answer.status());
        assertEquals("unrecognised", StrictJson.object(answer.lines().getFirst()).get("status"));
        assertFalse(answer.err().contains("\tat "));
    }
}
