package org.traceweave.charts.internal;

import java.util.List;

/**
 * What a lane draws between two horizontal positions: one mark in a row, or, with row {@link #COLUMN}, all marks that share the pixels: those of
 * the lane from {@code begin} (inclusive) to {@code end}. {@code standing}: the ids of those that stand out.
 */
record LaneItem(double left, double right, int row, int begin, int end, List<String> standing) {

    static final int COLUMN = -1;

    boolean isColumn() {
        return row == COLUMN;
    }

    int count() {
        return end - begin;
    }
}
