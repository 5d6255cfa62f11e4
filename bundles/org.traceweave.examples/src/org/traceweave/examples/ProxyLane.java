package org.traceweave.examples;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.traceweave.cases.CancelSignal;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.RecordQuery;
import org.traceweave.model.RecordField;
import org.traceweave.ui.OpenCase;
import org.traceweave.ui.timeline.ContributedLane;
import org.traceweave.ui.timeline.LaneMark;

/** Example of a lane of the timeline: when the in-house reverse proxy answered with a server error. */
public final class ProxyLane implements ContributedLane {

    private static final int MOST = 10_000;

    @Override
    public String title() {
        return "Proxy errors";
    }

    @Override
    public List<LaneMark> marks(OpenCase open, CancelSignal cancel) throws IOException {
        RecordQuery errors = RecordQuery.component("Proxy").and(RecordQuery.numbers(RecordField.STATUS, 500, 599));
        try (IndexSnapshot snapshot = open.source().snapshot()) {
            return snapshot.after(errors, Optional.empty(), MOST).stream().map(record -> LaneMark.of(record.time(),
                    "answered " + record.number(RecordField.STATUS).orElse(0L), open.source().evidence(record))).toList();
        }
    }
}
