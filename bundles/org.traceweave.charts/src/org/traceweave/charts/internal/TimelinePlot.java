package org.traceweave.charts.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.traceweave.charts.ChartTheme;
import org.traceweave.charts.TimelineContent;
import org.traceweave.charts.TimelineFrame;
import org.traceweave.charts.TimelineHit;
import org.traceweave.charts.TimelineLane;
import org.traceweave.charts.VolumeBucket;
import org.traceweave.model.TimeRange;

/** Puts the plots of a timeline together: one time axis, the volume, and a plot for each lane. */
public final class TimelinePlot {

    private static final double NANOS_PER_MILLI = 1_000_000.0;
    private static final int VOLUME_WEIGHT = 3;

    private final ChartTheme theme;
    private final TimelineContent content;
    private final TimelineFrame frame;
    private final List<TimelineHit> hits = new ArrayList<>();

    public TimelinePlot(ChartTheme theme, TimelineContent content, TimelineFrame frame) {
        this.theme = theme;
        this.content = content;
        this.frame = frame;
    }

    /** The plot; while it is drawn, {@link #hits} fills. */
    public CombinedDomainXYPlot plot() {
        CombinedDomainXYPlot combined = new CombinedDomainXYPlot(timeAxis());
        combined.setGap(3);
        combined.setOrientation(PlotOrientation.VERTICAL);
        combined.setBackgroundPaint(theme.background());
        combined.setInsets(new RectangleInsets(2, 2, 0, 26));
        combined.add(volume(), VOLUME_WEIGHT);
        for (TimelineLane lane : content.lanes()) {
            combined.add(lane(lane), lane.weight());
        }
        return combined;
    }

    /** Where everything went. */
    public List<TimelineHit> hits() {
        return hits;
    }

    private DateAxis timeAxis() {
        TimeZone zone = TimeZone.getTimeZone(frame.zone());
        DateAxis axis = new DateAxis(null, zone, Locale.ROOT);
        axis.setAutoRange(false);
        axis.setRange(new Range(millis(frame.visible().from()), millis(frame.visible().to())), false, false);
        axis.setTickLabelFont(theme.small());
        axis.setTickLabelPaint(theme.muted());
        axis.setAxisLinePaint(theme.grid());
        axis.setTickMarkPaint(theme.grid());
        axis.setLowerMargin(0);
        axis.setUpperMargin(0);
        axis.setStandardTickUnits(TimeTicks.units(zone));
        return axis;
    }

    private XYPlot volume() {
        long most = content.volume().stream().mapToLong(VolumeBucket::total).max().orElse(1);
        XYPlot plot = base(content.volumeTitle(), Math.max(1, most) * 1.08);
        plot.addAnnotation(new VolumePainting(content.volume(), frame, theme, hits));
        return plot;
    }

    private XYPlot lane(TimelineLane lane) {
        XYPlot plot = base(lane.title(), 1);
        plot.addAnnotation(new LanePainting(lane, frame, theme, hits));
        return plot;
    }

    private XYPlot base(String title, double upper) {
        NumberAxis axis = new NumberAxis(null);
        axis.setRange(0, upper);
        axis.setTickLabelsVisible(false);
        axis.setTickMarksVisible(false);
        axis.setAxisLineVisible(false);
        axis.setFixedDimension(LaneTitle.WIDTH);
        // It draws no items, but a plot without a renderer draws no markers either.
        XYPlot plot = new XYPlot(null, null, axis, new XYLineAndShapeRenderer());
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setBackgroundPaint(theme.band());
        plot.setOutlineVisible(false);
        plot.setDomainGridlinePaint(theme.grid());
        plot.setDomainGridlineStroke(new BasicStroke(1f));
        plot.setRangeGridlinesVisible(false);
        plot.addAnnotation(new LaneTitle(title, theme));
        for (TimeRange gap : content.gaps()) {
            if (gap.overlaps(frame.visible())) {
                plot.addDomainMarker(band(gap, theme.gap()), Layer.BACKGROUND);
            }
        }
        frame.chosen().ifPresent(range -> plot.addDomainMarker(band(range, theme.chosen()), Layer.BACKGROUND));
        frame.cursor().ifPresent(time -> plot.addDomainMarker(new ValueMarker(millis(time), theme.cursor(), new BasicStroke(1.4f)),
                Layer.FOREGROUND));
        return plot;
    }

    private static IntervalMarker band(TimeRange range, Color colour) {
        IntervalMarker marker = new IntervalMarker(millis(range.from()), millis(range.to()), colour);
        marker.setAlpha(colour.getAlpha() / 255f);
        marker.setPaint(new Color(colour.getRed(), colour.getGreen(), colour.getBlue()));
        return marker;
    }

    private static double millis(long nanos) {
        return nanos / NANOS_PER_MILLI;
    }
}
