package org.traceweave.ui.internal.records;

import org.traceweave.index.IndexedRecord;

/** One record as a row of the table: what the index knows, and a line that sums it up. */
public record RecordRow(IndexedRecord record, String summary) {
}
