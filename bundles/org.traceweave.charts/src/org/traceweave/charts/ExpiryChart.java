package org.traceweave.charts;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.traceweave.charts.internal.ExpiryColumns;
import org.traceweave.charts.internal.ExpiryDrawing;

/**
 * Draws how many certificates end when, as columns over time: those that had expired at the last record, those that end in the 30 days after it, and
 * the others. However many there are, there are no more columns than fit. Stateless; for any thread.
 */
public final class ExpiryChart {

    private final ChartTheme theme;

    public ExpiryChart(ChartTheme theme) {
        this.theme = theme;
    }

    public ExpiryPicture draw(ExpiryContent content, ExpiryFrame frame) {
        BufferedImage image = new BufferedImage((int) Math.ceil(frame.width() * frame.scale()), (int) Math.ceil(frame.height() * frame.scale()),
                BufferedImage.TYPE_INT_RGB);
        ExpiryDrawing drawing = new ExpiryDrawing(theme, content, frame, ExpiryColumns.of(content, frame.width()));
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(frame.scale(), frame.scale());
            List<ExpiryPicture.Column> columns = drawing.draw(graphics);
            return new ExpiryPicture(frame, image, columns);
        } finally {
            graphics.dispose();
        }
    }
}
