package org.traceweave.json;

import java.io.IOException;
import org.traceweave.model.SoftwareSide;
import org.traceweave.model.SoftwareVersion;
import org.traceweave.model.VersionBasis;

/** The version of a product on one side of a sign-in. */
public final class SoftwareVersionForm implements JsonForm<SoftwareVersion> {

    public static final SoftwareVersionForm FORM = new SoftwareVersionForm();

    private SoftwareVersionForm() {
    }

    @Override
    public void write(SoftwareVersion value, JsonOut out) throws IOException {
        out.word("side", value.side());
        out.text("host", value.host());
        out.text("product", value.product());
        out.text("version", value.version());
        out.word("basis", value.basis());
        out.object("evidence", value.evidence(), EvidenceForm.FORM);
    }

    @Override
    public SoftwareVersion read(JsonObject in) throws JsonFormatException {
        return new SoftwareVersion(in.word("side", SoftwareSide.class), in.optionalText("host"), in.text("product"), in.text("version"),
                in.word("basis", VersionBasis.class), in.object("evidence", EvidenceForm.FORM));
    }
}
