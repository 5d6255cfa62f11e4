package org.traceweave.certificates;

import java.util.List;

/**
 * A certificate met in some bytes.
 *
 * @param der its DER, a copy, without what follows it
 * @param offset where its writing begins in the bytes searched: the BEGIN line, the first base64 character or hex digit, the first byte
 * @param length how many of the bytes searched it takes
 * @param container what it was in: empty, {@code pkcs7}, {@code pkcs12}, ...
 * @param notes what is odd about the place, such as {@code label says CERTIFICATE REQUEST}, each a sentence part
 */
public record FoundCertificate(byte[] der, int offset, int length, FindEncoding encoding, String container, List<String> notes) {
    public FoundCertificate {
        notes = List.copyOf(notes);
    }
}
