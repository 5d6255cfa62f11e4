package org.traceweave.readers.windows.internal;

import java.util.HashMap;
import java.util.Map;

/** What a value of an event tells about the record that is made of it. */
enum FieldRole {
    NONE, PROVIDER, EVENT_SOURCE, EVENT_ID, LEVEL, KEYWORDS, TIME, RECORD_ID, ACTIVITY, PROCESS, THREAD, CHANNEL, COMPUTER, MESSAGE,
    THUMBPRINT, SUBJECT, TARGET, TASK, CHAIN, PROCESS_NAME, HEX_CODE, ERROR_STATUS, CODE, ALERT, USER_NAME, USER_DOMAIN, ADDRESS, PORT,
    PERSON, LABEL;

    private static final Map<String, FieldRole> DATA = new HashMap<>();

    static {
        DATA.put("AlertDesc", ALERT);
        DATA.put("TargetName", TARGET);
        DATA.put("TargetServerName", TARGET);
        DATA.put("ErrorCode", CODE);
        DATA.put("Status", CODE);
        DATA.put("SubStatus", CODE);
        DATA.put("TargetUserName", USER_NAME);
        DATA.put("TargetDomainName", USER_DOMAIN);
        DATA.put("IpAddress", ADDRESS);
        DATA.put("IpPort", PORT);
        DATA.put("ProcessName", PROCESS_NAME);
        DATA.put("CallerProcessImageName", PROCESS_NAME);
        DATA.put("UserName", PERSON);
        DATA.put("User", PERSON);
        DATA.put("Upn", PERSON);
        DATA.put("UPN", PERSON);
        DATA.put("UserPrincipalName", PERSON);
        DATA.put("SipUri", PERSON);
        DATA.put("LocalCertSubjectName", SUBJECT);
        DATA.put("RemoteCertSubjectName", SUBJECT);
    }

    static FieldRole ofData(String name) {
        return DATA.getOrDefault(name, NONE);
    }

    static FieldRole ofAttribute(EventWord element, EventWord attribute) {
        return switch (attribute) {
            case NAME -> element == EventWord.PROVIDER ? PROVIDER : element == EventWord.DATA ? LABEL : NONE;
            case EVENT_SOURCE_NAME -> element == EventWord.PROVIDER ? EVENT_SOURCE : NONE;
            case SYSTEM_TIME -> element == EventWord.TIME_CREATED ? TIME : NONE;
            case ACTIVITY_ID -> element == EventWord.CORRELATION ? ACTIVITY : NONE;
            case PROCESS_ID -> element == EventWord.EXECUTION ? PROCESS : NONE;
            case THREAD_ID -> element == EventWord.EXECUTION ? THREAD : NONE;
            case FILE_REF -> THUMBPRINT;
            case SUBJECT_NAME -> SUBJECT;
            case SERVER_NAME -> TARGET;
            case TASK_ID -> TASK;
            case CHAIN_REF -> CHAIN;
            case PROCESS_NAME -> PROCESS_NAME;
            case ERROR -> element == EventWord.REVOCATION_STATUS ? HEX_CODE : NONE;
            case VALUE -> switch (element) {
                case RESULT, REVOCATION_RESULT, ERROR_ELEMENT -> HEX_CODE;
                case ERROR_STATUS -> ERROR_STATUS;
                default -> NONE;
            };
            default -> NONE;
        };
    }

    /** The role of an element's text in the System part. */
    static FieldRole ofSystem(EventWord element) {
        return switch (element) {
            case EVENT_ID -> EVENT_ID;
            case LEVEL -> LEVEL;
            case KEYWORDS -> KEYWORDS;
            case EVENT_RECORD_ID -> RECORD_ID;
            case CHANNEL -> CHANNEL;
            case COMPUTER -> COMPUTER;
            default -> NONE;
        };
    }
}
