package org.traceweave.charts.internal;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.traceweave.charts.ChartTheme;

/** Writes a lane's title to the left of its plot, upright, so that it can be read. */
final class LaneTitle extends AbstractXYAnnotation {

    private static final long serialVersionUID = 1L;

    /** Room left of the plots, in logical pixels. */
    static final double WIDTH = 88;

    private final String title;
    private final transient ChartTheme theme;

    LaneTitle(String title, ChartTheme theme) {
        this.title = title;
        this.theme = theme;
    }

    @Override
    public void draw(Graphics2D g, XYPlot plot, Rectangle2D area, ValueAxis domain, ValueAxis range, int index, PlotRenderingInfo info) {
        var clip = g.getClip();
        g.setClip(null);
        g.setFont(theme.small());
        g.setColor(theme.muted());
        FontMetrics metrics = g.getFontMetrics();
        float baseline = (float) (area.getCenterY() + (metrics.getAscent() - metrics.getDescent()) / 2.0);
        g.drawString(title, (float) (area.getMinX() - WIDTH + 4), baseline);
        g.setClip(clip);
    }
}
