package org.traceweave.charts.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.traceweave.charts.ChartTheme;
import org.traceweave.charts.TimelineMark;

/** Where a mark may truly lie if its host's clock is off: a pale band with ends, joined to the mark. */
final class ClockBand {

    private static final double LEAST = 3;
    private static final BasicStroke DOTTED = new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {1, 4}, 0);

    private ClockBand() {
    }

    /** Paints the band beside {@code bounds} if it is wide enough to be seen. */
    static void paint(Graphics2D g, ChartTheme theme, TimelineMark mark, LaneLayout layout, Rectangle2D bounds) {
        double left = layout.xOf(mark.earliest());
        double right = layout.xOf(mark.latest());
        double shift = Math.max(Math.abs(left - bounds.getMinX()), Math.abs(right - bounds.getMinX()));
        if (shift < LEAST) {
            return;
        }
        double middle = bounds.getCenterY();
        Color colour = theme.tone(mark.tone());
        g.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 0x40));
        g.fill(new Rectangle2D.Double(left, bounds.getMinY() + 2, Math.max(1, right - left), bounds.getHeight() - 4));
        // Dotted and pale: it is no bar, nothing lasts from one end to the other.
        g.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 0xA0));
        g.setStroke(DOTTED);
        double from = right < bounds.getMinX() ? right : Math.min(left, bounds.getMinX());
        double to = right < bounds.getMinX() ? bounds.getMinX() : Math.max(left, bounds.getMinX());
        g.draw(new Line2D.Double(from, middle, to, middle));
        g.setColor(colour);
        g.setStroke(new BasicStroke(1f));
        g.draw(new Line2D.Double(left, bounds.getMinY() + 2, left, bounds.getMaxY() - 2));
        g.draw(new Line2D.Double(right, bounds.getMinY() + 2, right, bounds.getMaxY() - 2));
    }
}
