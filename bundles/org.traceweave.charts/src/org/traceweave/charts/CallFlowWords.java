package org.traceweave.charts;

import java.util.Locale;
import java.util.ResourceBundle;
import org.traceweave.analysis.FlowMark;
import org.traceweave.analysis.FlowMarkKind;
import org.traceweave.analysis.FlowRole;
import org.traceweave.model.UtcTime;

/** What the drawing of a call flow calls roles, marks and what is missing. Safe for use by several threads. */
public final class CallFlowWords {

    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("org.traceweave.charts.callflow", Locale.ROOT, CallFlowWords.class.getClassLoader());
    private static final int MINUTE = 60;

    private CallFlowWords() {
    }

    public static String role(FlowRole role) {
        return WORDS.getString("role." + role.word());
    }

    public static String mark(FlowMarkKind kind) {
        return WORDS.getString("mark." + kind.word());
    }

    /** How sure a mark explains the attempt; empty where that is not the question. */
    public static String sure(FlowMark mark) {
        if (mark.confidence().isEmpty()) {
            return "";
        }
        return WORDS.getString(mark.explains() ? "explains" : "coincident").replace("{percent}", Long.toString(Math.round(mark.confidence()
                .getAsDouble() * 100)));
    }

    /** The label of a hop after the first. */
    public static String passedOn() {
        return WORDS.getString("passedOn");
    }

    /** The label of a hop of which nobody has a record. */
    public static String untraced() {
        return WORDS.getString("untraced");
    }

    /** The label of a hop that its receiver knows nothing of. */
    public static String lost() {
        return WORDS.getString("lost");
    }

    /** A stretch without anything, nanoseconds. */
    public static String gap(long length) {
        return WORDS.getString("gap").replace("{length}", duration(length));
    }

    public static String leftOut(int count) {
        return WORDS.getString("leftOut").replace("{count}", Integer.toString(count));
    }

    private static String duration(long nanos) {
        double seconds = nanos / (double) UtcTime.NANOS_PER_SECOND;
        long whole = Math.round(seconds);
        return seconds < MINUTE ? String.format(Locale.ROOT, "%.1f s", seconds) : whole / MINUTE + " min " + whole % MINUTE + " s";
    }
}
