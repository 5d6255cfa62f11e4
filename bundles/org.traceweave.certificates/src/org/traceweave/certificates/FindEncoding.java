package org.traceweave.certificates;

/** How a certificate was written where it was found. */
public enum FindEncoding {
    /** Between BEGIN and END lines. */
    PEM,
    /** Bare base64, whatever its alignment. */
    BASE64,
    /** Hexadecimal digits, as a run, an array or a dump. */
    HEX,
    /** Raw bytes. */
    DER,
    /** In the Certificate message of a TLS handshake. */
    TLS
}
