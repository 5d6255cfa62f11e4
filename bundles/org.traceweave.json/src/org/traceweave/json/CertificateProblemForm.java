package org.traceweave.json;

import java.io.IOException;
import org.traceweave.model.CertificateProblem;

/** A field of a certificate that could not be decoded. */
public final class CertificateProblemForm implements JsonForm<CertificateProblem> {

    public static final CertificateProblemForm FORM = new CertificateProblemForm();

    private CertificateProblemForm() {
    }

    @Override
    public void write(CertificateProblem value, JsonOut out) throws IOException {
        out.number("offset", value.offset());
        out.text("field", value.field());
        out.text("text", value.text());
    }

    @Override
    public CertificateProblem read(JsonObject in) throws JsonFormatException {
        return new CertificateProblem(in.number("offset"), in.text("field"), in.text("text"));
    }
}
