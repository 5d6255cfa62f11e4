package org.traceweave.charts;

import java.util.List;

/**
 * When certificates end.
 *
 * @param lastRecord UTC nanoseconds up to which something is known: what ended before is expired, what ends in the 30 days after it ends soon
 * @param lastWords what the line at that time is called
 */
public record ExpiryContent(List<Expiry> certificates, long lastRecord, String lastWords) {

    /** The end of one certificate. {@code key} names it for who asked; {@code end}: UTC nanoseconds. */
    public record Expiry(String key, long end) {
    }

    public ExpiryContent {
        certificates = List.copyOf(certificates);
    }
}
