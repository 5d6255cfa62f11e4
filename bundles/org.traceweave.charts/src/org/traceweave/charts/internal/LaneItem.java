package org.traceweave.charts.internal;

import java.util.List;
import org.traceweave.charts.MarkTone;
import org.traceweave.model.TimeRange;

/**
 * What a lane draws between two horizontal positions in one of its rows: one mark, or many that share the pixels. {@code count} is
 * how many; the tone is that of the gravest.
 */
record LaneItem(double left, double right, int row, MarkTone tone, List<String> ids, long count, TimeRange range, String label,
        boolean highlighted) {
}
