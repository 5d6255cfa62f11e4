package org.traceweave.readers.sip;

/**
 * One line {@code name: value} of a message or block, folded lines joined. {@code offset} and {@code length}: where its value stands,
 * in bytes from the beginning of the text that was parsed, folds included.
 */
public record SipHeader(String name, String value, int offset, int length) {
}
