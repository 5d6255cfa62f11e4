package org.traceweave.readers.windows;

/** One attribute of an element of an event, as written. */
public record EventAttribute(String name, String value) {
}
