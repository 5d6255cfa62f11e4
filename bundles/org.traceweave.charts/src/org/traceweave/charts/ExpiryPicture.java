package org.traceweave.charts;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/** A drawn overview of expiry. {@code image} is in device pixels, {@code columns} are in logical ones, from left to right. */
public record ExpiryPicture(ExpiryFrame frame, BufferedImage image, List<Column> columns) {

    /** When certificates of a column end, seen from the last record. */
    public enum State {
        EXPIRED,
        /** In the 30 days after it. */
        SOON,
        LATER
    }

    /**
     * Certificates that end in one stretch of time.
     *
     * @param bounds the column from the axis to the top
     * @param from UTC nanoseconds
     * @param to exclusive; what ends before the first or after the last column counts in that one
     * @param keys of the certificates
     */
    public record Column(Rectangle2D bounds, long from, long to, State state, List<String> keys) {
        public Column {
            keys = List.copyOf(keys);
        }
    }

    public ExpiryPicture {
        columns = List.copyOf(columns);
    }

    /** The column at a point, however low it is there. */
    public Optional<Column> columnAt(double x, double y) {
        return columns.stream().filter(column -> column.bounds().contains(x, y)).findFirst();
    }
}
