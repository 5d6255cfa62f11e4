package org.traceweave.charts.internal;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.traceweave.charts.ChartTheme;
import org.traceweave.charts.MarkTone;
import org.traceweave.charts.TimelineLane;

/**
 * Paints many marks that share a few pixels as one column, higher the more they are: the tones above each other by their shares, the gravest at the
 * foot, never less than can be seen, and wider than what went well.
 */
final class ColumnPainting {

    private static final MarkTone[] TONES = MarkTone.values();
    private static final double LEAST_SHARE = 4;

    private final ChartTheme theme;

    ColumnPainting(ChartTheme theme) {
        this.theme = theme;
    }

    /** Where a column stands in a lane: {@code least} is the part of the height that a single mark has. */
    static Rectangle2D place(LaneItem item, double top, double height, double least) {
        double own = Math.min(height, height * (least + 0.15 * Math.log10(item.count())));
        return new Rectangle2D.Double(item.left(), top + height - own, item.right() - item.left(), own);
    }

    void paint(Graphics2D g, TimelineLane lane, LaneItem item, Rectangle2D place) {
        double left = place.getHeight();
        double foot = place.getMaxY();
        int rest = item.count();
        for (int i = TONES.length - 1; i >= 0 && rest > 0; i--) {
            int count = lane.count(TONES[i], item.begin(), item.end());
            if (count == 0) {
                continue;
            }
            rest -= count;
            double height = rest == 0 ? left : Math.min(left, Math.max(LEAST_SHARE, place.getHeight() * count / item.count()));
            double wider = TONES[i] == MarkTone.SUCCEEDED ? 0 : 1;
            g.setColor(theme.tone(TONES[i]));
            g.fill(new Rectangle2D.Double(place.getX(), foot - height, place.getWidth() + wider, height));
            foot -= height;
            left -= height;
        }
    }
}
