package org.traceweave.json;

import java.io.IOException;

/** How many records match: {@code {"count": n}}. */
public final class CountForm implements JsonForm<Long> {

    public static final CountForm FORM = new CountForm();

    private CountForm() {
    }

    @Override
    public void write(Long value, JsonOut out) throws IOException {
        out.number("count", value);
    }

    @Override
    public Long read(JsonObject in) throws JsonFormatException {
        return in.number("count");
    }
}
