package org.traceweave.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.traceweave.index.IndexedRecord;
import org.traceweave.model.Evidence;
import org.traceweave.model.Finding;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.Related;
import org.traceweave.model.RelatedKind;
import org.traceweave.model.Relation;
import org.traceweave.model.Scheme;
import org.traceweave.model.Severity;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;
import org.traceweave.model.SignInStep;
import org.traceweave.model.WindowsFailure;
import org.traceweave.model.WindowsFailureKind;

class FocusFinderTest {

    private static final Evidence FIRST = new Evidence("pool.txt", 100, 50, Optional.empty());
    private static final Evidence LAST = new Evidence("pool.txt", 900, 50, Optional.empty());
    private static final Evidence EVENT = new Evidence("System.evtx", 4608, 300, Optional.empty());
    private static final SignIn FAILED = new SignIn("s-1", SignInKind.SIGN_IN, "room@contoso.com", Optional.empty(), List.of("call-1"),
            Optional.empty(), Optional.empty(), List.of("FE01"), Scheme.TLS_DSK, 1000, 5000, Outcome.FAILED, Phase.SERVER_CERTIFICATE, 2,
            OptionalInt.of(401), OptionalInt.empty(), Optional.empty(), Optional.empty(), List.of(),
            List.of(new SignInStep(Phase.OFFER, 1000, "", FIRST), new SignInStep(Phase.SERVER_CERTIFICATE, 5000, "", LAST)),
            List.of(FIRST, LAST), List.of(new Related(RelatedKind.SCHANNEL, Relation.EXPLAINS, 0.9, 0.1, EVENT, List.of())), List.of());
    private static final WindowsFailure ALERT = new WindowsFailure(WindowsFailureKind.SCHANNEL, "Schannel", 36887, 5100, Optional.of("FE01"),
            Optional.empty(), "An alert was received", OptionalInt.of(46), OptionalLong.empty(), Optional.empty(), List.of(), Optional.empty(),
            List.of(), Optional.empty(), Optional.empty(), Optional.empty(), EVENT);

    private final FocusFinder finder = new FocusFinder(CaseAnswers.NONE.withSignIns(List.of(FAILED)).withFailures(List.of(ALERT)));

    @Test
    void aFailedAttemptLeadsToWhereItEnded() {
        Focus focus = finder.focus(new Chosen.Attempt(FAILED));
        assertEquals(Optional.of(LAST), focus.evidence());
        assertEquals(OptionalLong.of(5000), focus.time());
        assertEquals(Set.of(EVENT), focus.related());
    }

    @Test
    void anEventThatExplainsAnAttemptLeadsToIt() {
        Focus focus = finder.focus(new Chosen.Failure(ALERT));
        assertEquals(Set.of("s-1"), focus.signIns());
        assertEquals(Optional.of(ALERT), focus.failure());
    }

    @Test
    void aRecordLeadsToItsAttemptByItsCallId() {
        IndexedRecord record = new IndexedRecord(1, 500, 50, 2000, Optional.empty(), Optional.empty(), Optional.empty(), -1, -1, RecordKind.SIP,
                0, Map.of(RecordField.CALL_ID, "call-1"));
        Focus focus = finder.focus(new Chosen.Entry(record, new Evidence("pool.txt", 500, 50, Optional.empty())));
        assertEquals(Set.of("s-1"), focus.signIns());
        assertEquals(Optional.of(record), focus.record());
    }

    @Test
    void aFindingLeadsToTheAttemptItStoppedAndItsFirstEvidence() {
        Finding finding = new Finding("f", "chain.weak-signature", Severity.CRITICAL, "", "", "", "", "", 1, List.of(), List.of("s-1"),
                Optional.empty(), List.of(), List.of(EVENT), 1, List.of(), List.of());
        Focus focus = finder.focus(new Chosen.Claim(finding));
        assertEquals(Set.of("s-1"), focus.signIns());
        assertEquals(Optional.of(EVENT), focus.evidence());
        assertTrue(focus.callIds().contains("call-1"));
    }
}
