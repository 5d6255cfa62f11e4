package org.traceweave.index;

/** How many records have {@code value} (as shown, a number in decimal) in some field. */
public record ValueCount(String value, long count) {
}
