package org.traceweave.charts.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.traceweave.charts.ExpiryContent;
import org.traceweave.charts.ExpiryContent.Expiry;
import org.traceweave.charts.ExpiryPicture.State;
import org.traceweave.model.UtcTime;

/**
 * Certificates laid into columns of equal time. Columns are counted from the last record, so that none holds both expired ones and others; what ends
 * in the 30 days after it has a column of its own. All in days from the last record.
 */
public final class ExpiryColumns {

    static final int SOON = 30;
    /** Ends further away than this count in the outermost column: certificates until 9999 would squeeze all others together. */
    private static final int MOST_BEFORE = 12 * 365;
    private static final int MOST_AFTER = 21 * 365;
    private static final int PIXELS_A_COLUMN = 9;
    private static final int[] STEPS = {1, 2, 5, 10, 30, 61, 91, 182, 365};
    private static final double SECONDS_A_DAY = 86_400;

    /** One column: {@code from} inclusive, {@code to} exclusive. */
    record Laid(int from, int to, State state, List<String> keys) {
    }

    private final List<Laid> columns;
    private final int from;
    private final int to;

    private ExpiryColumns(List<Laid> columns, int from, int to) {
        this.columns = columns;
        this.from = from;
        this.to = to;
    }

    public static ExpiryColumns of(ExpiryContent content, int width) {
        List<Integer> days = content.certificates().stream().map(each -> day(content, each)).toList();
        int first = Math.min(0, days.stream().min(Comparator.naturalOrder()).orElse(0));
        int last = Math.max(SOON, days.stream().max(Comparator.naturalOrder()).orElse(0));
        int step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0 && (last - first) / STEPS[i] <= Math.max(1, width / PIXELS_A_COLUMN); i--) {
            step = STEPS[i];
        }
        Map<Integer, List<String>> filled = new TreeMap<>();
        for (int i = 0; i < days.size(); i++) {
            filled.computeIfAbsent(begin(days.get(i), step), absent -> new ArrayList<>()).add(content.certificates().get(i).key());
        }
        List<Laid> columns = new ArrayList<>();
        for (Map.Entry<Integer, List<String>> column : filled.entrySet()) {
            int begin = column.getKey();
            State state = begin < 0 ? State.EXPIRED : begin < SOON ? State.SOON : State.LATER;
            columns.add(new Laid(begin, state == State.SOON ? SOON : begin + step, state, column.getValue()));
        }
        return new ExpiryColumns(columns, Math.min(begin(first, step), -step), Math.max(begin(last, step) + step, SOON + step));
    }

    private static int day(ExpiryContent content, Expiry each) {
        double days = UtcTime.secondsBetween(content.lastRecord(), each.end()) / SECONDS_A_DAY;
        return (int) Math.floor(Math.clamp(days, -MOST_BEFORE, MOST_AFTER));
    }

    /** The first day of the column a day belongs to. */
    private static int begin(int day, int step) {
        if (day < 0) {
            return Math.floorDiv(day, step) * step;
        }
        return day < SOON ? 0 : SOON + (day - SOON) / step * step;
    }

    List<Laid> columns() {
        return columns;
    }

    /** The first day of the axis. */
    int from() {
        return from;
    }

    /** The day after its last. */
    int to() {
        return to;
    }
}
