package org.traceweave.readers.windows;

/**
 * Whose certificate an event judges, seen from the machine that logged it. It decides what the event can be about: a server's own log
 * tells what the server thinks of its clients' certificates, and never what its clients think of its own.
 */
public enum CertificateRole {
    /** The certificate of a server that this machine connected to. */
    OF_SERVER,
    /** The certificate of a client that connected to this machine. */
    OF_CLIENT,
    /** A certificate this machine presents, with its private key. */
    OWN,
    /** The event does not tell, or is about no certificate. */
    UNKNOWN
}
