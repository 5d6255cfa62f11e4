package org.traceweave.json;

import java.io.IOException;
import org.traceweave.model.ChainElement;

/** A certificate of a chain as Windows judged it. */
public final class ChainElementForm implements JsonForm<ChainElement> {

    public static final ChainElementForm FORM = new ChainElementForm();

    private ChainElementForm() {
    }

    @Override
    public void write(ChainElement value, JsonOut out) throws IOException {
        out.text("subject", value.subject());
        out.text("thumbprint", value.thumbprint());
        out.texts("trustErrors", value.trustErrors());
        out.texts("trustNotes", value.trustNotes());
        out.texts("meanings", value.meanings());
        out.text("revocation", value.revocation());
    }

    @Override
    public ChainElement read(JsonObject in) throws JsonFormatException {
        return new ChainElement(in.optionalText("subject"), in.optionalText("thumbprint"), in.texts("trustErrors"), in.texts("trustNotes"),
                in.texts("meanings"), in.optionalText("revocation"));
    }
}
