package org.traceweave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.traceweave.analysis.Engine;
import org.traceweave.cases.CancelSignal;

/** What the command line answered: exit status, what went to standard output, what to standard error. */
record Answer(int status, String out, String err) {

    /** Runs the product's own verbs. */
    static Answer to(Object... arguments) {
        return to(VerbRegistry.standard(), new CancelSignal(), arguments);
    }

    static Answer to(VerbRegistry verbs, CancelSignal cancel, Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new CommandLine(Engine.standard(), verbs).run(texts(arguments), new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), cancel);
        return new Answer(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static String[] texts(Object... arguments) {
        return Arrays.stream(arguments).map(each -> each instanceof Path path ? path.toString() : String.valueOf(each)).toArray(String[]::new);
    }

    /** This answer, which must be one of success. */
    Answer done() {
        assertEquals(CommandLine.DONE, status, () -> "exit status; standard error says: " + err);
        return this;
    }

    /** The one sentence that tells why it failed. */
    String failure(int expected) {
        assertEquals(expected, status, () -> "exit status; standard error says: " + err);
        assertFalse(err.contains("\tat "), () -> "a stack trace: " + err);
        assertEquals("", out, "standard output holds nothing but an answer");
        List<String> said = err.lines().filter(line -> !line.startsWith("Importing: ")).toList();
        assertEquals(1, said.size(), () -> "one sentence: " + err);
        assertEquals('.', said.getFirst().charAt(said.getFirst().length() - 1), () -> "a sentence: " + said);
        return said.getFirst();
    }

    List<String> lines() {
        return out.lines().toList();
    }

    List<Map<String, @Nullable Object>> json() {
        done();
        return lines().stream().map(StrictJson::object).toList();
    }

    /** A value of every object. */
    List<@Nullable Object> values(String key) {
        List<@Nullable Object> values = new ArrayList<>();
        json().forEach(object -> values.add(object.get(key)));
        return values;
    }
}
