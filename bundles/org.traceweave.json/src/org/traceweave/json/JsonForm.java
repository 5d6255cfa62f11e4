package org.traceweave.json;

import java.io.IOException;

/**
 * How one kind of object stands in JSON: its keys, in the order in which the command line promises them. A form writes only the
 * members of its object; the braces are the caller's. Stateless, safe for use by several threads.
 */
public interface JsonForm<T> {

    /** Writes every key of the object; what is unknown as {@code null}. */
    void write(T value, JsonOut out) throws IOException;

    /**
     * Reads the object back. Keys it does not know are passed over.
     *
     * @throws JsonFormatException if a key that cannot be done without is missing or of another type
     */
    T read(JsonObject in) throws JsonFormatException;
}
