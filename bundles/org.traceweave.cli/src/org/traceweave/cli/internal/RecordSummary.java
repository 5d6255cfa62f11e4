package org.traceweave.cli.internal;

import org.traceweave.model.RecordField;
import org.traceweave.model.TraceRecord;

/** A record in one line: for SIP its start line's essence, otherwise the first line that says something. */
final class RecordSummary {

    private static final int LONGEST = 200;

    private RecordSummary() {
    }

    static String of(TraceRecord record) {
        Object method = record.fields().get(RecordField.METHOD.name());
        Object status = record.fields().get(RecordField.STATUS.name());
        Object user = record.fields().getOrDefault(RecordField.USER.name(), record.fields().get(RecordField.FROM.name()));
        if (method != null) {
            return (status == null ? "" : status + " ") + method + (user == null ? "" : " " + user);
        }
        String line = record.text().lines().map(String::strip).filter(text -> !text.isEmpty()).findFirst().orElse("");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "\u2026";
    }
}
