package org.traceweave.cases;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.IndexedRecord;
import org.traceweave.index.RecordQuery;

/** What tests ask of a case. */
final class CaseRecords {

    private CaseRecords() {
    }

    static List<IndexedRecord> all(Case opened) throws IOException {
        List<IndexedRecord> records = new ArrayList<>();
        try (IndexSnapshot snapshot = opened.snapshot()) {
            snapshot.scan(RecordQuery.all(), records::add);
        }
        return records;
    }

    /** The id of every record, in the order of time. */
    static List<String> ids(Case opened) throws IOException {
        return all(opened).stream().map(opened::id).toList();
    }

    static ImportOutcome imported(Case opened, java.nio.file.Path... paths) throws CaseException {
        return opened.importSources(List.of(paths), ImportProgress.NONE, new CancelSignal());
    }
}
