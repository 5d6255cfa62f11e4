package org.traceweave.charts.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.traceweave.charts.TimelineLink;

/**
 * Paints lines between attempts and the events beside them: solid where the event explains the attempt, dashed where they only coincide. For the
 * attempts that stand out, and for all that are seen while there are few.
 */
final class LinkPainting {

    private static final int FEW = 60;
    private static final int MOST = 300;

    private final Drawing drawing;
    private final Rectangle2D plot;

    LinkPainting(Drawing drawing, Rectangle2D plot) {
        this.drawing = drawing;
        this.plot = plot;
    }

    /** A line to be drawn. */
    private record Line(Rectangle2D attempt, TimelineLink link, boolean standing) {
    }

    void paint(Graphics2D g) {
        List<Line> standing = new ArrayList<>();
        List<Line> others = new ArrayList<>();
        for (Map.Entry<String, Rectangle2D> place : drawing.places.entrySet()) {
            boolean stands = drawing.frame.highlighted().contains(place.getKey());
            for (TimelineLink link : drawing.content.links().getOrDefault(place.getKey(), List.of())) {
                if (link.explains() || drawing.frame.coincidences()) {
                    (stands ? standing : others).add(new Line(place.getValue(), link, stands));
                }
            }
        }
        List<Line> apart = apart(others);
        if (apart.size() <= FEW) {
            apart.forEach(line -> paint(g, line));
        }
        apart(standing).stream().limit(MOST).forEach(line -> paint(g, line));
    }

    /** Of lines that would lie upon each other, one: events of a moment are drawn as one mark. */
    private List<Line> apart(List<Line> lines) {
        Map<List<Object>, Line> apart = new LinkedHashMap<>();
        for (Line line : lines) {
            long column = Math.round(drawing.layout(plot).xOf(line.link.time()) / LaneLayout.COLUMN);
            apart.putIfAbsent(List.of(line.attempt, line.link.lane(), column, line.link.explains()), line);
        }
        return List.copyOf(apart.values());
    }

    private void paint(Graphics2D g, Line line) {
        Rectangle2D lane = drawing.eventLanes.get(line.link.lane());
        if (lane == null) {
            return;
        }
        double toX = drawing.layout(plot).xOf(line.link.time()) + LaneLayout.LEAST_WIDTH / 2;
        if (toX < plot.getMinX() - plot.getWidth() || toX > plot.getMaxX() + plot.getWidth()) {
            return;
        }
        // An event beside a long attempt is joined straight up; else the line ends where the attempt does.
        double fromX = Math.clamp(toX, Math.min(line.attempt.getMinX() + 2, line.attempt.getMaxX()), line.attempt.getMaxX());
        double fromY = Math.clamp(line.attempt.getMaxY(), drawing.lanes.getMinY(), drawing.lanes.getMaxY());
        double toY = lane.getMinY() + 2;
        Path2D path = new Path2D.Double();
        path.moveTo(fromX, fromY);
        double bend = (toY - fromY) * 0.5;
        path.curveTo(fromX, fromY + bend, toX, toY - bend, toX, toY);
        Color colour = line.standing ? drawing.theme.cursor() : drawing.theme.muted();
        g.setColor(line.standing ? colour : new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 0x98));
        float width = line.standing ? 1.6f : 1f;
        g.setStroke(line.link.explains() ? new BasicStroke(width)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {4, 3}, 0));
        g.draw(path);
        g.fill(new Ellipse2D.Double(toX - 2, toY - 2, 4, 4));
        g.fill(new Ellipse2D.Double(fromX - 1.5, fromY - 1.5, 3, 3));
    }
}
