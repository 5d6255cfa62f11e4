package org.traceweave.charts;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jfree.pdf.PDFDocument;
import org.jfree.pdf.PDFGraphics2D;
import org.jfree.svg.SVGGraphics2D;
import org.traceweave.charts.internal.TimelineDrawing;

/**
 * The timeline as a file to send to others: PNG, SVG or PDF by the ending of its name, with all lanes, a heading and a legend. Text stays text in
 * SVG and PDF. Stateless; meant for a thread that is not the user interface's.
 */
public final class TimelineSheet {

    /** The endings that a sheet's name can have. */
    public enum Format {
        PNG,
        SVG,
        PDF;

        /** As a name ends, with the dot. */
        public String ending() {
            return "." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Higher than this no sheet is drawn: lanes beyond it are left out. */
    private static final int MOST_HEIGHT = 12_000;

    /** What every reader of PDF has letters for, so that none need to be embedded. */
    private static final String PDF_FAMILY = "Dialog";

    private final ChartTheme theme;

    public TimelineSheet(ChartTheme theme) {
        this.theme = theme;
    }

    /**
     * Writes {@code content} as {@code frame} looks at it, as high as its lanes need; lanes of attempts with nothing in the span are left out.
     *
     * @throws IOException if the file cannot be written
     */
    public void write(Path file, Format format, TimelineContent content, TimelineFrame frame, String heading) throws IOException {
        TimelineContent seen = content.onlySeenIn(frame.visible());
        TimelineFrame sheet = frame.asSheet(Math.clamp(TimelineDrawing.sheetHeight(seen), 200, MOST_HEIGHT), heading);
        TimelineDrawing drawing = new TimelineDrawing(format == Format.PDF ? theme.withFont(PDF_FAMILY) : theme, seen, sheet);
        switch (format) {
            case PNG -> png(file, drawing, sheet.withScale(Math.max(2, frame.scale())));
            case SVG -> svg(file, drawing, sheet);
            case PDF -> pdf(file, drawing, sheet, heading);
        }
    }

    private static void png(Path file, TimelineDrawing drawing, TimelineFrame sheet) throws IOException {
        double scale = sheet.scale();
        BufferedImage image = new BufferedImage((int) (sheet.width() * scale), (int) (sheet.height() * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(scale, scale);
            drawing.draw(graphics);
        } finally {
            graphics.dispose();
        }
        try (var out = Files.newOutputStream(file)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException("this Java cannot write PNG");
            }
        }
    }

    private static void svg(Path file, TimelineDrawing drawing, TimelineFrame sheet) throws IOException {
        SVGGraphics2D graphics = new SVGGraphics2D(sheet.width(), sheet.height());
        drawing.draw(graphics);
        Files.writeString(file, graphics.getSVGDocument(), StandardCharsets.UTF_8);
    }

    private static void pdf(Path file, TimelineDrawing drawing, TimelineFrame sheet, String heading) throws IOException {
        PDFDocument document = new PDFDocument();
        document.setTitle(heading);
        PDFGraphics2D graphics = document.createPage(new Rectangle(sheet.width(), sheet.height())).getGraphics2D();
        drawing.draw(graphics);
        Files.write(file, document.getPDFBytes());
    }
}
