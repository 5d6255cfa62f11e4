package org.traceweave.charts;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.traceweave.charts.internal.TimelineDrawing;

/**
 * Draws the timeline: lanes of attempts, below them lanes of events, and the volume of records, on one axis. Never draws more marks than
 * pixels. Stateless; safe for use by several threads, and meant for one that is not the user interface's.
 */
public final class TimelineChart {

    private final ChartTheme theme;

    public TimelineChart(ChartTheme theme) {
        this.theme = theme;
    }

    /** Draws {@code content} as {@code frame} looks at it. */
    public TimelinePicture draw(TimelineContent content, TimelineFrame frame) {
        int width = (int) Math.ceil(frame.width() * frame.scale());
        int height = (int) Math.ceil(frame.height() * frame.scale());
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        TimelineDrawing drawing = new TimelineDrawing(theme, content, frame);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(frame.scale(), frame.scale());
            drawing.draw(graphics);
        } finally {
            graphics.dispose();
        }
        return new TimelinePicture(frame, image, drawing.plot(), drawing.lanes(), content.attempts().height(), drawing.hits());
    }
}
