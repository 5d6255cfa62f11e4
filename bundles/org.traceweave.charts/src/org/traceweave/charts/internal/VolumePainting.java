package org.traceweave.charts.internal;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.traceweave.charts.TimelineHit;
import org.traceweave.charts.VolumeBucket;

/** Paints how many records there are, errors and warnings at the foot of each column where they are seen however few they are. */
final class VolumePainting extends Painting {

    private static final long serialVersionUID = 1L;
    private static final double HEADROOM = 1.08;

    VolumePainting(Drawing drawing) {
        super(drawing);
    }

    @Override
    void beside(Graphics2D g, Rectangle2D area) {
        title(g, drawing.content.volumeTitle(), area);
    }

    @Override
    void paint(Graphics2D g, Rectangle2D area) {
        LaneLayout layout = drawing.layout(area);
        double perRecord = area.getHeight() / (HEADROOM * most());
        for (VolumeBucket bucket : drawing.content.volume()) {
            if (bucket.total() == 0 || !bucket.range().overlaps(drawing.frame.visible())) {
                continue;
            }
            double left = layout.xOf(bucket.range().from());
            double width = Math.max(1, layout.xOf(bucket.range().to()) - left - 0.6);
            double foot = area.getMaxY();
            foot = stack(g, drawing.theme.volumeError(), left, width, foot, bucket.errors(), perRecord);
            foot = stack(g, drawing.theme.volumeWarning(), left, width, foot, bucket.warnings(), perRecord);
            stack(g, drawing.theme.volume(), left, width, foot, bucket.others(), perRecord);
            Rectangle2D bounds = new Rectangle2D.Double(left, area.getMinY(), width, area.getHeight());
            drawing.hits.add(TimelineHit.span(bounds, TimelineHit.VOLUME, bucket.total(), bucket.range(), ""));
        }
    }

    private long most() {
        return Math.max(1, drawing.content.volume().stream().mapToLong(VolumeBucket::total).max().orElse(1));
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
