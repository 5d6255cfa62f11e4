package org.traceweave.charts.internal;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.traceweave.charts.ChartTheme;
import org.traceweave.charts.TimelineContent;
import org.traceweave.charts.TimelineFrame;
import org.traceweave.charts.TimelineHit;

/** Draws a timeline on any graphics: a screen's image, SVG, PDF. To be used once, by one thread. */
public final class TimelineDrawing {

    /** From this height on there is room for a legend. */
    private static final int LEAST_FOR_LEGEND = 200;
    private static final int HEADING = 22;

    private final Drawing drawing;
    private Rectangle2D plot = new Rectangle2D.Double();

    public TimelineDrawing(ChartTheme theme, TimelineContent content, TimelineFrame frame) {
        drawing = new Drawing(theme, content, frame);
    }

    /** The height of a sheet with all lanes, heading and legend. */
    public static int sheetHeight(TimelineContent content) {
        return HEADING + Legend.HEIGHT + TimelineHeights.sheet(content);
    }

    public void draw(Graphics2D g) {
        TimelineFrame frame = drawing.frame;
        int heading = frame.heading().isEmpty() ? 0 : HEADING;
        int legend = frame.legend() && frame.height() >= LEAST_FOR_LEGEND ? Legend.HEIGHT : 0;
        int height = Math.max(1, frame.height() - heading - legend);
        TimelinePlot plots = new TimelinePlot(drawing, TimelineHeights.of(drawing.content, height), g);
        JFreeChart chart = new JFreeChart(null, drawing.theme.font(), plots.plot(), false);
        chart.setBackgroundPaint(drawing.theme.background());
        chart.setAntiAlias(true);
        chart.setTextAntiAlias(RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        ChartRenderingInfo rendered = new ChartRenderingInfo(null);
        g.setColor(drawing.theme.background());
        g.fill(new Rectangle2D.Double(0, 0, frame.width(), frame.height()));
        chart.draw(g, new Rectangle2D.Double(0, heading + legend, frame.width(), height), rendered);
        plot = rendered.getPlotInfo().getDataArea();
        new Overlay(drawing, plot).paint(g);
        if (heading > 0) {
            g.setColor(drawing.theme.text());
            String fitted = Lettering.fitted(g.getFontMetrics(drawing.theme.font()), frame.heading(), frame.width() - 16);
            Lettering.at(g, drawing.theme.font(), fitted, 6, heading / 2.0 + 1);
        }
        if (legend > 0) {
            new Legend(drawing).paint(g, 6, heading, frame.width() - 6);
        }
    }

    /** Where time runs from left to right. */
    public Rectangle2D plot() {
        return plot;
    }

    /** Where the lanes of attempts are. */
    public Rectangle2D lanes() {
        return drawing.lanes;
    }

    public List<TimelineHit> hits() {
        return drawing.hits;
    }
}
