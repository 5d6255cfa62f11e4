package org.traceweave.charts.internal;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import org.traceweave.charts.TimelineHit;
import org.traceweave.charts.TimelineLane;
import org.traceweave.charts.TimelineMark;
import org.traceweave.model.TimeRange;

/** Paints a lane of events: a stroke for each moment, a bar for what lasts, a column for many that share the pixels. */
final class EventsPainting extends Painting {

    private static final long serialVersionUID = 1L;
    private static final double MARGIN = 2;
    private static final double LEAST_COLUMN = 0.7;

    private final transient TimelineLane lane;

    EventsPainting(Drawing drawing, TimelineLane lane) {
        super(drawing);
        this.lane = lane;
    }

    @Override
    void beside(Graphics2D g, Rectangle2D area) {
        title(g, lane.title(), area);
    }

    @Override
    void paint(Graphics2D g, Rectangle2D area) {
        drawing.eventLanes.put(lane.id(), area);
        LaneLayout layout = drawing.layout(area);
        ColumnPainting columns = new ColumnPainting(drawing.theme);
        double top = area.getMinY() + MARGIN;
        double height = area.getHeight() - 2 * MARGIN;
        for (LaneItem item : layout.items(lane, 1)) {
            TimelineMark first = lane.marks().get(item.begin());
            Rectangle2D bounds = ColumnPainting.place(item, top, height, LEAST_COLUMN);
            if (!item.isColumn()) {
                if (first.isUncertain()) {
                    ClockBand.paint(g, drawing.theme, first, layout, bounds);
                }
                g.setColor(drawing.theme.tone(first.tone()));
                g.fill(new RoundRectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight(), 2, 2));
            } else {
                columns.paint(g, lane, item, bounds);
            }
            if (!item.standing().isEmpty()) {
                g.setColor(drawing.theme.cursor());
                g.setStroke(new BasicStroke(2f));
                g.draw(new RoundRectangle2D.Double(bounds.getX() - 2, bounds.getY() - 1, bounds.getWidth() + 4, bounds.getHeight() + 2, 5, 5));
            }
            long last = lane.marks().get(item.end() - 1).to();
            drawing.hits.add(TimelineHit.marks(bounds, lane, item.begin(), item.end(), item.standing(), new TimeRange(first.from(), Math.max(first.from(), last) + 1)));
        }
    }
}
