package org.traceweave.model;

/** What tells a version. */
public enum VersionBasis implements Worded {
    /** The client's User-Agent header. */
    USER_AGENT("user-agent"),
    /** The server's Server header. */
    SERVER_HEADER("server-header"),
    /** An event of the Windows Installer: what was installed or updated last before the sign-in. */
    INSTALLER("installer"),
    /** A listing of installed versions in a text. */
    LISTING("listing");

    private final String word;

    VersionBasis(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
