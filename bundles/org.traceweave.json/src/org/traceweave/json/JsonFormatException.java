package org.traceweave.json;

import java.io.IOException;

/** JSON that does not hold what it should; the message names the key. */
public final class JsonFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    public JsonFormatException(String message) {
        super(message);
    }

    public JsonFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
