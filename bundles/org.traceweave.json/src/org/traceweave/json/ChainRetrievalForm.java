package org.traceweave.json;

import java.io.IOException;
import org.traceweave.model.ChainRetrieval;

/** Something fetched while a chain was built. */
public final class ChainRetrievalForm implements JsonForm<ChainRetrieval> {

    public static final ChainRetrievalForm FORM = new ChainRetrievalForm();

    private ChainRetrievalForm() {
    }

    @Override
    public void write(ChainRetrieval value, JsonOut out) throws IOException {
        out.time("time", value.time());
        out.text("what", value.what());
        out.text("url", value.url());
        out.text("proxy", value.proxy());
        out.decimal("seconds", value.seconds());
        out.hresult("hresult", value.hresult());
        out.object("evidence", value.evidence(), EvidenceForm.FORM);
    }

    @Override
    public ChainRetrieval read(JsonObject in) throws JsonFormatException {
        return new ChainRetrieval(in.time("time"), in.text("what"), in.optionalText("url"), in.optionalText("proxy"), in.optionalDecimal("seconds"),
                in.optionalText("hresult"), in.object("evidence", EvidenceForm.FORM));
    }
}
