package org.traceweave.charts.internal;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import org.traceweave.charts.LaneStack;
import org.traceweave.charts.TimelineHit;
import org.traceweave.charts.TimelineLane;
import org.traceweave.charts.TimelineMark;
import org.traceweave.model.TimeRange;

/** Paints the lanes of attempts that are scrolled into view, and notes where each attempt went. */
final class AttemptsPainting extends Painting {

    private static final long serialVersionUID = 1L;
    private static final double MARGIN = 4;
    private static final double LEAST_COLUMN = 0.45;

    private final transient BarPainting bars;
    private final transient ColumnPainting columns;

    AttemptsPainting(Drawing drawing) {
        super(drawing);
        bars = new BarPainting(drawing.theme);
        columns = new ColumnPainting(drawing.theme);
    }

    @Override
    void paint(Graphics2D g, Rectangle2D area) {
        drawing.lanes = area;
        LaneStack stack = drawing.content.attempts();
        if (stack.lanes().isEmpty()) {
            g.setColor(drawing.theme.muted());
            String text = Lettering.fitted(g.getFontMetrics(drawing.theme.font()), drawing.content.emptyText(), area.getWidth() - 20);
            double width = Lettering.width(g, drawing.theme.font(), text);
            Lettering.at(g, drawing.theme.font(), text, area.getCenterX() - width / 2, area.getCenterY());
            return;
        }
        // Few lanes share the room there is; many are scrolled.
        double stretch = Math.max(1, area.getHeight() / stack.height());
        double scroll = Math.clamp(drawing.frame.scroll(), 0, Math.max(0, stack.height() - area.getHeight()));
        LaneLayout layout = drawing.layout(area);
        for (int i = stack.laneAt((int) (scroll / stretch)); i < stack.lanes().size(); i++) {
            double top = area.getMinY() + stack.top(i) * stretch - scroll;
            if (top >= area.getMaxY()) {
                break;
            }
            double height = (stack.top(i + 1) - stack.top(i)) * stretch;
            lane(g, stack.lanes().get(i), new Rectangle2D.Double(area.getMinX(), top, area.getWidth(), height), layout, area);
        }
    }

    private void lane(Graphics2D g, TimelineLane lane, Rectangle2D place, LaneLayout layout, Rectangle2D area) {
        laneTitle(g, lane.title(), place, area);
        g.setColor(drawing.theme.grid());
        g.setStroke(new BasicStroke(1f));
        g.draw(new Line2D.Double(place.getMinX(), place.getMaxY() - 0.5, place.getMaxX(), place.getMaxY() - 0.5));
        int rows = Math.max(1, (int) ((place.getHeight() - MARGIN) / (LaneStack.BAR + LaneStack.SPACING)));
        List<LaneItem> items = layout.items(lane, rows);
        int used = items.stream().mapToInt(LaneItem::row).max().orElse(0) + 1;
        double top = place.getCenterY() - (used * (LaneStack.BAR + LaneStack.SPACING) - LaneStack.SPACING) / 2.0;
        Object smooth = g.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
        for (LaneItem item : items) {
            Rectangle2D bounds = item.isColumn() ? ColumnPainting.place(item, place.getMinY() + 2, place.getHeight() - MARGIN, LEAST_COLUMN)
                    : new Rectangle2D.Double(item.left(), top + item.row() * (LaneStack.BAR + LaneStack.SPACING), item.right() - item.left(), LaneStack.BAR);
            if (item.isColumn()) {
                g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
                columns.paint(g, lane, item, bounds);
                g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, smooth);
            } else {
                bar(g, lane.marks().get(item.begin()), bounds, layout);
            }
            if (!item.standing().isEmpty()) {
                ring(g, bounds);
                item.standing().forEach(id -> drawing.places.putIfAbsent(id, bounds));
            }
            Rectangle2D seen = bounds.createIntersection(area);
            if (!seen.isEmpty()) {
                TimelineMark first = lane.marks().get(item.begin());
                TimelineMark last = lane.marks().get(item.end() - 1);
                drawing.hits.add(TimelineHit.marks(seen, lane, item.begin(), item.end(), item.standing(), new TimeRange(first.from(), Math.max(last.to(), first.from()) + 1)));
            }
        }
    }

    private void bar(Graphics2D g, TimelineMark mark, Rectangle2D bounds, LaneLayout layout) {
        if (mark.isUncertain()) {
            ClockBand.paint(g, drawing.theme, mark, layout, bounds);
        }
        bars.paint(g, mark, bounds, layout);
        if (drawing.content.links().containsKey(mark.id())) {
            drawing.places.putIfAbsent(mark.id(), bounds);
        }
    }

    private void ring(Graphics2D g, Rectangle2D bounds) {
        g.setColor(drawing.theme.cursor());
        g.setStroke(new BasicStroke(2f));
        g.draw(new RoundRectangle2D.Double(bounds.getX() - 2, bounds.getY() - 2, bounds.getWidth() + 4, bounds.getHeight() + 4, 6, 6));
    }

    private void laneTitle(Graphics2D g, String title, Rectangle2D place, Rectangle2D area) {
        Shape clip = g.getClip();
        g.setClip(new Rectangle2D.Double(0, area.getMinY(), area.getMinX(), area.getHeight()));
        g.setColor(drawing.theme.text());
        String fitted = Lettering.fitted(g.getFontMetrics(drawing.theme.small()), title, area.getMinX() - 12);
        Lettering.at(g, drawing.theme.small(), fitted, 6, place.getCenterY());
        g.setClip(clip);
    }
}
