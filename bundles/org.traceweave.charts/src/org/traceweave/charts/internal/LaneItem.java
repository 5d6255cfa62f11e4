package org.traceweave.charts.internal;

import java.util.List;
import java.util.Map;
import org.traceweave.charts.MarkTone;
import org.traceweave.model.TimeRange;

/**
 * What a lane draws between two horizontal positions in one of its rows: one mark, or many that share the pixels. {@code count} is
 * how many, {@code tones} how many of each tone.
 */
record LaneItem(double left, double right, int row, Map<MarkTone, Long> tones, List<String> ids, long count, TimeRange range, String label,
        boolean highlighted) {
}
