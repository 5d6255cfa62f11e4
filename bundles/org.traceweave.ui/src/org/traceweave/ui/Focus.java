package org.traceweave.ui;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.traceweave.index.IndexedRecord;
import org.traceweave.model.Certificate;
import org.traceweave.model.Evidence;
import org.traceweave.model.Finding;
import org.traceweave.model.TimeRange;
import org.traceweave.model.WindowsFailure;

/**
 * What was chosen, and what it means to each view: the moment, the span, the record, the attempts with the events that are
 * related to them, the failure, the finding and the certificate that go with it. {@code record} follows a moment after the rest where it has to be looked up.
 */
public record Focus(
        Chosen chosen,
        OptionalLong time,
        Optional<TimeRange> span,
        Optional<Evidence> evidence,
        Optional<IndexedRecord> record,
        Set<String> signIns,
        Set<String> callIds,
        Set<Evidence> related,
        Optional<WindowsFailure> failure,
        Optional<Finding> finding,
        Optional<Certificate> certificate) {

    public static final Focus NOTHING = new Focus(new Chosen.Nothing(), OptionalLong.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public Focus {
        signIns = Set.copyOf(signIns);
        callIds = Set.copyOf(callIds);
        related = Set.copyOf(related);
    }

    /** The same once its record was found. */
    public Focus with(IndexedRecord found) {
        return new Focus(chosen, time.isPresent() ? time : OptionalLong.of(found.time()), span, evidence, Optional.of(found), signIns,
                callIds, related, failure, finding, certificate);
    }
}
