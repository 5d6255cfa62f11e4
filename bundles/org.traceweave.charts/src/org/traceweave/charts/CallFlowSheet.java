package org.traceweave.charts;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jfree.svg.SVGGraphics2D;
import org.traceweave.analysis.CallFlow;
import org.traceweave.analysis.CallFlowText;
import org.traceweave.charts.internal.CallFlowDrawing;
import org.traceweave.model.SignIn;
import org.traceweave.model.UtcTime;

/**
 * A call flow as a file to send to others: SVG, all of it at once, in which text stays text, or plain text. Stateless; meant for a thread
 * that is not the user interface's.
 */
public final class CallFlowSheet {

    /** The endings that a sheet's name can have. */
    public enum Format {
        SVG,
        TXT;

        /** As a name ends, with the dot. */
        public String ending() {
            return "." + name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int HEADING = 24;
    private static final int PADDING = 8;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private final ChartTheme theme;

    public CallFlowSheet(ChartTheme theme) {
        this.theme = theme;
    }

    /**
     * Writes all of {@code flow}; of {@code frame} the width, the zone and what is unfolded count.
     *
     * @throws IOException if the file cannot be written
     */
    public void write(Path file, Format format, CallFlow flow, CallFlowFrame frame) throws IOException {
        String content = format == Format.TXT ? new CallFlowText(frame.zone()).write(flow) : svg(flow, frame);
        Files.writeString(file, content, StandardCharsets.UTF_8);
    }

    /** The drawing as an SVG document. */
    public String svg(CallFlow flow, CallFlowFrame frame) {
        CallFlowFrame still = frame.withScale(1).withScroll(0, 0).choosing(Optional.empty());
        var measure = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        CallFlowDrawing measured = new CallFlowDrawing(theme, flow, still, measure);
        int width = Math.max(still.width(), measured.contentWidth());
        int height = measured.headHeight() + measured.contentHeight();
        measure.dispose();
        CallFlowFrame whole = new CallFlowFrame(width, height, 1, 0, 0, still.zone(), still.unfolded(), still.chosen());
        SVGGraphics2D graphics = new SVGGraphics2D(width, height + HEADING);
        graphics.setColor(theme.background());
        graphics.fillRect(0, 0, width, HEADING);
        graphics.setColor(theme.text());
        graphics.setFont(theme.font());
        graphics.drawString(heading(flow.signIn(), frame.zone()), PADDING, HEADING - PADDING);
        graphics.translate(0, HEADING);
        new CallFlowDrawing(theme, flow, whole, graphics).draw();
        return graphics.getSVGDocument();
    }

    private static String heading(SignIn signIn, ZoneId zone) {
        String at = TIME.format(LocalDateTime.ofInstant(UtcTime.instant(signIn.start()), zone)) + (zone.equals(ZoneOffset.UTC) ? " UTC" : " "
                + zone.getId());
        String reason = signIn.reason().map(words -> ": " + words).orElse("");
        return signIn.user() + ", " + at + ", " + signIn.kind().word() + " " + TimelineWords.outcome(signIn.outcome()) + reason;
    }
}
