package org.traceweave.json;

import java.io.IOException;
import org.traceweave.model.Damage;
import org.traceweave.model.DamageKind;

/** Bytes of a source that could not be read as they should. */
public final class DamageForm implements JsonForm<Damage> {

    public static final DamageForm FORM = new DamageForm();

    private DamageForm() {
    }

    @Override
    public void write(Damage value, JsonOut out) throws IOException {
        out.number("offset", value.offset());
        out.number("length", value.length());
        out.word("kind", value.kind());
        out.text("detail", value.detail());
    }

    @Override
    public Damage read(JsonObject in) throws JsonFormatException {
        return new Damage(in.number("offset"), in.number("length"),
                in.optionalWord("kind", DamageKind.class).orElse(DamageKind.UNREADABLE), in.text("detail"));
    }
}
