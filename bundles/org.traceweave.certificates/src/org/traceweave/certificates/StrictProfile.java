package org.traceweave.certificates;

/** By which rules the strict judge goes. */
public enum StrictProfile {
    /** RFC 5280 to the letter, with RFC 9525 for names and no weak signatures. */
    RFC_5280("strict-rfc5280"),
    /** RFC 5280 and, for server certificates, the Baseline Requirements of the CA/Browser Forum, as browsers ask of public CAs. */
    WEB_PKI("strict-webpki");

    private final String id;

    StrictProfile(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
