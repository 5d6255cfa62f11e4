package org.traceweave.json;

import java.io.IOException;
import org.traceweave.model.FailedConnection;

/** Connections of one address that died before SIP. */
public final class FailedConnectionForm implements JsonForm<FailedConnection> {

    public static final FailedConnectionForm FORM = new FailedConnectionForm();

    private FailedConnectionForm() {
    }

    @Override
    public void write(FailedConnection value, JsonOut out) throws IOException {
        out.text("id", value.id());
        out.text("peer", value.peer());
        out.text("peerName", value.peerName());
        out.text("host", value.host());
        out.time("start", value.start());
        out.time("end", value.end());
        out.number("count", value.count());
        out.text("reason", value.reason());
        out.number("alert", value.alert());
        out.hresult("hresult", value.hresult());
        out.texts("users", value.users());
        out.evidence("evidence", value.evidence());
        out.objects("related", value.related(), RelatedForm.FORM);
    }

    @Override
    public FailedConnection read(JsonObject in) throws JsonFormatException {
        return new FailedConnection(in.text("id"), in.text("peer"), in.optionalText("peerName"), in.text("host"), in.time("start"), in.time("end"),
                in.number("count"), in.optionalText("reason"), in.optionalInt("alert"), in.optionalText("hresult"), in.texts("users"),
                in.objects("evidence", EvidenceForm.FORM), in.objects("related", RelatedForm.FORM));
    }
}
