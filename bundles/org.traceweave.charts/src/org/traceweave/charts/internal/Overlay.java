package org.traceweave.charts.internal;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.traceweave.charts.TimelineHit;
import org.traceweave.model.TimeRange;

/** What is painted over all plots at once: the breaks where time is folded, the cursor, and the name of the zone. */
final class Overlay {

    private static final double ZIGZAG = 5;
    private static final double LEAST_FOLD = 5;

    private final Drawing drawing;
    private final Rectangle2D plot;

    Overlay(Drawing drawing, Rectangle2D plot) {
        this.drawing = drawing;
        this.plot = plot;
    }

    void paint(Graphics2D g) {
        LaneLayout layout = drawing.layout(plot);
        Shape clip = g.getClip();
        g.clip(plot);
        for (TimeRange fold : drawing.frame.time().folds()) {
            fold(g, fold, layout);
        }
        new LinkPainting(drawing, plot).paint(g);
        drawing.frame.cursor().ifPresent(time -> {
            g.setColor(drawing.theme.cursor());
            g.setStroke(new BasicStroke(1.4f));
            g.draw(new Line2D.Double(layout.xOf(time), plot.getMinY(), layout.xOf(time), plot.getMaxY()));
        });
        g.setClip(clip);
        String zone = drawing.frame.zone().getId().equals("Z") ? "UTC" : drawing.frame.zone().getId();
        g.setColor(drawing.theme.muted());
        String fitted = Lettering.fitted(g.getFontMetrics(drawing.theme.small()), zone, plot.getMinX() - 12);
        Lettering.at(g, drawing.theme.small(), fitted, 6, plot.getMaxY() + TimelineHeights.AXIS / 2.0 + 2);
    }

    private void fold(Graphics2D g, TimeRange fold, LaneLayout layout) {
        double left = Math.max(plot.getMinX(), layout.xOf(fold.from()));
        double right = Math.min(plot.getMaxX(), Math.max(left + LEAST_FOLD, layout.xOf(fold.to())));
        Rectangle2D strip = new Rectangle2D.Double(left, plot.getMinY(), right - left, plot.getHeight());
        g.setColor(drawing.theme.background());
        g.fill(strip);
        g.setColor(drawing.theme.muted());
        g.setStroke(new BasicStroke(1f));
        g.draw(zigzag(left + 1));
        g.draw(zigzag(right - 1));
        drawing.hits.add(TimelineHit.span(strip, TimelineHit.FOLD, 0, fold, ""));
    }

    private Path2D zigzag(double x) {
        Path2D line = new Path2D.Double();
        line.moveTo(x, plot.getMinY());
        int side = 1;
        for (double y = plot.getMinY() + ZIGZAG; y < plot.getMaxY(); y += ZIGZAG) {
            line.lineTo(x + side * 1.6, y);
            side = -side;
        }
        line.lineTo(x, plot.getMaxY());
        return line;
    }
}
