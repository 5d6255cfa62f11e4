package org.traceweave.charts.internal;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.traceweave.charts.FoldedTime;
import org.traceweave.model.TimeRange;
import org.traceweave.model.UtcTime;

/**
 * A time axis that can fold quiet stretches. Its values are positions from 0 (left) to 1 (right); its ticks stand at round times of the zone, the
 * first one and every first one of a day with the date.
 */
final class TimelineAxis extends NumberAxis {

    private static final long serialVersionUID = 1L;
    private static final double ROOM = 14;
    private static final int MOST_TICKS = 400;

    private final transient FoldedTime time;
    private final transient ZoneId zone;

    TimelineAxis(FoldedTime time, ZoneId zone) {
        super(null);
        this.time = time;
        this.zone = zone;
        setAutoRange(false);
        setRange(0, 1);
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
        Font font = getTickLabelFont();
        List<NumberTick> ticks = new ArrayList<>();
        if (area.getWidth() <= 0) {
            return ticks;
        }
        TickStep step = step(g, font, area.getWidth());
        double reached = Double.NEGATIVE_INFINITY;
        Optional<LocalDate> day = Optional.empty();
        for (TimeRange stretch : time.stretches()) {
            LocalDateTime tick = step.floor(stretch.from(), zone);
            for (int count = 0; count < MOST_TICKS; count++, tick = step.next(tick)) {
                long at = UtcTime.of(tick.atZone(zone).toInstant());
                if (at >= stretch.to()) {
                    break;
                }
                boolean isNewDay = step.isWithinDay() && !day.equals(Optional.of(tick.toLocalDate()));
                String label = (isNewDay ? TickStep.DATE.format(tick) + "  " : "") + step.format().format(tick);
                double x = time.share(at) * area.getWidth();
                double width = Lettering.width(g, font, label);
                // What would stand in the room of the titles begins at its tick.
                boolean atEdge = x < width / 2;
                double left = atEdge ? x : x - width / 2;
                if (at >= stretch.from() && left >= reached && left + width <= area.getWidth() + ROOM) {
                    ticks.add(new NumberTick(time.share(at), label, atEdge ? TextAnchor.TOP_LEFT : TextAnchor.TOP_CENTER, TextAnchor.CENTER, 0));
                    reached = left + width + ROOM;
                    day = Optional.of(tick.toLocalDate());
                }
            }
        }
        return ticks;
    }

    /** The finest step whose labels have room. */
    private TickStep step(Graphics2D g, Font font, double width) {
        TickStep step = TickStep.atLeast(0);
        for (int i = 0; i < 60; i++) {
            LocalDateTime sample = LocalDateTime.ofInstant(UtcTime.instant(time.visible().from()), zone);
            double needed = time.busy((Lettering.width(g, font, step.format().format(sample)) + ROOM) / width);
            if (step.nanos() >= needed) {
                return step;
            }
            step = TickStep.atLeast(step.nanos() * 1.01);
        }
        return step;
    }
}
