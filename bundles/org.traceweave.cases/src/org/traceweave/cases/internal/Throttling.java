package org.traceweave.cases.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.traceweave.model.Gap;
import org.traceweave.model.GapKind;
import org.traceweave.model.TimeRange;

/**
 * What the logging agent said of lowering a component's level (event 33022, {@code Component: SIPStack, new Level TL_WARN}): from then
 * on the component's ordinary records are missing, until the agent raises the level again or the source ends. Facts:
 * reference/traces.md, 0.8. Not safe for use by several threads.
 */
public final class Throttling {

    /** The agent's event. */
    public static final long EVENT = 33022;

    private static final int MOST = 200;
    private static final Pattern LEVEL = Pattern.compile("\\bTL_(FATAL|ERROR|WARN|INFO|VERBOSE|NOISE|DEBUG)\\b");
    private static final Pattern COMPONENT = Pattern.compile("\\bComponent[:=\">]\\W{0,3}([A-Za-z0-9_]+)");

    private final List<Change> changes = new ArrayList<>();

    /** One change of a component's level. */
    public record Change(long time, String component, boolean lowered) {
    }

    public void see(long time, String text) {
        Matcher level = LEVEL.matcher(text);
        if (changes.size() < MOST && level.find()) {
            Matcher component = COMPONENT.matcher(text);
            String name = component.find() ? component.group(1) : text.contains("SIPStack") ? "SIPStack" : "a component";
            String word = level.group(1);
            changes.add(new Change(time, name, word.equals("WARN") || word.equals("ERROR") || word.equals("FATAL")));
        }
    }

    public void merge(Throttling other) {
        for (Change change : other.changes) {
            if (changes.size() < MOST) {
                changes.add(change);
            }
        }
    }

    public List<Change> changes() {
        return List.copyOf(changes);
    }

    public static Throttling of(List<Change> changes) {
        Throttling throttling = new Throttling();
        throttling.changes.addAll(changes);
        return throttling;
    }

    /** One gap for each time a component was lowered; {@code end} is the last time known of the source. */
    public List<Gap> gaps(long end) {
        List<Change> ordered = new ArrayList<>(changes);
        ordered.sort(Comparator.comparingLong(Change::time));
        Map<String, Long> lowered = new HashMap<>();
        List<Gap> gaps = new ArrayList<>();
        for (Change change : ordered) {
            if (change.lowered) {
                lowered.putIfAbsent(change.component, change.time);
            } else {
                Long from = lowered.remove(change.component);
                if (from != null) {
                    gaps.add(gap(from, change.time, change.component));
                }
            }
        }
        lowered.forEach((component, from) -> gaps.add(gap(from, Math.max(from, end), component)));
        gaps.sort(Comparator.comparingLong(gap -> gap.range().from()));
        return gaps;
    }

    private static Gap gap(long from, long to, String component) {
        return new Gap(new TimeRange(from, to), GapKind.THROTTLED,
                component + " was lowered to warnings: that its other records are missing proves nothing");
    }
}
