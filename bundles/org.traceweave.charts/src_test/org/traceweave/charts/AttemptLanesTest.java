package org.traceweave.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.traceweave.charts.SignIns.SECOND;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.traceweave.model.Clock;
import org.traceweave.model.ClockBasis;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.Related;
import org.traceweave.model.RelatedKind;
import org.traceweave.model.Relation;
import org.traceweave.model.SignIn;
import org.traceweave.model.Source;
import org.traceweave.model.SourceStatus;

class AttemptLanesTest {

    private static final String ROOM = "UCCAPI/16.0.9330.2087 SkypeRoomSystem/4.0.64.0 (Skype Room System)";
    private static final String PHONE = "CPE/4.0.7577.4512 OCPhone/4.0.7577.4512";

    private final SignIn alice = SignIns.attempt("1", "alice@contoso.com", PHONE, List.of("FE01"), SECOND, Outcome.SUCCEEDED, List.of());
    private final SignIn room = SignIns.attempt("2", "room@contoso.com", ROOM, List.of("EDGE01", "FE01"), 5 * SECOND, Outcome.FAILED, List.of());
    private final SignIn again = SignIns.attempt("3", "room@contoso.com", ROOM, List.of("FE02"), 9 * SECOND, Outcome.TIMED_OUT, List.of());
    private final List<SignIn> all = List.of(alice, room, again);

    private List<String> titles(AttemptGrouping grouping) {
        return AttemptLanes.of(all, grouping, AttemptFilter.ALL, HostClocks.RIGHT).stack().lanes().stream().map(TimelineLane::title).toList();
    }

    @Test
    void usersWithFailuresComeFirst() {
        assertEquals(List.of("room@contoso.com", "alice@contoso.com"), titles(AttemptGrouping.USER));
    }

    @Test
    void allVersionsOfADeviceAreOneFamily() {
        assertEquals(List.of("Skype Room System", "OCPhone"), titles(AttemptGrouping.DEVICE));
        assertEquals("iPhone iOS", DeviceFamily.of("RTCC/6.0.0.0 UCWA/6.0.9319.0 iPhoneLync/6.21.0.57 (iPhone iOS 12.0)"));
    }

    @Test
    void anAttemptIsInTheLaneOfEachHostItCameBy() {
        assertEquals(List.of("EDGE01", "FE01", "FE02"), titles(AttemptGrouping.HOST));
    }

    @Test
    void outcomesStandByGravity() {
        assertEquals(List.of("failed", "timed out", "succeeded"), titles(AttemptGrouping.OUTCOME));
    }

    @Test
    void theFilterKnowsOutcomesAndWords() {
        AttemptFilter failed = new AttemptFilter(EnumSet.of(Outcome.FAILED), "", false);
        AttemptFilter words = new AttemptFilter(EnumSet.allOf(Outcome.class), "Room fe02", false);

        assertEquals(List.of(room), all.stream().filter(failed::shows).toList());
        assertEquals(List.of(again), all.stream().filter(words::shows).toList());
        AttemptLanes lanes = AttemptLanes.of(all, AttemptGrouping.USER, words, HostClocks.RIGHT);
        assertEquals(1, lanes.shown());
        assertEquals(3, lanes.total());
    }

    @Test
    void anAttemptHasItsPhasesInTurn() {
        TimelineMark mark = AttemptLanes.of(List.of(room), AttemptGrouping.NONE, AttemptFilter.ALL, HostClocks.RIGHT).stack().lanes().getFirst().marks().getFirst();
        assertEquals(List.of(new PhaseSegment(Phase.OFFER, 5 * SECOND), new PhaseSegment(Phase.SERVER_CERTIFICATE, 6 * SECOND)), mark.phases());
    }

    @Test
    void aHostWhoseClockIsOffIsShownWhereItMayTrulyLie() {
        Source source = new Source("cls", Optional.empty(), SourceStatus.COMPLETE, Optional.empty(), 0, 0, 0, List.of("FE01"), OptionalLong.empty(),
                OptionalLong.empty(), List.of(new Clock("FE01", 0, 3, 0.5, ClockBasis.DATE_HEADER)), List.of(), List.of(), 0);
        TimelineMark mark = AttemptLanes.of(List.of(alice), AttemptGrouping.USER, AttemptFilter.ALL, HostClocks.of(List.of(source))).stack().lanes()
                .getFirst().marks().getFirst();
        assertTrue(mark.isUncertain());
        assertEquals(alice.start() - 7 * SECOND / 2, mark.earliest());
        assertEquals(alice.start() - 5 * SECOND / 2, mark.latest());
    }

    @Test
    void linesLeadToTheMarksThereAre() {
        Related explains = new Related(RelatedKind.SCHANNEL, Relation.EXPLAINS, 0.9, 0, SignIns.evidence("event"), List.of());
        Related beside = new Related(RelatedKind.HTTP, Relation.COINCIDENT, 0.2, 0, SignIns.evidence("nowhere"), List.of());
        SignIn signIn = SignIns.attempt("4", "bob", PHONE, List.of("FE01"), 0, Outcome.FAILED, List.of(explains, beside));
        TimelineLane lane = new TimelineLane("schannel", "SCHANNEL", List.of(new TimelineMark("event", 7, 7, MarkTone.SCHANNEL, "")));

        Map<String, List<TimelineLink>> links = AttemptLanes.links(List.of(signIn), List.of(lane), evidence -> evidence.source());

        assertEquals(Map.of("4", List.of(new TimelineLink("schannel", "event", 7, true))), links);
    }
}
