package org.traceweave.readers.windows.internal;

import java.util.HashMap;
import java.util.Map;

/** Names that have a meaning in the schema of events or of CAPI2, whether of elements or of attributes. */
enum EventWord {
    OTHER(""), EVENT("Event"), SYSTEM("System"), EVENT_DATA("EventData"), USER_DATA("UserData"), RENDERING_INFO("RenderingInfo"),
    DATA("Data"), PROVIDER("Provider"), NAME("Name"), EVENT_SOURCE_NAME("EventSourceName"), EVENT_ID("EventID"), LEVEL("Level"),
    KEYWORDS("Keywords"), TIME_CREATED("TimeCreated"), SYSTEM_TIME("SystemTime"), EVENT_RECORD_ID("EventRecordID"),
    CORRELATION("Correlation"), ACTIVITY_ID("ActivityID"), EXECUTION("Execution"), PROCESS_ID("ProcessID"), THREAD_ID("ThreadID"),
    CHANNEL("Channel"), COMPUTER("Computer"), SECURITY("Security"), USER_ID("UserID"), MESSAGE("Message"),
    FILE_REF("fileRef"), SUBJECT_NAME("subjectName"), SERVER_NAME("serverName"), TASK_ID("TaskId"), CHAIN_REF("chainRef"),
    PROCESS_NAME("ProcessName"), VALUE("value"), ERROR("error"), RESULT("Result"), ERROR_STATUS("ErrorStatus"),
    REVOCATION_RESULT("RevocationResult"), REVOCATION_STATUS("RevocationStatus"), ERROR_ELEMENT("Error"), COMMON_NAME("CN"),
    PRINCIPAL_NAME("UPN"), XMLNS("xmlns");

    private static final Map<String, EventWord> WORDS = new HashMap<>();

    static {
        for (EventWord word : values()) {
            WORDS.put(word.text, word);
        }
    }

    private final String text;

    EventWord(String text) {
        this.text = text;
    }

    static EventWord of(String text) {
        return WORDS.getOrDefault(text, OTHER);
    }
}
