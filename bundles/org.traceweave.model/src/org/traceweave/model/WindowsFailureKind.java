package org.traceweave.model;

/** Which log a Windows failure comes from. */
public enum WindowsFailureKind implements Worded {
    /** SCHANNEL in the System log. */
    SCHANNEL("schannel"),
    /** The CAPI2 operational log. */
    CAPI2("capi2"),
    /** The server's own channel. */
    SERVER_LOG("server-log"),
    /** Logon events of the Security log. */
    LOGON("logon");

    private final String word;

    WindowsFailureKind(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
