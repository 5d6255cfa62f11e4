package org.traceweave.charts.internal;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.traceweave.charts.ChartTheme;
import org.traceweave.charts.TimelineLane;

/** Puts the plots of a timeline together on one time axis: the attempts, below them a plot for each lane of events, at the foot the volume. */
final class TimelinePlot {

    private static final double INSET_RIGHT = 14;
    private static final int MOST_TITLES = 200;
    private static final int LEAST_GUTTER = 56;
    private static final int MOST_GUTTER = 190;

    private final Drawing drawing;
    private final TimelineHeights heights;
    private final double gutter;

    TimelinePlot(Drawing drawing, TimelineHeights heights, Graphics2D g) {
        this.drawing = drawing;
        this.heights = heights;
        gutter = gutter(g);
    }

    /** Room for the titles, the same however far the lanes are scrolled. */
    private double gutter(Graphics2D g) {
        var font = drawing.theme.small();
        Stream<String> titles = Stream.of(drawing.content.attempts().lanes().stream().limit(MOST_TITLES).map(TimelineLane::title),
                drawing.content.events().stream().map(TimelineLane::title), Stream.of(drawing.content.volumeTitle())).flatMap(each -> each);
        double widest = titles.mapToDouble(title -> Lettering.width(g, font, title)).max().orElse(0) + 16;
        return Math.clamp(widest, LEAST_GUTTER, Math.max(LEAST_GUTTER, Math.min(MOST_GUTTER, drawing.frame.width() / 4.0)));
    }

    double gutter() {
        return gutter;
    }

    CombinedDomainXYPlot plot() {
        ChartTheme theme = drawing.theme;
        CombinedDomainXYPlot combined = new CombinedDomainXYPlot(axis());
        combined.setGap(TimelineHeights.GAP);
        combined.setOrientation(PlotOrientation.VERTICAL);
        combined.setBackgroundPaint(theme.background());
        combined.setInsets(new RectangleInsets(TimelineHeights.INSET, 0, 0, INSET_RIGHT));
        combined.add(subplot(List.of(new Backdrop(drawing, true), new AttemptsPainting(drawing))), heights.attempts());
        for (TimelineLane lane : drawing.content.events()) {
            combined.add(subplot(List.of(new Backdrop(drawing, true), new EventsPainting(drawing, lane))), heights.event());
        }
        combined.add(subplot(List.of(new Backdrop(drawing, false), new VolumePainting(drawing))), heights.volume());
        return combined;
    }

    private TimelineAxis axis() {
        ChartTheme theme = drawing.theme;
        TimelineAxis axis = new TimelineAxis(drawing.frame.time(), drawing.frame.zone());
        axis.setTickLabelFont(theme.small());
        axis.setTickLabelPaint(theme.muted());
        axis.setAxisLinePaint(theme.grid());
        axis.setTickMarkPaint(theme.grid());
        axis.setFixedDimension(TimelineHeights.AXIS);
        return axis;
    }

    private XYPlot subplot(List<Painting> paintings) {
        NumberAxis axis = new NumberAxis(null);
        axis.setRange(0, 1);
        axis.setTickLabelsVisible(false);
        axis.setTickMarksVisible(false);
        axis.setAxisLineVisible(false);
        axis.setFixedDimension(gutter);
        // It draws no items, but a plot without a renderer draws no grid lines either.
        XYPlot plot = new XYPlot(null, null, axis, new XYLineAndShapeRenderer());
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setBackgroundPaint(drawing.theme.band());
        plot.setOutlineVisible(false);
        plot.setDomainGridlinePaint(drawing.theme.grid());
        plot.setDomainGridlineStroke(new BasicStroke(1f));
        plot.setRangeGridlinesVisible(false);
        paintings.forEach(plot::addAnnotation);
        return plot;
    }
}
