package org.traceweave.charts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.model.Outcome;
import org.traceweave.model.SignIn;
import org.traceweave.model.TimeRange;

class TimelineSheetTest {

    private static final long START = 1_539_700_000_000_000_000L;
    private static final TimeRange MINUTE = new TimeRange(START, START + 60 * SignIns.SECOND);

    @TempDir
    private Path folder;

    private final TimelineSheet sheet = new TimelineSheet(ChartTheme.light("SansSerif", 12));

    private static TimelineContent content() {
        List<SignIn> signIns = List.of(SignIns.attempt("1", "orion.room@contoso.com", START + 5 * SignIns.SECOND, Outcome.FAILED),
                SignIns.attempt("2", "later@contoso.com", START + 4000 * SignIns.SECOND, Outcome.SUCCEEDED),
                SignIns.attempt("3", "zo\u00eb(room@contoso.com", START + 9 * SignIns.SECOND, Outcome.SUCCEEDED));
        LaneStack attempts = AttemptLanes.of(signIns, AttemptGrouping.USER, AttemptFilter.ALL, HostClocks.RIGHT).stack();
        return new TimelineContent("Records", List.of(), attempts, List.of(), Map.of(), List.of(), "");
    }

    private Path written(TimelineSheet.Format format) throws IOException {
        Path file = folder.resolve("timeline" + format.ending());
        sheet.write(file, format, content(), TimelineFrame.of(FoldedTime.plain(MINUTE), 900, 300), "case one, 2018-10-16");
        return file;
    }

    @Test
    void anSvgHasTheAttemptsAsText() throws IOException {
        String svg = Files.readString(written(TimelineSheet.Format.SVG), UTF_8);
        assertTrue(svg.contains("orion.room@contoso.com"));
        assertTrue(svg.contains("zo\u00eb(room@contoso.com"));
        assertTrue(svg.contains("case one, 2018-10-16"));
        assertTrue(svg.contains("Server certificate"), "the legend names the phases");
        assertFalse(svg.contains("later@contoso.com"), "a lane with nothing in the span is left out");
    }

    @Test
    void aPdfHasTheAttemptsAsText() throws IOException, DataFormatException {
        String text = text(Files.readAllBytes(written(TimelineSheet.Format.PDF)));
        assertTrue(text.contains("(orion.room@contoso.com)"));
        assertTrue(text.contains("(case one, 2018-10-16)"));
        assertFalse(text.contains("zo\u00eb(room"), "what would break the file is drawn as shapes");
    }

    @Test
    void aPngIsAsHighAsItsLanes() throws IOException {
        var image = ImageIO.read(written(TimelineSheet.Format.PNG).toFile());
        assertEquals(1800, image.getWidth());
        assertTrue(image.getHeight() >= 400);
    }

    /** What the first packed stream of a PDF says. */
    private static String text(byte[] pdf) throws DataFormatException {
        String raw = new String(pdf, ISO_8859_1);
        int begin = raw.indexOf('\n', raw.indexOf("stream")) + 1;
        Inflater inflater = new Inflater();
        inflater.setInput(pdf, begin, pdf.length - begin);
        byte[] out = new byte[4 << 20];
        int length = inflater.inflate(out);
        inflater.end();
        return new String(out, 0, length, ISO_8859_1);
    }
}
