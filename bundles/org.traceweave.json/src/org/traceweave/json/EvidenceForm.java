package org.traceweave.json;

import java.io.IOException;
import org.traceweave.model.Evidence;

/** Evidence: where something is written. */
public final class EvidenceForm implements JsonForm<Evidence> {

    public static final EvidenceForm FORM = new EvidenceForm();

    private EvidenceForm() {
    }

    @Override
    public void write(Evidence value, JsonOut out) throws IOException {
        out.text("source", value.source());
        out.number("offset", value.offset());
        out.number("length", value.length());
        out.text("record", value.record());
    }

    @Override
    public Evidence read(JsonObject in) throws JsonFormatException {
        return new Evidence(in.text("source"), in.number("offset"), in.number("length"), in.optionalText("record"));
    }
}
