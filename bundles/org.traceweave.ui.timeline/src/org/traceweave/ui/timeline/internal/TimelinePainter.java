package org.traceweave.ui.timeline.internal;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.widgets.Display;
import org.traceweave.charts.ChartTheme;
import org.traceweave.charts.TimelineChart;
import org.traceweave.charts.TimelineContent;
import org.traceweave.charts.TimelineFrame;
import org.traceweave.charts.TimelinePicture;
import org.traceweave.ui.ViewWork;

/**
 * Draws timelines off the UI thread: the latest frame asked for is the next one drawn, those in between are never drawn, so panning keeps
 * up however long a drawing takes. UI thread only.
 */
final class TimelinePainter {

    /** What is to be drawn. */
    record Order(TimelineContent content, TimelineFrame frame, ChartTheme theme) {
    }

    private final ViewWork work;
    private final Consumer<TimelinePicture> drawn;
    private final Consumer<String> problem;
    private Optional<Order> next = Optional.empty();
    private boolean busy;

    TimelinePainter(Display display, Consumer<TimelinePicture> drawn, Consumer<String> problem) {
        work = new ViewWork("Timeline drawing", display);
        this.drawn = drawn;
        this.problem = problem;
    }

    void draw(Order order) {
        if (busy) {
            next = Optional.of(order);
            return;
        }
        busy = true;
        work.ask("draw", cancel -> new TimelineChart(order.theme()).draw(order.content(), order.frame()), picture -> {
            drawn.accept(picture);
            again();
        }, trouble -> {
            problem.accept(trouble);
            again();
        });
    }

    private void again() {
        busy = false;
        Optional<Order> waiting = next;
        next = Optional.empty();
        waiting.ifPresent(this::draw);
    }

    void close() {
        work.close();
    }

    /** The picture as an image that is sharp at the zoom it was drawn for. To be disposed by the caller. */
    static Image image(Display display, TimelinePicture picture) {
        ImageData data = data(picture.image());
        int drawnZoom = (int) Math.round(picture.frame().scale() * 100);
        ImageDataProvider provider = zoom -> zoom == drawnZoom ? data : zoom == 100
                ? data.scaledTo(picture.frame().width(), picture.frame().height()) : null;
        return new Image(display, provider);
    }

    private static ImageData data(BufferedImage image) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        ImageData data = new ImageData(image.getWidth(), image.getHeight(), 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
        int place = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            int target = y * data.bytesPerLine;
            for (int x = 0; x < image.getWidth(); x++) {
                int pixel = pixels[place++];
                data.data[target++] = (byte) (pixel >> 16);
                data.data[target++] = (byte) (pixel >> 8);
                data.data[target++] = (byte) pixel;
            }
        }
        return data;
    }
}
