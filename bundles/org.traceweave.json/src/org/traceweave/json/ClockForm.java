package org.traceweave.json;

import java.io.IOException;
import org.traceweave.model.Clock;
import org.traceweave.model.ClockBasis;

/** A host's clock in one source. */
public final class ClockForm implements JsonForm<Clock> {

    public static final ClockForm FORM = new ClockForm();

    private ClockForm() {
    }

    @Override
    public void write(Clock value, JsonOut out) throws IOException {
        out.text("host", value.host());
        out.decimal("offsetSeconds", value.offsetSeconds());
        out.decimal("skewSeconds", value.skewSeconds());
        out.decimal("uncertaintySeconds", value.uncertaintySeconds());
        out.word("basis", value.basis());
    }

    @Override
    public Clock read(JsonObject in) throws JsonFormatException {
        return new Clock(in.text("host"), in.decimal("offsetSeconds"), in.decimal("skewSeconds"), in.decimal("uncertaintySeconds"),
                in.optionalWord("basis", ClockBasis.class).orElse(ClockBasis.ASSUMED));
    }
}
