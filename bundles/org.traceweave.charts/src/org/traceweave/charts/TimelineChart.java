package org.traceweave.charts;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.traceweave.charts.internal.TimelinePlot;

/**
 * Draws the timeline: the volume of records and, below it on the same axis, the lanes. Never draws more marks than pixels. Stateless;
 * safe for use by several threads, and meant for one that is not the user interface's.
 */
public final class TimelineChart {

    private final ChartTheme theme;

    public TimelineChart(ChartTheme theme) {
        this.theme = theme;
    }

    /** Draws {@code content} as {@code frame} looks at it. */
    public TimelinePicture draw(TimelineContent content, TimelineFrame frame) {
        TimelinePlot timeline = new TimelinePlot(theme, content, frame);
        JFreeChart chart = new JFreeChart(null, theme.font(), timeline.plot(), false);
        chart.setBackgroundPaint(theme.background());
        chart.setAntiAlias(true);
        chart.setTextAntiAlias(RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        ChartRenderingInfo rendered = new ChartRenderingInfo(null);
        int width = (int) Math.ceil(frame.width() * frame.scale());
        int height = (int) Math.ceil(frame.height() * frame.scale());
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(frame.scale(), frame.scale());
            chart.draw(graphics, new Rectangle2D.Double(0, 0, frame.width(), frame.height()), rendered);
        } finally {
            graphics.dispose();
        }
        return new TimelinePicture(frame, image, rendered.getPlotInfo().getDataArea(), timeline.hits());
    }
}
