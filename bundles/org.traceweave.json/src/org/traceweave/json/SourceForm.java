package org.traceweave.json;

import java.io.IOException;
import org.traceweave.model.Source;
import org.traceweave.model.SourceStatus;

/** A source and how far it can be trusted. */
public final class SourceForm implements JsonForm<Source> {

    public static final SourceForm FORM = new SourceForm();

    private SourceForm() {
    }

    @Override
    public void write(Source value, JsonOut out) throws IOException {
        out.text("source", value.source());
        out.text("format", value.format());
        out.word("status", value.status());
        out.text("sha256", value.sha256());
        out.number("bytes", value.bytes());
        out.number("records", value.records());
        out.number("recovered", value.recovered());
        out.texts("hosts", value.hosts());
        out.time("first", value.first());
        out.time("last", value.last());
        out.objects("clocks", value.clocks(), ClockForm.FORM);
        out.objects("gaps", value.gaps(), GapForm.FORM);
        out.objects("damage", value.damage(), DamageForm.FORM);
        out.number("duplicates", value.duplicates());
    }

    @Override
    public Source read(JsonObject in) throws JsonFormatException {
        return new Source(in.text("source"), in.optionalText("format"), in.word("status", SourceStatus.class), in.optionalText("sha256"),
                in.number("bytes"), in.number("records"), in.number("recovered"), in.texts("hosts"), in.optionalTime("first"),
                in.optionalTime("last"), in.objects("clocks", ClockForm.FORM), in.objects("gaps", GapForm.FORM),
                in.objects("damage", DamageForm.FORM), in.number("duplicates"));
    }
}
