package org.traceweave.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.traceweave.model.TimeRange;

/**
 * One horizontal lane of the timeline, with its marks by their start. It is made once and drawn many times: how many marks of a tone begin
 * in a span is known without looking at them, so that a lane of a hundred thousand costs no more to draw than its pixels. Immutable.
 */
public final class TimelineLane {

    private static final MarkTone[] TONES = MarkTone.values();
    private static final int BLOCK = 256;

    private final String id;
    private final String title;
    private final List<TimelineMark> marks;
    private final long[] from;
    /** The latest end in each block of marks. */
    private final long[] latest;
    /** By tone: how many of the marks before an index have it; empty for a tone that the lane does not have. */
    private final int[][] before = new int[TONES.length][];
    private final Map<String, Integer> places;
    private final int rows;

    /** @param most as many bars above each other as the lane may grow to */
    public TimelineLane(String id, String title, List<TimelineMark> marks, int most) {
        this.id = id;
        this.title = title;
        this.marks = marks.stream().sorted(Comparator.comparingLong(TimelineMark::from)).toList();
        int count = marks.size();
        from = new long[count];
        latest = new long[count / BLOCK + 1];
        Arrays.fill(latest, Long.MIN_VALUE);
        places = HashMap.newHashMap(count);
        for (int i = 0; i < count; i++) {
            TimelineMark mark = this.marks.get(i);
            from[i] = mark.from();
            latest[i / BLOCK] = Math.max(latest[i / BLOCK], mark.to());
            places.putIfAbsent(mark.id(), i);
        }
        for (MarkTone tone : TONES) {
            before[tone.ordinal()] = counted(tone);
        }
        rows = rows(most);
    }

    public TimelineLane(String id, String title, List<TimelineMark> marks) {
        this(id, title, marks, 1);
    }

    private int[] counted(MarkTone tone) {
        int[] counts = new int[marks.size() + 1];
        for (int i = 0; i < marks.size(); i++) {
            counts[i + 1] = counts[i] + (marks.get(i).tone() == tone ? 1 : 0);
        }
        return counts[marks.size()] == 0 ? new int[0] : counts;
    }

    /** How many marks lie above each other at the busiest moment. */
    private int rows(int most) {
        long[] busyUntil = new long[most];
        Arrays.fill(busyUntil, Long.MIN_VALUE);
        int used = 1;
        for (TimelineMark mark : most == 1 ? List.<TimelineMark>of() : marks) {
            int row = 0;
            while (row < most && busyUntil[row] > mark.from()) {
                row++;
            }
            if (row == most) {
                return most;
            }
            used = Math.max(used, row + 1);
            busyUntil[row] = Math.max(mark.to(), mark.from() + 1);
        }
        return used;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public List<TimelineMark> marks() {
        return marks;
    }

    /** How many bars may lie above each other. */
    public int rows() {
        return rows;
    }

    /** Where the mark of an id stands in {@link #marks}. */
    public OptionalInt indexOf(String mark) {
        Integer index = places.get(mark);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** The first mark that begins at or after a time. */
    public int firstFrom(long time) {
        int low = 0;
        int high = from.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (from[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * The marks before {@code end} that last until a time or longer, by their places: the last {@code most} of them.
     */
    public List<Integer> lasting(long time, int end, int most) {
        List<Integer> lasting = new ArrayList<>();
        for (int block = (end - 1) / BLOCK; end > 0 && block >= 0 && lasting.size() < most; block--) {
            if (latest[block] >= time) {
                for (int i = Math.min(end, (block + 1) * BLOCK) - 1; i >= block * BLOCK && lasting.size() < most; i--) {
                    if (marks.get(i).to() >= time) {
                        lasting.add(i);
                    }
                }
            }
        }
        return lasting.reversed();
    }

    /** Whether any mark lies in a span, at least in part. */
    public boolean isSeenIn(TimeRange range) {
        return !lasting(range.from(), firstFrom(range.to()), 1).isEmpty();
    }

    /** How many of the marks from {@code begin} (inclusive) to {@code end} (exclusive) have a tone. */
    public int count(MarkTone tone, int begin, int end) {
        int[] counts = before[tone.ordinal()];
        return counts.length == 0 ? 0 : counts[end] - counts[begin];
    }

    /** The ids of the gravest marks from {@code begin} to {@code end}, no more than {@code most}. */
    public List<String> gravest(int begin, int end, int most) {
        List<String> ids = new ArrayList<>();
        for (int tone = TONES.length - 1; tone >= 0 && ids.size() < most; tone--) {
            if (count(TONES[tone], begin, end) == 0) {
                continue;
            }
            for (int i = begin; i < end && ids.size() < most; i++) {
                if (marks.get(i).tone() == TONES[tone]) {
                    ids.add(marks.get(i).id());
                }
            }
        }
        return ids;
    }
}
