package org.traceweave.ui.internal.records;

import java.util.Optional;
import org.traceweave.model.TimeRange;

/** Which records the table is to show: what was typed, and the span of time it is narrowed to. */
record RecordRequest(String text, Optional<TimeRange> range) {

    static final RecordRequest ALL = new RecordRequest("", Optional.empty());
}
