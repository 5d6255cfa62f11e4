package org.traceweave.charts.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.traceweave.charts.ChartTheme;
import org.traceweave.charts.ExpiryContent;
import org.traceweave.charts.ExpiryFrame;
import org.traceweave.charts.ExpiryPicture;
import org.traceweave.charts.ExpiryPicture.State;
import org.traceweave.charts.MarkTone;
import org.traceweave.model.UtcTime;

/** Draws an overview of expiry once. For one thread. */
public final class ExpiryDrawing {

    private static final double MILLIS_A_DAY = 86_400_000.0;
    /** A single certificate is seen beside a thousand. */
    private static final double LEAST_SHARE = 0.05;
    private static final double HEADROOM = 1.25;
    private static final BasicStroke LINE = new BasicStroke(1.4f);

    private final ChartTheme theme;
    private final ExpiryContent content;
    private final ExpiryFrame frame;
    private final ExpiryColumns columns;
    private final double last;

    public ExpiryDrawing(ChartTheme theme, ExpiryContent content, ExpiryFrame frame, ExpiryColumns columns) {
        this.theme = theme;
        this.content = content;
        this.frame = frame;
        this.columns = columns;
        last = UtcTime.instant(content.lastRecord()).toEpochMilli();
    }

    /** Draws, and tells where the columns went. */
    public List<ExpiryPicture.Column> draw(Graphics2D g) {
        DateAxis time = timeAxis();
        XYPlot plot = new XYPlot(dataset(), time, countAxis(), renderer());
        plot.setBackgroundPaint(theme.background());
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(theme.grid());
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(new RectangleInsets(2, 4, 0, 8));
        markers(plot);
        JFreeChart chart = new JFreeChart(null, theme.font(), plot, false);
        chart.setBackgroundPaint(theme.background());
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        chart.setAntiAlias(true);
        chart.setTextAntiAlias(RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        ChartRenderingInfo rendered = new ChartRenderingInfo(null);
        chart.draw(g, new Rectangle2D.Double(0, 0, frame.width(), frame.height()), rendered);
        return placed(time, rendered.getPlotInfo().getDataArea());
    }

    private List<ExpiryPicture.Column> placed(DateAxis time, Rectangle2D area) {
        List<ExpiryPicture.Column> placed = new ArrayList<>();
        for (ExpiryColumns.Laid column : columns.columns()) {
            double left = time.valueToJava2D(millis(column.from()), area, RectangleEdge.BOTTOM);
            double right = time.valueToJava2D(millis(column.to()), area, RectangleEdge.BOTTOM);
            placed.add(new ExpiryPicture.Column(new Rectangle2D.Double(left, area.getMinY(), Math.max(2, right - left), area.getHeight()),
                    nanos(column.from()), nanos(column.to()),
                    column.state(), column.keys()));
        }
        return placed;
    }

    private double millis(int day) {
        return last + day * MILLIS_A_DAY;
    }

    private long nanos(int day) {
        return UtcTime.of(UtcTime.instant(content.lastRecord()).plusSeconds(day * 86_400L));
    }

    private DateAxis timeAxis() {
        DateAxis axis = new DateAxis(null, TimeZone.getTimeZone(frame.zone()), Locale.ROOT);
        axis.setRange(millis(columns.from()), millis(columns.to()));
        axis.setTickLabelFont(theme.small());
        axis.setTickLabelPaint(theme.muted());
        axis.setAxisLinePaint(theme.grid());
        axis.setTickMarkPaint(theme.grid());
        return axis;
    }

    private NumberAxis countAxis() {
        NumberAxis axis = new NumberAxis(null);
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        axis.setRange(0, most() * HEADROOM);
        axis.setTickLabelFont(theme.small());
        axis.setTickLabelPaint(theme.muted());
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        return axis;
    }

    private int most() {
        return columns.columns().stream().mapToInt(column -> column.keys().size()).max().orElse(1);
    }

    /** One series a state, so that each has its colour. */
    private XYIntervalSeriesCollection dataset() {
        XYIntervalSeriesCollection all = new XYIntervalSeriesCollection();
        for (State state : State.values()) {
            XYIntervalSeries series = new XYIntervalSeries(state);
            for (ExpiryColumns.Laid column : columns.columns()) {
                if (column.state() == state) {
                    double height = Math.max(column.keys().size(), most() * LEAST_SHARE);
                    series.add(millis(column.from()), millis(column.from()), millis(column.to()), height, 0, height);
                }
            }
            all.addSeries(series);
        }
        return all;
    }

    private XYBarRenderer renderer() {
        XYBarRenderer renderer = new XYBarRenderer(0.12);
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        for (State state : State.values()) {
            renderer.setSeriesPaint(state.ordinal(), colour(state));
        }
        return renderer;
    }

    private Color colour(State state) {
        return switch (state) {
            case EXPIRED -> theme.tone(MarkTone.FAILED);
            case SOON -> theme.tone(MarkTone.ABANDONED);
            case LATER -> theme.tone(MarkTone.CERTIFICATE);
        };
    }

    private void markers(XYPlot plot) {
        IntervalMarker soon = new IntervalMarker(millis(0), millis(ExpiryColumns.SOON), theme.chosen());
        plot.addDomainMarker(soon, Layer.BACKGROUND);
        ValueMarker line = new ValueMarker(last, theme.cursor(), LINE);
        line.setLabel(content.lastWords());
        line.setLabelFont(theme.small());
        line.setLabelPaint(theme.cursor());
        boolean leftHalf = -columns.from() < columns.to();
        line.setLabelAnchor(leftHalf ? RectangleAnchor.TOP_RIGHT : RectangleAnchor.TOP_LEFT);
        line.setLabelTextAnchor(leftHalf ? TextAnchor.TOP_LEFT : TextAnchor.TOP_RIGHT);
        line.setLabelBackgroundColor(theme.background());
        plot.addDomainMarker(line);
    }
}
