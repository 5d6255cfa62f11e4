package org.traceweave.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.traceweave.model.UtcTime;

/** Readable output. */
class ShownTest {

    private static String printed(Consumer<Shown> printing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(out, false, StandardCharsets.UTF_8)) {
            printing.accept(new Shown(stream, ZoneOffset.UTC));
        }
        return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void columnsAreAsWideAsTheirWidestValueAndNumbersStandRight() {
        assertEquals("""
                HOST  RECORDS  SAYS
                FE01        7  a
                A         120  b
                """, printed(shown -> shown.table(List.of("HOST", "RECORDS", "SAYS"), List.of(List.of("FE01", "7", "a"), List.of("A", "120", "b")))));
    }

    @Test
    void theLastColumnIsWrappedUnderItself() {
        String words = "word ".repeat(30).strip();
        String table = printed(shown -> shown.table(List.of("A", "SAYS"), List.of(List.of("x", words))));
        assertEquals(words, String.join(" ", table.lines().skip(1).map(line -> line.substring(3)).toList()));
        assertEquals(4, table.lines().count() + 1);
    }

    @Test
    void aWordThatIsTooLongForALineIsNotCut() {
        String path = "C:\\" + "x".repeat(150);
        assertEquals("at " + path + "\n   end\n", printed(shown -> shown.wrapped("at ", path + " end")));
    }

    @Test
    void anUnknownTimeIsADash() {
        assertEquals("-", new Shown(System.err, ZoneOffset.UTC).time(UtcTime.UNKNOWN));
    }
}
