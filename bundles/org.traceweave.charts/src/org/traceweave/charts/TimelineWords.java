package org.traceweave.charts;

import java.util.Locale;
import java.util.ResourceBundle;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;

/** What the timeline calls phases, outcomes and groups without a name. Safe for use by several threads. */
public final class TimelineWords {

    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("org.traceweave.charts.timeline", Locale.ROOT, TimelineWords.class.getClassLoader());

    private TimelineWords() {
    }

    public static String phase(Phase phase) {
        return WORDS.getString("phase." + phase.word());
    }

    public static String outcome(Outcome outcome) {
        return WORDS.getString("outcome." + outcome.word());
    }

    /** What a group is called whose attempts do not tell what they are grouped by. */
    public static String unnamed(AttemptGrouping grouping) {
        return WORDS.getString("unnamed." + grouping.name().toLowerCase(Locale.ROOT));
    }

    /** The title of the one lane of all attempts. */
    public static String everything() {
        return WORDS.getString("everything");
    }
}
