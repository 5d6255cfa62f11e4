package org.traceweave.charts.internal;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.traceweave.charts.ChartTheme;
import org.traceweave.charts.TimelineFrame;
import org.traceweave.charts.TimelineHit;
import org.traceweave.charts.VolumeBucket;

/** Paints how many records there are, errors and warnings at the foot of each column where they are seen however few they are. */
final class VolumePainting extends AbstractXYAnnotation {

    private static final long serialVersionUID = 1L;

    private final transient List<VolumeBucket> volume;
    private final transient TimelineFrame frame;
    private final transient ChartTheme theme;
    private final transient List<TimelineHit> hits;

    VolumePainting(List<VolumeBucket> volume, TimelineFrame frame, ChartTheme theme, List<TimelineHit> hits) {
        this.volume = volume;
        this.frame = frame;
        this.theme = theme;
        this.hits = hits;
    }

    @Override
    public void draw(Graphics2D g, XYPlot plot, Rectangle2D area, ValueAxis domain, ValueAxis range, int index, PlotRenderingInfo info) {
        var clip = g.getClip();
        g.clip(area);
        LaneLayout layout = new LaneLayout(frame.visible(), area.getMinX(), area.getWidth(), frame.highlighted());
        double perRecord = area.getHeight() / range.getUpperBound();
        for (VolumeBucket bucket : volume) {
            if (bucket.total() == 0 || !bucket.range().overlaps(frame.visible())) {
                continue;
            }
            double left = layout.xOf(bucket.range().from());
            double width = Math.max(1, layout.xOf(bucket.range().to()) - left - 0.6);
            double foot = area.getMaxY();
            foot = stack(g, theme.volumeError(), left, width, foot, bucket.errors(), perRecord);
            foot = stack(g, theme.volumeWarning(), left, width, foot, bucket.warnings(), perRecord);
            foot = stack(g, theme.volume(), left, width, foot, bucket.others(), perRecord);
            Rectangle2D bounds = new Rectangle2D.Double(left, area.getMinY(), width, area.getHeight());
            hits.add(new TimelineHit(bounds, TimelineHit.VOLUME, List.of(), bucket.total(), bucket.range()));
        }
        g.setClip(clip);
    }

    private static double stack(Graphics2D g, Color colour, double left, double width, double foot, long count, double perRecord) {
        if (count == 0) {
            return foot;
        }
        double height = Math.max(1.5, count * perRecord);
        g.setColor(colour);
        g.fill(new Rectangle2D.Double(left, foot - height, width, height));
        return foot - height;
    }
}
