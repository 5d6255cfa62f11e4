package org.traceweave.readers.sip;

import java.util.Optional;

/**
 * The TLS records that a TLS-DSK {@code gssapi-data} carries (MS-SIPAE 3.1). {@code bytes}: the records; {@code offset}, {@code
 * length}: where their base64 stands in the text parsed, in bytes.
 */
public record TlsDskToken(byte[] bytes, int offset, int length) {

    /** The token of a challenge or of credentials; empty if it carries none that begins like TLS records. */
    public static Optional<TlsDskToken> of(AuthenticationHeader header) {
        return header.parameter("gssapi-data").flatMap(data -> Tokens.decode(data.value())
                .filter(bytes -> bytes.length >= 5 && bytes[0] >= 20 && bytes[0] <= 23 && bytes[1] == 3)
                .map(bytes -> new TlsDskToken(bytes, data.offset(), data.length())));
    }
}
