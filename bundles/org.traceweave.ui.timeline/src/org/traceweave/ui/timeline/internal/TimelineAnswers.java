package org.traceweave.ui.timeline.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.traceweave.charts.MarkTone;
import org.traceweave.charts.TimelineLane;
import org.traceweave.charts.TimelineMark;
import org.traceweave.model.Evidence;
import org.traceweave.model.Outcome;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;
import org.traceweave.model.UtcTime;
import org.traceweave.model.WindowsFailure;
import org.traceweave.model.WindowsFailureKind;
import org.traceweave.ui.CaseAnswers;
import org.traceweave.ui.Chosen;
import org.traceweave.ui.Texts;

/** The lanes made of the answers about a case, and what each mark on them stands for. Immutable once made. */
final class TimelineAnswers {

    private static final Texts TEXTS = new Texts(TimelineAnswers.class);
    private static final int SIGN_IN_WEIGHT = 5;
    private static final int FAILURE_WEIGHT = 2;

    private final List<TimelineLane> lanes = new ArrayList<>();
    private final Map<String, Chosen> subjects = new HashMap<>();

    TimelineAnswers(CaseAnswers answers) {
        lanes.add(new TimelineLane("sign-ins", TEXTS.get("lane.signIns"), TimelineLane.Shape.BARS, SIGN_IN_WEIGHT, signIns(answers)));
        lanes.add(failures(answers, WindowsFailureKind.SCHANNEL, "lane.schannel", MarkTone.SCHANNEL));
        lanes.add(failures(answers, WindowsFailureKind.CAPI2, "lane.capi2", MarkTone.CAPI2));
        addUnlessEmpty(failures(answers, WindowsFailureKind.SERVER_LOG, "lane.serverLog", MarkTone.SERVER_LOG));
        addUnlessEmpty(failures(answers, WindowsFailureKind.LOGON, "lane.logon", MarkTone.LOGON));
    }

    private void addUnlessEmpty(TimelineLane lane) {
        if (!lane.marks().isEmpty()) {
            lanes.add(lane);
        }
    }

    private List<TimelineMark> signIns(CaseAnswers answers) {
        List<TimelineMark> marks = new ArrayList<>();
        for (SignIn signIn : answers.signIns()) {
            if (signIn.kind() == SignInKind.SIGN_IN && signIn.start() != UtcTime.UNKNOWN) {
                marks.add(new TimelineMark(signIn.id(), signIn.start(), Math.max(signIn.start(), signIn.end()), tone(signIn.outcome()),
                        shortUser(signIn.user())));
                subjects.put(signIn.id(), new Chosen.Attempt(signIn));
            }
        }
        return marks;
    }

    private static String shortUser(String user) {
        int at = user.indexOf('@');
        return at > 0 ? user.substring(0, at) : user;
    }

    private static MarkTone tone(Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> MarkTone.SUCCEEDED;
            case FAILED -> MarkTone.FAILED;
            case ABANDONED -> MarkTone.ABANDONED;
            case TIMED_OUT -> MarkTone.TIMED_OUT;
            case OPEN -> MarkTone.OPEN;
        };
    }

    private TimelineLane failures(CaseAnswers answers, WindowsFailureKind kind, String title, MarkTone tone) {
        List<TimelineMark> marks = new ArrayList<>();
        for (WindowsFailure failure : answers.failures()) {
            if (failure.kind() == kind && failure.time() != UtcTime.UNKNOWN) {
                String id = id(failure.evidence());
                marks.add(new TimelineMark(id, failure.time(), failure.time(), tone, ""));
                subjects.put(id, new Chosen.Failure(failure));
            }
        }
        return new TimelineLane(kind.word(), TEXTS.get(title), TimelineLane.Shape.MARKS, FAILURE_WEIGHT, marks);
    }

    List<TimelineLane> lanes() {
        return List.copyOf(lanes);
    }

    /** What a mark stands for. */
    Optional<Chosen> subject(String id) {
        return Optional.ofNullable(subjects.get(id));
    }

    /** The id of the mark of the event at {@code evidence}. */
    static String id(Evidence evidence) {
        return evidence.source() + "@" + evidence.offset();
    }
}
