package org.traceweave.model;

/** The step of a sign-in. */
public enum Phase implements Worded {
    /** Reaching the server, TLS included. */
    CONNECT("connect"),
    /** Autodiscovery. */
    DISCOVERY("discovery"),
    /** Asking for a web ticket. */
    WEB_TICKET("web-ticket"),
    /** Asking for the user certificate. */
    PROVISIONING("provisioning"),
    /** The server's offer of schemes. */
    OFFER("offer"),
    /** The server's certificate was presented inside TLS-DSK. */
    SERVER_CERTIFICATE("server-certificate"),
    /** The client's certificate was presented. */
    CLIENT_CERTIFICATE("client-certificate"),
    /** NTLM or Kerberos credentials were presented. */
    CREDENTIALS("credentials"),
    /** Sent to the home server. */
    REDIRECT("redirect"),
    /** Registered, or refused after authentication. */
    REGISTERED("registered");

    private final String word;

    Phase(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
