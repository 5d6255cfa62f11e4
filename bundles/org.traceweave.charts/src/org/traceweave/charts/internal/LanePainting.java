package org.traceweave.charts.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.traceweave.charts.ChartTheme;
import org.traceweave.charts.MarkTone;
import org.traceweave.charts.TimelineFrame;
import org.traceweave.charts.TimelineHit;
import org.traceweave.charts.TimelineLane;

/** Paints the marks of one lane into its plot and notes where each one went. */
final class LanePainting extends AbstractXYAnnotation {

    private static final long serialVersionUID = 1L;
    private static final double BAR = 11;
    private static final double SPACING = 3;
    private static final double MARGIN = 4;
    private static final double LEAST_SHARE = 8;

    private final transient TimelineLane lane;
    private final transient TimelineFrame frame;
    private final transient ChartTheme theme;
    private final transient List<TimelineHit> hits;

    LanePainting(TimelineLane lane, TimelineFrame frame, ChartTheme theme, List<TimelineHit> hits) {
        this.lane = lane;
        this.frame = frame;
        this.theme = theme;
        this.hits = hits;
    }

    @Override
    public void draw(Graphics2D g, XYPlot plot, Rectangle2D area, ValueAxis domain, ValueAxis range, int index, PlotRenderingInfo info) {
        LaneLayout layout = new LaneLayout(frame.visible(), area.getMinX(), area.getWidth(), frame.highlighted());
        int rows = Math.max(1, (int) ((area.getHeight() - MARGIN) / (BAR + SPACING)));
        Shape clip = g.getClip();
        g.clip(area);
        List<LaneItem> items = layout.items(lane, rows);
        int used = items.stream().mapToInt(LaneItem::row).max().orElse(0) + 1;
        for (LaneItem item : items) {
            Rectangle2D place = place(item, area, used);
            paint(g, item, place);
            hits.add(new TimelineHit(place, lane.id(), item.ids(), item.count(), item.range()));
        }
        g.setClip(clip);
    }

    private static Rectangle2D place(LaneItem item, Rectangle2D area, int usedRows) {
        if (item.row() >= 0) {
            double top = area.getCenterY() - (usedRows * (BAR + SPACING) - SPACING) / 2;
            return new Rectangle2D.Double(item.left(), top + item.row() * (BAR + SPACING), item.right() - item.left(), BAR);
        }
        double full = area.getHeight() - 2 * MARGIN;
        double height = Math.min(full, full * (0.45 + 0.15 * Math.log10(item.count())));
        return new Rectangle2D.Double(item.left(), area.getMaxY() - MARGIN - height, item.right() - item.left(), height);
    }

    private void paint(Graphics2D g, LaneItem item, Rectangle2D place) {
        if (item.tones().size() == 1) {
            double arc = item.row() >= 0 ? 4 : 2;
            g.setColor(theme.tone(item.tones().keySet().iterator().next()));
            g.fill(new RoundRectangle2D.Double(place.getX(), place.getY(), place.getWidth(), place.getHeight(), arc, arc));
        } else {
            stack(g, item, place);
        }
        if (item.highlighted()) {
            g.setColor(theme.cursor());
            g.setStroke(new BasicStroke(2f));
            g.draw(new RoundRectangle2D.Double(place.getX() - 2, place.getY() - 2, place.getWidth() + 4, place.getHeight() + 4, 6, 6));
        }
        if (item.row() >= 0 && !item.label().isEmpty()) {
            label(g, item.label(), place);
        }
    }

    /** The tones above each other by their shares, the gravest at the foot and never less than can be seen. */
    private void stack(Graphics2D g, LaneItem item, Rectangle2D place) {
        double left = place.getHeight();
        double foot = place.getMaxY();
        List<MarkTone> gravestFirst = item.tones().keySet().stream().sorted(Comparator.reverseOrder()).toList();
        for (MarkTone tone : gravestFirst) {
            boolean last = tone == gravestFirst.getLast();
            double share = place.getHeight() * item.tones().get(tone) / item.count();
            double height = last ? left : Math.min(left, Math.max(LEAST_SHARE, share));
            g.setColor(theme.tone(tone));
            g.fill(new Rectangle2D.Double(place.getX(), foot - height, place.getWidth(), height));
            foot -= height;
            left -= height;
        }
    }

    private void label(Graphics2D g, String label, Rectangle2D place) {
        g.setFont(theme.font().deriveFont(theme.font().getSize2D() - 2.5f));
        FontMetrics metrics = g.getFontMetrics();
        if (metrics.stringWidth(label) + 8 <= place.getWidth()) {
            g.setColor(Color.WHITE);
            float baseline = (float) (place.getCenterY() + (metrics.getAscent() - metrics.getDescent()) / 2.0);
            g.drawString(label, (float) place.getX() + 4, baseline);
        }
    }
}
