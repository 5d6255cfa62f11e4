package org.traceweave.json;

import java.io.IOException;
import org.traceweave.model.ChainBuild;

/** A chain as Windows built and judged it. */
public final class ChainBuildForm implements JsonForm<ChainBuild> {

    public static final ChainBuildForm FORM = new ChainBuildForm();

    private ChainBuildForm() {
    }

    @Override
    public void write(ChainBuild value, JsonOut out) throws IOException {
        out.text("taskId", value.taskId());
        out.text("chainRef", value.chainRef());
        out.text("host", value.host());
        out.text("processName", value.processName());
        out.time("start", value.start());
        out.time("end", value.end());
        out.text("subject", value.subject());
        out.text("target", value.target());
        out.hresult("hresult", value.hresult());
        out.texts("trustErrors", value.trustErrors());
        out.objects("elements", value.elements(), ChainElementForm.FORM);
        out.objects("retrievals", value.retrievals(), ChainRetrievalForm.FORM);
        out.evidence("events", value.events());
    }

    @Override
    public ChainBuild read(JsonObject in) throws JsonFormatException {
        return new ChainBuild(in.text("taskId"), in.optionalText("chainRef"), in.optionalText("host"), in.optionalText("processName"), in.time("start"),
                in.time("end"), in.optionalText("subject"), in.optionalText("target"), in.optionalText("hresult"), in.texts("trustErrors"),
                in.objects("elements", ChainElementForm.FORM), in.objects("retrievals", ChainRetrievalForm.FORM),
                in.objects("events", EvidenceForm.FORM));
    }
}
