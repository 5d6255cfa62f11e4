package org.traceweave.ui.timeline;

import java.util.Optional;
import org.traceweave.model.Evidence;

/**
 * One mark on a lane that a plug-in contributes: from {@code from} to {@code to} in UTC nanoseconds, the same for a moment. {@code words} are said
 * under the mouse; a click goes to the record at {@code evidence}, or to the moment where there is none.
 */
public record LaneMark(long from, long to, String words, Optional<Evidence> evidence) {

    public LaneMark {
        if (to < from) {
            throw new IllegalArgumentException("a mark ends before it begins: " + from + " to " + to);
        }
    }

    /** A moment, with the record it stands for. */
    public static LaneMark of(long time, String words, Evidence evidence) {
        return new LaneMark(time, time, words, Optional.of(evidence));
    }
}
