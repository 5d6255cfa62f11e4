package org.traceweave.ui.timeline.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.traceweave.charts.HostClocks;
import org.traceweave.charts.MarkTone;
import org.traceweave.charts.TimelineLane;
import org.traceweave.charts.TimelineMark;
import org.traceweave.model.Certificate;
import org.traceweave.model.Evidence;
import org.traceweave.model.FailedConnection;
import org.traceweave.model.TimeRange;
import org.traceweave.model.UtcTime;
import org.traceweave.model.WindowsFailure;
import org.traceweave.model.WindowsFailureKind;
import org.traceweave.ui.Texts;
import org.traceweave.ui.timeline.LaneMark;

/** The lanes below the attempts while they are made: what Windows reported, what died before SIP, what certificates began or ended, and what plug-ins add. */
final class EventLanes {

    private static final Texts TEXTS = new Texts(EventLanes.class);

    private final HostClocks clocks;
    private final List<TimelineLane> lanes = new ArrayList<>();
    private final Map<String, MarkSubject> subjects = new HashMap<>();

    EventLanes(HostClocks clocks) {
        this.clocks = clocks;
    }

    /** The id of the mark of the event at {@code evidence}. */
    static String id(Evidence evidence) {
        return evidence.source() + "@" + evidence.offset();
    }

    List<TimelineLane> lanes() {
        return List.copyOf(lanes);
    }

    Map<String, MarkSubject> subjects() {
        return subjects;
    }

    /** A lane for each of Windows' logs; those of SCHANNEL and CAPI2 even if there is nothing on them. */
    EventLanes windows(List<WindowsFailure> failures) {
        windows(failures, WindowsFailureKind.SCHANNEL, "lane.schannel", MarkTone.SCHANNEL, true);
        windows(failures, WindowsFailureKind.CAPI2, "lane.capi2", MarkTone.CAPI2, true);
        windows(failures, WindowsFailureKind.SERVER_LOG, "lane.serverLog", MarkTone.SERVER_LOG, false);
        return windows(failures, WindowsFailureKind.LOGON, "lane.logon", MarkTone.LOGON, false);
    }

    private EventLanes windows(List<WindowsFailure> failures, WindowsFailureKind kind, String title, MarkTone tone, boolean always) {
        List<TimelineMark> marks = new ArrayList<>();
        for (WindowsFailure failure : failures) {
            if (failure.kind() == kind && failure.time() != UtcTime.UNKNOWN) {
                String id = id(failure.evidence());
                marks.add(clocks.placed(new TimelineMark(id, failure.time(), failure.time(), tone, ""), failure.host()));
                subjects.put(id, new MarkSubject.Windows(failure));
            }
        }
        return add(kind.word(), TEXTS.get(title), marks, always);
    }

    EventLanes connections(List<FailedConnection> connections) {
        List<TimelineMark> marks = new ArrayList<>();
        for (FailedConnection connection : connections) {
            if (connection.start() != UtcTime.UNKNOWN) {
                String id = "connection:" + connection.id();
                TimelineMark mark = new TimelineMark(id, connection.start(), Math.max(connection.start(), connection.end()), MarkTone.CONNECTION, "");
                marks.add(clocks.placed(mark, Optional.of(connection.host())));
                subjects.put(id, new MarkSubject.Connection(connection));
            }
        }
        return add("connections", TEXTS.get("lane.connections"), marks, false);
    }

    /** Certificates that begin or end to be valid in a span. */
    EventLanes certificates(List<Certificate> certificates, Optional<TimeRange> whole) {
        List<TimelineMark> marks = new ArrayList<>();
        for (int i = 0; i < certificates.size(); i++) {
            Certificate certificate = certificates.get(i);
            turn(certificate, certificate.notBefore(), true, whole, "certificate-begins:" + i, marks);
            turn(certificate, certificate.notAfter(), false, whole, "certificate-ends:" + i, marks);
        }
        return add("certificates", TEXTS.get("lane.certificates"), marks, false);
    }

    private void turn(Certificate certificate, OptionalLong time, boolean begins, Optional<TimeRange> whole, String id, List<TimelineMark> marks) {
        if (time.isPresent() && whole.isPresent() && whole.get().contains(time.getAsLong())) {
            marks.add(new TimelineMark(id, time.getAsLong(), time.getAsLong(), MarkTone.CERTIFICATE, ""));
            subjects.put(id, new MarkSubject.Turn(certificate, time.getAsLong(), begins));
        }
    }

    EventLanes contributed(List<LaneContributions.Shown> contributed) {
        for (LaneContributions.Shown lane : contributed) {
            List<TimelineMark> marks = new ArrayList<>();
            for (int i = 0; i < lane.marks().size(); i++) {
                LaneMark mark = lane.marks().get(i);
                String id = lane.id() + ":" + i;
                marks.add(new TimelineMark(id, mark.from(), mark.to(), MarkTone.OTHER, ""));
                subjects.put(id, new MarkSubject.Contributed(mark));
            }
            add(lane.id(), lane.title(), marks, false);
        }
        return this;
    }

    private EventLanes add(String id, String title, List<TimelineMark> marks, boolean always) {
        if (always || !marks.isEmpty()) {
            lanes.add(new TimelineLane(id, title, marks));
        }
        return this;
    }
}
