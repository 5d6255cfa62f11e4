package org.traceweave.json;

import java.io.IOException;
import org.traceweave.model.Gap;
import org.traceweave.model.GapKind;
import org.traceweave.model.TimeRange;

/** A hole in a source. */
public final class GapForm implements JsonForm<Gap> {

    public static final GapForm FORM = new GapForm();

    private GapForm() {
    }

    @Override
    public void write(Gap value, JsonOut out) throws IOException {
        out.time("from", value.range().from());
        out.time("to", value.range().to());
        out.word("kind", value.kind());
        out.text("detail", value.detail());
    }

    @Override
    public Gap read(JsonObject in) throws JsonFormatException {
        long from = in.time("from");
        return new Gap(new TimeRange(from, Math.max(from, in.time("to"))), in.word("kind", GapKind.class), in.text("detail"));
    }
}
