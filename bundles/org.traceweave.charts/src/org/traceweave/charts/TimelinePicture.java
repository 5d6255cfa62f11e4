package org.traceweave.charts;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * A drawn timeline. {@code image} is in device pixels; {@code plot} (where time runs from left to right), {@code lanes} (where the lanes of
 * attempts are scrolled) and {@code hits} are in logical ones, as is {@code lanesHeight}, how high the lanes are together. Hits drawn later
 * lie above earlier ones.
 */
public record TimelinePicture(TimelineFrame frame, BufferedImage image, Rectangle2D plot, Rectangle2D lanes, int lanesHeight, List<TimelineHit> hits) {

    private static final double REACH = 3;

    public TimelinePicture {
        hits = List.copyOf(hits);
    }

    /** The time at a horizontal position, clamped to the visible span. */
    public long timeAt(double x) {
        return frame.time().time(Math.clamp((x - plot.getMinX()) / Math.max(1, plot.getWidth()), 0, 1));
    }

    /** The horizontal position of a time; outside the plot if it is not visible. */
    public double xOf(long time) {
        return plot.getMinX() + frame.time().share(time) * plot.getWidth();
    }

    /** How far the lanes can be scrolled. */
    public int mostScroll() {
        return Math.max(0, lanesHeight - (int) lanes.getHeight());
    }

    /** What is drawn at a point, or within a few pixels of it: the nearest, and of equally near ones the topmost. */
    public Optional<TimelineHit> hitAt(double x, double y) {
        Optional<TimelineHit> best = Optional.empty();
        double bestDistance = REACH;
        for (TimelineHit hit : hits) {
            double distance = distance(hit.bounds(), x, y);
            if (distance <= bestDistance) {
                best = Optional.of(hit);
                bestDistance = distance;
            }
        }
        return best;
    }

    private static double distance(Rectangle2D bounds, double x, double y) {
        double dx = Math.max(0, Math.max(bounds.getMinX() - x, x - bounds.getMaxX()));
        double dy = Math.max(0, Math.max(bounds.getMinY() - y, y - bounds.getMaxY()));
        return Point2D.distance(0, 0, dx, dy);
    }
}
