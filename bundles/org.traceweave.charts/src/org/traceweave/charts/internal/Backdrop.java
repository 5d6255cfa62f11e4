package org.traceweave.charts.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.traceweave.charts.TimelineGap;
import org.traceweave.charts.TimelineHit;
import org.traceweave.model.TimeRange;

/** What lies behind the marks of a plot: missing records as hatching, and the chosen span. */
final class Backdrop extends Painting {

    private static final long serialVersionUID = 1L;
    private static final double HATCH = 7;
    private static final double LEAST = 2;

    private final boolean withHits;

    /** @param withHits whether what is painted here is to be found under the mouse: in one plot of those above each other */
    Backdrop(Drawing drawing, boolean withHits) {
        super(drawing);
        this.withHits = withHits;
    }

    @Override
    void paint(Graphics2D g, Rectangle2D area) {
        gaps(g, area);
        drawing.frame.chosen().ifPresent(range -> {
            g.setColor(drawing.theme.chosen());
            g.fill(strip(area, range));
        });
    }

    private Rectangle2D strip(Rectangle2D area, TimeRange range) {
        LaneLayout layout = drawing.layout(area);
        double left = Math.max(area.getMinX(), layout.xOf(range.from()));
        double right = Math.min(area.getMaxX(), layout.xOf(range.to()));
        return new Rectangle2D.Double(left, area.getMinY(), Math.max(0, right - left), area.getHeight());
    }

    /** Gaps that share pixels are painted as one, with the words of the first. */
    private void gaps(Graphics2D g, Rectangle2D area) {
        double reached = Double.NEGATIVE_INFINITY;
        for (TimelineGap gap : drawing.content.gaps()) {
            if (!gap.range().overlaps(drawing.frame.visible())) {
                continue;
            }
            Rectangle2D strip = strip(area, gap.range());
            double left = Math.max(reached, strip.getMinX());
            double right = Math.max(strip.getMinX() + LEAST, strip.getMaxX());
            if (right - left < LEAST / 2) {
                continue;
            }
            Rectangle2D place = new Rectangle2D.Double(left, area.getMinY(), right - left, area.getHeight());
            hatched(g, place);
            reached = right;
            if (withHits) {
                drawing.hits.add(TimelineHit.span(place, TimelineHit.GAP, 1, gap.range(), gap.detail()));
            }
        }
    }

    private void hatched(Graphics2D g, Rectangle2D place) {
        Color colour = drawing.theme.gap();
        g.setColor(colour);
        g.fill(place);
        Shape clip = g.getClip();
        g.clip(place);
        g.setStroke(new BasicStroke(1f));
        double height = place.getHeight();
        double first = Math.floor((place.getMinX() - height) / HATCH) * HATCH;
        for (double x = first; x < place.getMaxX(); x += HATCH) {
            g.draw(new Line2D.Double(x, place.getMaxY(), x + height, place.getMinY()));
        }
        g.setClip(clip);
    }
}
