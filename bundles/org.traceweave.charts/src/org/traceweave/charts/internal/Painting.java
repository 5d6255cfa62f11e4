package org.traceweave.charts.internal;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/** Something painted into a plot of a timeline. */
abstract class Painting extends AbstractXYAnnotation {

    private static final long serialVersionUID = 1L;

    final transient Drawing drawing;

    Painting(Drawing drawing) {
        this.drawing = drawing;
    }

    @Override
    public final void draw(Graphics2D g, XYPlot plot, Rectangle2D area, ValueAxis domain, ValueAxis range, int index, PlotRenderingInfo info) {
        Shape clip = g.getClip();
        beside(g, area);
        g.clip(area);
        paint(g, area);
        g.setClip(clip);
    }

    /** Paints within {@code area}. */
    abstract void paint(Graphics2D g, Rectangle2D area);

    /** Writes the title to the left of the plot, upright, so that it can be read. */
    void beside(Graphics2D g, Rectangle2D area) {
    }

    /** A lane's title in the room left of it. */
    final void title(Graphics2D g, String title, Rectangle2D area) {
        Shape clip = g.getClip();
        g.setClip(null);
        g.setColor(drawing.theme.muted());
        double room = area.getMinX() - 12;
        String fitted = Lettering.fitted(g.getFontMetrics(drawing.theme.small()), title, room);
        Lettering.at(g, drawing.theme.small(), fitted, 6, area.getCenterY());
        g.setClip(clip);
    }
}
