package org.traceweave.charts;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * A drawn call flow. {@code image} is in device pixels, all else in logical ones: {@code headHeight} of the titles that stay while the rows
 * below are scrolled, {@code contentWidth} and {@code contentHeight} of all columns and rows, {@code foldEdge} where the sign for unfolding
 * ends in each row.
 */
public record CallFlowPicture(
        CallFlowFrame frame,
        BufferedImage image,
        int headHeight,
        int contentWidth,
        int contentHeight,
        List<CallFlowRow> rows,
        List<Double> foldEdges) {

    private static final double FOLD_REACH = 18;

    public CallFlowPicture {
        rows = List.copyOf(rows);
        foldEdges = List.copyOf(foldEdges);
    }

    /** The row at a height of the drawing, whatever stands there; empty over the titles and below the last row. */
    public Optional<CallFlowRow> rowAt(double y) {
        double down = y - headHeight + frame.scrollY();
        return y < headHeight ? Optional.empty() : rows.stream().filter(row -> down >= row.top() && down < row.top() + row.height()).findFirst();
    }

    /** Whether a point lies on the sign that unfolds a row. */
    public boolean isFold(CallFlowRow row, double x) {
        double edge = foldEdges.get(rows.indexOf(row));
        double across = x + frame.scrollX();
        return row.foldable() && across <= edge && across >= edge - FOLD_REACH;
    }

    /** The first row of an element, or the row of that key. */
    public Optional<CallFlowRow> row(String key) {
        return rows.stream().filter(row -> row.key().equals(key)).findFirst().or(() -> rows.stream().filter(row -> row.elementKey().equals(key))
                .findFirst());
    }

    public int mostScrollX() {
        return Math.max(0, contentWidth - frame.width());
    }

    public int mostScrollY() {
        return Math.max(0, contentHeight - (frame.height() - headHeight));
    }
}
