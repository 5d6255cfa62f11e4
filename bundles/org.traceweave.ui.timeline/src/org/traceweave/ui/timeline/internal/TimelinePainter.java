package org.traceweave.ui.timeline.internal;

import java.util.function.Consumer;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Display;
import org.traceweave.charts.ChartTheme;
import org.traceweave.charts.TimelineChart;
import org.traceweave.charts.TimelineContent;
import org.traceweave.charts.TimelineFrame;
import org.traceweave.charts.TimelinePicture;
import org.traceweave.ui.DrawnImage;
import org.traceweave.ui.LatestDrawing;

/** Draws timelines off the UI thread, the latest frame that was asked for and none in between. UI thread only. */
final class TimelinePainter {

    /** What is to be drawn. */
    record Order(TimelineContent content, TimelineFrame frame, ChartTheme theme) {
    }

    private final LatestDrawing<Order, TimelinePicture> drawing;

    TimelinePainter(Display display, Consumer<TimelinePicture> drawn, Consumer<String> problem) {
        drawing = new LatestDrawing<>("Timeline drawing", display, order -> new TimelineChart(order.theme()).draw(order.content(), order.frame()), drawn, problem);
    }

    void draw(Order order) {
        drawing.draw(order);
    }

    void close() {
        drawing.close();
    }

    /** The picture as an image. To be disposed by the caller. */
    static Image image(Display display, TimelinePicture picture) {
        return DrawnImage.of(display, picture.image(), picture.frame().scale(), picture.frame().width(), picture.frame().height());
    }
}
