package org.traceweave.model;

/** The authentication scheme of a sign-in. */
public enum Scheme implements Worded {
    /** TLS with a derived session key: certificates inside SIP. */
    TLS_DSK("tls-dsk"),
    /** NTLM. */
    NTLM("ntlm"),
    /** Kerberos. */
    KERBEROS("kerberos"),
    /** No scheme was tried. */
    NONE("none");

    private final String word;

    Scheme(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
