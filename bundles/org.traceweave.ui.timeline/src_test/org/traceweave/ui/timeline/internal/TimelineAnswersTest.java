package org.traceweave.ui.timeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.traceweave.charts.AttemptGrouping;
import org.traceweave.charts.HostClocks;
import org.traceweave.charts.QuietTimes;
import org.traceweave.charts.TimelineLane;
import org.traceweave.charts.TimelineLink;
import org.traceweave.charts.TimelineMark;
import org.traceweave.model.Evidence;
import org.traceweave.model.FailedConnection;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.Related;
import org.traceweave.model.RelatedKind;
import org.traceweave.model.Relation;
import org.traceweave.model.Scheme;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;
import org.traceweave.model.TimeRange;
import org.traceweave.model.WindowsFailure;
import org.traceweave.model.WindowsFailureKind;
import org.traceweave.ui.CaseAnswers;
import org.traceweave.ui.Chosen;
import org.traceweave.ui.timeline.LaneMark;

class TimelineAnswersTest {

    private static final long SECOND = 1_000_000_000L;
    private static final Evidence ALERT = new Evidence("FE01/System.evtx", 512, 100, Optional.empty());
    private static final Evidence PROXY = new Evidence("proxy.log", 7, 40, Optional.empty());

    @Test
    void anAttemptIsJoinedToTheEventThatExplainsItWhateverTheGrouping() {
        for (AttemptGrouping grouping : AttemptGrouping.values()) {
            TimelineAnswers answers = answers(LaneChoice.FIRST.with(grouping));
            List<TimelineLink> links = answers.links().get("bad");
            assertEquals(List.of("schannel"), links.stream().map(TimelineLink::lane).toList());
            assertInstanceOf(MarkSubject.Windows.class, answers.subject(links.getFirst().mark()).orElseThrow());
        }
    }

    @Test
    void lanesWithoutMarksAreLeftOutButForSchannelAndCapi2() {
        assertEquals(List.of("SCHANNEL", "CAPI2", "Connections", "Proxy"),
                answers(LaneChoice.FIRST).events().stream().map(TimelineLane::title).toList());
        assertEquals(List.of("SCHANNEL", "CAPI2"), TimelineAnswers.NONE.events().stream().map(TimelineLane::title).toList());
    }

    @Test
    void aClickOnAContributedMarkGoesToItsRecord() {
        TimelineLane lane = answers(LaneChoice.FIRST).events().getLast();
        MarkSubject subject = answers(LaneChoice.FIRST).subject(lane.marks().getFirst().id()).orElseThrow();
        assertEquals(new Chosen.Place(PROXY), subject.chosen());
    }

    @Test
    void onlyWhatTheFilterShowsIsWalkedThrough() {
        List<TimelineMark> all = answers(LaneChoice.FIRST).walk();
        assertEquals(List.of("good", "bad"), all.stream().map(TimelineMark::id).toList());
        assertEquals(List.of("bad"), answers(LaneChoice.FIRST.withOutcome(Outcome.SUCCEEDED, false)).walk().stream().map(TimelineMark::id).toList());
        assertEquals(List.of("good"), answers(LaneChoice.FIRST.withText("ALICE")).walk().stream().map(TimelineMark::id).toList());
    }

    @Test
    void theWalkBeginsInViewAndEndsAfterTheLast() {
        List<TimelineMark> walk = answers(LaneChoice.FIRST).walk();
        TimeRange late = new TimeRange(400 * SECOND, 2000 * SECOND);
        assertEquals("bad", AttemptWalk.from(walk, Optional.empty(), late, true).orElseThrow().id());
        assertEquals("bad", AttemptWalk.from(walk, Optional.of("good"), late, true).orElseThrow().id());
        assertEquals("good", AttemptWalk.from(walk, Optional.of("bad"), late, false).orElseThrow().id());
        assertTrue(AttemptWalk.from(walk, Optional.of("bad"), late, true).isEmpty());
        assertTrue(AttemptWalk.from(walk, Optional.of("good"), late, false).isEmpty());
    }

    @Test
    void quietTimesLieBetweenWhatHasALane() {
        TimeRange whole = new TimeRange(0, 2000 * SECOND);
        QuietTimes quiet = answers(LaneChoice.FIRST).quiet(whole);
        assertTrue(quiet.stretches().stream().anyMatch(stretch -> stretch.contains(500 * SECOND)), quiet.stretches()::toString);
        assertTrue(quiet.stretches().stream().noneMatch(stretch -> stretch.contains(1001 * SECOND)), quiet.stretches()::toString);
        assertTrue(TimelineAnswers.NONE.quiet(whole).isEmpty());
    }

    private static TimelineAnswers answers(LaneChoice choice) {
        WindowsFailure alert = new WindowsFailure(WindowsFailureKind.SCHANNEL, "Schannel", 36_887, 1001 * SECOND, Optional.of("FE01"), Optional.empty(),
                "The other side sent a fatal alert", OptionalInt.of(46), OptionalLong.empty(), Optional.empty(), List.of(), Optional.empty(), List.of(),
                Optional.empty(), Optional.empty(), Optional.empty(), ALERT);
        Related related = new Related(RelatedKind.SCHANNEL, Relation.EXPLAINS, 0.9, 0, ALERT, List.of());
        CaseAnswers answers = new CaseAnswers(List.of(attempt("bad", "bob@contoso.com", 1000, Outcome.FAILED, List.of(related)),
                attempt("good", "alice@contoso.com", 10, Outcome.SUCCEEDED, List.of())), List.of(alert), List.of(), List.of(), List.of(), Optional.empty());
        FailedConnection died = new FailedConnection("c1", "192.0.2.7", Optional.empty(), "FE01", 1100 * SECOND, 1101 * SECOND, 3, Optional.empty(),
                OptionalInt.empty(), Optional.empty(), List.of(), List.of(ALERT), List.of());
        LaneContributions.Shown proxy = new LaneContributions.Shown("contributed:proxy", "Proxy", List.of(LaneMark.of(1002 * SECOND, "502", PROXY)));
        return new TimelineAnswers(answers, new TimelineAnswers.Beside(HostClocks.RIGHT, List.of(died), List.of(proxy),
                Optional.of(new TimeRange(0, 2000 * SECOND))), choice);
    }

    private static SignIn attempt(String id, String user, long seconds, Outcome outcome, List<Related> related) {
        return new SignIn(id, SignInKind.SIGN_IN, user, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), List.of("FE01"), Scheme.NTLM,
                seconds * SECOND, (seconds + 2) * SECOND, outcome, Phase.CREDENTIALS, 1, OptionalInt.empty(), OptionalInt.empty(), Optional.empty(),
                Optional.empty(), List.of(), List.of(), List.of(), related, List.of());
    }
}
