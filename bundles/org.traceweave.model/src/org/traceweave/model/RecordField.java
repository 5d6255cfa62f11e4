package org.traceweave.model;

import java.util.List;

/**
 * The declaration of one searchable field of a record: a name, whether its values are numbers, and a label for people. One declaration
 * is column, query field, facet and export field. Values are {@code String} or, for numbers, {@code Long}.
 */
public record RecordField(String name, Type type, String label) {

    /** What a field's values are. */
    public enum Type {
        /** An exact word, found whole and without regard to case. */
        KEYWORD,
        /** An integer, found by value and by range. */
        NUMBER
    }

    public static final RecordField USER = keyword("user", "User");
    public static final RecordField FROM = keyword("from", "From");
    public static final RecordField TO = keyword("to", "To");
    public static final RecordField CALL_ID = keyword("callId", "Call-ID");
    public static final RecordField CSEQ = keyword("cseq", "CSeq");
    public static final RecordField METHOD = keyword("method", "Method");
    public static final RecordField STATUS = number("status", "Status");
    public static final RecordField DIRECTION = keyword("direction", "Direction");
    public static final RecordField PEER = keyword("peer", "Peer");
    public static final RecordField DEVICE = keyword("device", "Device");
    public static final RecordField DIAGNOSTIC_ID = number("diagnosticId", "Diagnostic id");
    public static final RecordField HRESULT = keyword("hresult", "HRESULT");
    public static final RecordField CORRELATION = keyword("correlation", "Correlation");
    public static final RecordField PROVIDER = keyword("provider", "Provider");
    public static final RecordField EVENT_ID = number("eventId", "Event id");
    public static final RecordField CHANNEL = keyword("channel", "Channel");
    public static final RecordField RECORD_ID = number("recordId", "Record id");
    public static final RecordField TASK_ID = keyword("taskId", "Task id");
    public static final RecordField CHAIN_REF = keyword("chainRef", "Chain");
    public static final RecordField THUMBPRINT = keyword("thumbprint", "Thumbprint");
    public static final RecordField SUBJECT = keyword("subject", "Subject");
    public static final RecordField TARGET = keyword("target", "Target");
    public static final RecordField ALERT = number("alert", "TLS alert");
    public static final RecordField PROCESS_NAME = keyword("processName", "Process name");
    public static final RecordField RECOVERED = keyword("recovered", "Recovered");

    /** The fields every case has, in the order in which they are printed. */
    public static final List<RecordField> STANDARD = List.of(USER, FROM, TO, CALL_ID, CSEQ, METHOD, STATUS, DIRECTION, PEER, DEVICE,
            DIAGNOSTIC_ID, HRESULT, CORRELATION, PROVIDER, EVENT_ID, CHANNEL, RECORD_ID, TASK_ID, CHAIN_REF, THUMBPRINT, SUBJECT, TARGET,
            ALERT, PROCESS_NAME, RECOVERED);

    public static RecordField keyword(String name, String label) {
        return new RecordField(name, Type.KEYWORD, label);
    }

    public static RecordField number(String name, String label) {
        return new RecordField(name, Type.NUMBER, label);
    }
}
