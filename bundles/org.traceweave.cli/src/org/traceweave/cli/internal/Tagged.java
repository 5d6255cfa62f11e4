package org.traceweave.cli.internal;

import java.io.IOException;
import org.traceweave.json.JsonForm;
import org.traceweave.json.JsonFormatException;
import org.traceweave.json.JsonObject;
import org.traceweave.json.JsonOut;

/** An object in an answer that holds several kinds: its kind stands before its own keys. */
record Tagged<T>(String kind, JsonForm<T> form) implements JsonForm<T> {

    @Override
    public void write(T value, JsonOut out) throws IOException {
        out.text("object", kind);
        form.write(value, out);
    }

    @Override
    public T read(JsonObject in) throws JsonFormatException {
        return form.read(in);
    }
}
