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
        g.setColor(colour);
        g.setStroke(new BasicStroke(1f));
        g.draw(new Line2D.Double(Math.min(left, bounds.getMinX()), middle, Math.max(right, bounds.getMinX()), middle));
        g.draw(new Line2D.Double(left, bounds.getMinY() + 2, left, bounds.getMaxY() - 2));
        g.draw(new Line2D.Double(right, bounds.getMinY() + 2, right, bounds.getMaxY() - 2));
    }
}
