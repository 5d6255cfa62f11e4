package org.traceweave.charts.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import org.traceweave.charts.ChartTheme;
import org.traceweave.charts.MarkTone;
import org.traceweave.charts.PhaseSegment;
import org.traceweave.charts.TimelineMark;

/**
 * Paints one attempt: its phases in their colours, and how it ended at its right end. Outcomes differ in shape as well as colour: a tick for
 * success, a cross for failure, a dotted edge and an hourglass for a time-out, a dashed edge and a stroke for one that was given up, an open arrow for
 * one the trace ends in.
 */
final class BarPainting {

    /** The room of the sign at a bar's right end. */
    static final double CAP = 11;
    static final BasicStroke SIGN = new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final double LEAST_FOR_PHASES = CAP + 4;
    private static final double LEAST_FOR_LABEL = 34;

    private final ChartTheme theme;

    BarPainting(ChartTheme theme) {
        this.theme = theme;
    }

    void paint(Graphics2D g, TimelineMark mark, Rectangle2D place, LaneLayout layout) {
        if (place.getWidth() < LEAST_FOR_PHASES) {
            small(g, mark.tone(), place);
            return;
        }
        Rectangle2D body = new Rectangle2D.Double(place.getX(), place.getY(), place.getWidth() - CAP, place.getHeight());
        phases(g, mark, body, layout);
        g.setColor(theme.tone(mark.tone()));
        g.fill(new Rectangle2D.Double(body.getMaxX(), place.getY(), CAP, place.getHeight()));
        Stroke before = g.getStroke();
        g.setStroke(edge(mark.tone()));
        g.draw(new Rectangle2D.Double(place.getX() + 0.5, place.getY() + 0.5, place.getWidth() - 1, place.getHeight() - 1));
        g.setStroke(SIGN);
        g.setColor(theme.dark() ? theme.background() : Color.WHITE);
        g.draw(sign(mark.tone(), new Rectangle2D.Double(body.getMaxX(), place.getY(), CAP, place.getHeight())));
        g.setStroke(before);
        label(g, mark.label(), body);
    }

    private void phases(Graphics2D g, TimelineMark mark, Rectangle2D body, LaneLayout layout) {
        List<PhaseSegment> phases = mark.phases();
        if (phases.isEmpty()) {
            g.setColor(theme.band());
            g.fill(body);
            return;
        }
        for (int i = 0; i < phases.size(); i++) {
            double from = i == 0 ? body.getMinX() : layout.xOf(phases.get(i).from());
            double to = i + 1 == phases.size() ? body.getMaxX() : layout.xOf(phases.get(i + 1).from());
            double left = Math.clamp(from, body.getMinX(), body.getMaxX());
            double right = Math.clamp(to, left, body.getMaxX());
            g.setColor(theme.phase(phases.get(i).phase()));
            g.fill(new Rectangle2D.Double(left, body.getY(), right - left, body.getHeight()));
        }
    }

    /** A bar too short for its phases: its shape alone tells how it ended. */
    private void small(Graphics2D g, MarkTone tone, Rectangle2D place) {
        g.setColor(theme.tone(tone));
        double x = place.getX();
        double y = place.getY();
        double right = place.getMaxX();
        double foot = place.getMaxY();
        double middle = place.getCenterY();
        switch (tone) {
            case FAILED -> g.fill(polygon(place.getCenterX(), y - 1, right + 1.5, middle, place.getCenterX(), foot + 1, x - 1.5, middle));
            case TIMED_OUT -> {
                g.fill(polygon(x - 1, y, right + 1, y, place.getCenterX(), middle));
                g.fill(polygon(x - 1, foot, right + 1, foot, place.getCenterX(), middle));
            }
            case OPEN -> g.fill(polygon(x, y, right + 1.5, middle, x, foot));
            case ABANDONED -> {
                g.setStroke(new BasicStroke(1.4f));
                g.draw(new Rectangle2D.Double(x + 0.7, y + 0.7, Math.max(1, place.getWidth() - 1.4), place.getHeight() - 1.4));
            }
            default -> g.fill(new RoundRectangle2D.Double(x, y, place.getWidth(), place.getHeight(), 3, 3));
        }
    }

    /** The sign of an outcome in the square at a bar's end. */
    static Shape sign(MarkTone tone, Rectangle2D square) {
        double x = square.getCenterX();
        double y = square.getCenterY();
        Path2D sign = new Path2D.Double();
        switch (tone) {
            case FAILED -> {
                line(sign, x - 2.5, y - 2.5, x + 2.5, y + 2.5);
                line(sign, x - 2.5, y + 2.5, x + 2.5, y - 2.5);
            }
            case TIMED_OUT -> {
                line(sign, x - 2.5, y - 3, x + 2.5, y - 3, x - 2.5, y + 3, x + 2.5, y + 3);
                sign.closePath();
            }
            case ABANDONED -> line(sign, x - 2.5, y + 3, x + 2.5, y - 3);
            case OPEN -> line(sign, x - 1.5, y - 3, x + 2, y, x - 1.5, y + 3);
            default -> line(sign, x - 3, y, x - 1, y + 2.5, x + 3, y - 2.5);
        }
        return sign;
    }

    private static BasicStroke edge(MarkTone tone) {
        return switch (tone) {
            case ABANDONED -> dashed(4);
            case TIMED_OUT -> dashed(1.5f);
            default -> new BasicStroke(1f);
        };
    }

    private static BasicStroke dashed(float dash) {
        return new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {dash, dash * 0.75f + 0.5f}, 0);
    }

    private static void line(Path2D path, double... points) {
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
    }

    private static Shape polygon(double... points) {
        Path2D path = new Path2D.Double();
        line(path, points);
        path.closePath();
        return path;
    }

    private void label(Graphics2D g, String label, Rectangle2D body) {
        if (label.isEmpty() || body.getWidth() < LEAST_FOR_LABEL) {
            return;
        }
        var font = theme.font().deriveFont(theme.font().getSize2D() - 2.5f);
        FontMetrics metrics = g.getFontMetrics(font);
        String fitted = Lettering.fitted(metrics, label, body.getWidth() - 8);
        if (!fitted.isEmpty()) {
            g.setColor(theme.onPhase());
            Lettering.at(g, font, fitted, body.getX() + 4, body.getCenterY());
        }
    }
}
