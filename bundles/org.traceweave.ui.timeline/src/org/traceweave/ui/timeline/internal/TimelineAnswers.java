package org.traceweave.ui.timeline.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.traceweave.charts.AttemptLanes;
import org.traceweave.charts.HostClocks;
import org.traceweave.charts.QuietTimes;
import org.traceweave.charts.TimelineLane;
import org.traceweave.charts.TimelineLink;
import org.traceweave.charts.TimelineMark;
import org.traceweave.model.FailedConnection;
import org.traceweave.model.SignIn;
import org.traceweave.model.TimeRange;
import org.traceweave.ui.CaseAnswers;

/**
 * The lanes made of the answers about a case, what each mark on them stands for, and what explains what. Made off the UI thread; immutable once
 * made.
 */
final class TimelineAnswers {

    /** What is known of a case besides the window's answers. */
    record Beside(HostClocks clocks, List<FailedConnection> connections, List<LaneContributions.Shown> contributed, Optional<TimeRange> whole) {
        static final Beside NOTHING = new Beside(HostClocks.RIGHT, List.of(), List.of(), Optional.empty());
    }

    static final TimelineAnswers NONE = new TimelineAnswers(CaseAnswers.NONE, Beside.NOTHING, LaneChoice.FIRST);

    private static final double BUSY_MARGIN = 0.002;

    private final HostClocks clocks;
    private final AttemptLanes attempts;
    private final List<TimelineLane> events;
    private final Map<String, List<TimelineLink>> links;
    private final Map<String, MarkSubject> subjects = new HashMap<>();
    private final List<TimelineMark> walk;

    TimelineAnswers(CaseAnswers answers, Beside beside, LaneChoice choice) {
        clocks = beside.clocks();
        attempts = AttemptLanes.of(answers.signIns(), choice.grouping(), choice.filter(), beside.clocks());
        EventLanes lanes = new EventLanes(beside.clocks()).windows(answers.failures()).connections(beside.connections())
                .certificates(answers.certificates(), beside.whole()).contributed(beside.contributed());
        events = lanes.lanes();
        links = AttemptLanes.links(answers.signIns(), events, EventLanes::id);
        subjects.putAll(lanes.subjects());
        for (SignIn signIn : answers.signIns()) {
            subjects.put(signIn.id(), new MarkSubject.Attempt(signIn));
        }
        Map<String, TimelineMark> marks = new LinkedHashMap<>();
        attempts.stack().lanes().forEach(lane -> lane.marks().forEach(mark -> marks.putIfAbsent(mark.id(), mark)));
        walk = marks.values().stream().sorted((one, other) -> Long.compare(one.from(), other.from())).toList();
    }

    AttemptLanes attempts() {
        return attempts;
    }

    List<TimelineLane> events() {
        return events;
    }

    Map<String, List<TimelineLink>> links() {
        return links;
    }

    /** What a mark stands for. */
    Optional<MarkSubject> subject(String id) {
        return Optional.ofNullable(subjects.get(id));
    }

    /** What is known of the hosts' clocks. */
    HostClocks clocks() {
        return clocks;
    }

    /** Every attempt that is shown, by its start. */
    List<TimelineMark> walk() {
        return walk;
    }

    /** When nothing that has a lane happens; nothing is quiet where nothing has one. */
    QuietTimes quiet(TimeRange whole) {
        long margin = (long) (whole.length() * BUSY_MARGIN);
        List<TimeRange> busy = new ArrayList<>();
        walk.forEach(mark -> busy.add(new TimeRange(mark.from() - margin, mark.to() + margin)));
        events.forEach(lane -> lane.marks().forEach(mark -> busy.add(new TimeRange(mark.from() - margin, mark.to() + margin))));
        return busy.isEmpty() ? QuietTimes.NONE : QuietTimes.between(whole, busy);
    }
}
