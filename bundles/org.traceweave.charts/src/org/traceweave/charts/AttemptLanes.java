package org.traceweave.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.traceweave.model.Evidence;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.Related;
import org.traceweave.model.Relation;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInStep;
import org.traceweave.model.UtcTime;

/**
 * The attempts of a case as lanes: filtered, grouped, each with its phases, the groups with failures first. {@code shown} attempts of
 * {@code total} are in them. Made off the user interface's thread: a hundred thousand attempts take about a second.
 */
public record AttemptLanes(LaneStack stack, int shown, int total) {

    public static final AttemptLanes EMPTY = new AttemptLanes(LaneStack.EMPTY, 0, 0);

    private static final int MOST_ROWS = 4;

    /** The lanes of those of {@code signIns} that {@code filter} shows. */
    public static AttemptLanes of(List<SignIn> signIns, AttemptGrouping grouping, AttemptFilter filter, HostClocks clocks) {
        Map<String, Group> groups = new LinkedHashMap<>();
        int total = 0;
        int shown = 0;
        for (SignIn signIn : signIns) {
            if (!filter.isOfKind(signIn) || signIn.start() == UtcTime.UNKNOWN) {
                continue;
            }
            total++;
            if (filter.shows(signIn)) {
                shown++;
                TimelineMark mark = mark(signIn, grouping, clocks);
                for (String name : names(signIn, grouping)) {
                    groups.computeIfAbsent(name, Group::new).add(mark, signIn);
                }
            }
        }
        Comparator<Group> order = grouping == AttemptGrouping.OUTCOME ? Comparator.comparing(group -> group.gravest, Comparator.reverseOrder())
                : Comparator.<Group>comparingInt(group -> group.failures > 0 ? 0 : 1).thenComparing(group -> group.name, String.CASE_INSENSITIVE_ORDER);
        List<TimelineLane> lanes = groups.values().stream().sorted(order)
                .map(group -> new TimelineLane("attempts:" + group.name, group.name, group.marks, MOST_ROWS)).toList();
        return new AttemptLanes(new LaneStack(lanes), shown, total);
    }

    private static final class Group {

        private final String name;
        private final List<TimelineMark> marks = new ArrayList<>();
        private int failures;
        private MarkTone gravest = MarkTone.SUCCEEDED;

        Group(String name) {
            this.name = name;
        }

        void add(TimelineMark mark, SignIn signIn) {
            marks.add(mark);
            failures += signIn.isFailure() ? 1 : 0;
            gravest = mark.tone().compareTo(gravest) > 0 ? mark.tone() : gravest;
        }
    }

    private static List<String> names(SignIn signIn, AttemptGrouping grouping) {
        return switch (grouping) {
            case USER -> named(signIn.user(), grouping);
            case DEVICE -> named(signIn.device().map(DeviceFamily::of).orElse(""), grouping);
            case HOST -> signIn.hosts().isEmpty() ? named("", grouping) : signIn.hosts();
            case OUTCOME -> List.of(TimelineWords.outcome(signIn.outcome()));
            case NONE -> List.of(TimelineWords.everything());
        };
    }

    private static List<String> named(String name, AttemptGrouping grouping) {
        return List.of(name.isBlank() ? TimelineWords.unnamed(grouping) : name);
    }

    private static TimelineMark mark(SignIn signIn, AttemptGrouping grouping, HostClocks clocks) {
        String label = grouping == AttemptGrouping.USER ? signIn.device().map(DeviceFamily::of).orElse("") : shortUser(signIn.user());
        TimelineMark mark = new TimelineMark(signIn.id(), signIn.start(), Math.max(signIn.start(), signIn.end()), MarkTone.of(signIn.outcome()), label);
        return clocks.placed(mark.withPhases(phases(signIn)), signIn.hosts().stream().findFirst());
    }

    private static String shortUser(String user) {
        int at = user.indexOf('@');
        return at > 0 ? user.substring(0, at) : user;
    }

    private static List<PhaseSegment> phases(SignIn signIn) {
        List<PhaseSegment> segments = new ArrayList<>();
        Optional<Phase> last = Optional.empty();
        for (SignInStep step : signIn.steps()) {
            if (step.time() != UtcTime.UNKNOWN && !last.equals(Optional.of(step.phase()))) {
                segments.add(new PhaseSegment(step.phase(), step.time()));
                last = Optional.of(step.phase());
            }
        }
        segments.sort(Comparator.comparingLong(PhaseSegment::from));
        return segments;
    }

    /**
     * What stands beside each attempt, as lines to the marks of {@code events}.
     *
     * @param markOf the id that the mark of a piece of evidence has, whatever lane it is in
     */
    public static Map<String, List<TimelineLink>> links(List<SignIn> signIns, List<TimelineLane> events, Function<Evidence, String> markOf) {
        Map<String, TimelineLink> targets = new HashMap<>();
        for (TimelineLane lane : events) {
            for (TimelineMark mark : lane.marks()) {
                targets.putIfAbsent(mark.id(), new TimelineLink(lane.id(), mark.id(), mark.from(), true));
            }
        }
        Map<String, List<TimelineLink>> links = new HashMap<>();
        for (SignIn signIn : signIns) {
            List<TimelineLink> own = new ArrayList<>();
            for (Related related : signIn.related()) {
                TimelineLink target = targets.get(markOf.apply(related.evidence()));
                if (target != null) {
                    own.add(new TimelineLink(target.lane(), target.mark(), target.time(), related.relation() == Relation.EXPLAINS));
                }
            }
            if (!own.isEmpty()) {
                links.put(signIn.id(), List.copyOf(own));
            }
        }
        return links;
    }

    /** The outcomes there are, gravest first, for a chooser. */
    public static List<Outcome> outcomes() {
        return List.of(Outcome.FAILED, Outcome.TIMED_OUT, Outcome.ABANDONED, Outcome.OPEN, Outcome.SUCCEEDED);
    }
}
