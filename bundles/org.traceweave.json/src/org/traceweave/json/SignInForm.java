package org.traceweave.json;

import java.io.IOException;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.Scheme;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;

/** A sign-in attempt. */
public final class SignInForm implements JsonForm<SignIn> {

    public static final SignInForm FORM = new SignInForm();

    private SignInForm() {
    }

    @Override
    public void write(SignIn value, JsonOut out) throws IOException {
        out.text("id", value.id());
        out.word("kind", value.kind());
        out.text("user", value.user());
        out.text("endpointId", value.endpointId());
        out.texts("callIds", value.callIds());
        out.text("device", value.device());
        out.text("clientAddress", value.clientAddress());
        out.texts("hosts", value.hosts());
        out.word("scheme", value.scheme());
        out.time("start", value.start());
        out.time("end", value.end());
        out.word("outcome", value.outcome());
        out.word("phase", value.phase());
        out.number("challenges", value.challenges());
        out.number("status", value.status());
        out.number("diagnosticId", value.diagnosticId());
        out.text("reason", value.reason());
        out.hresult("hresult", value.hresult());
        out.texts("certificates", value.certificates());
        out.objects("steps", value.steps(), SignInStepForm.FORM);
        out.evidence("messages", value.messages());
        out.objects("related", value.related(), RelatedForm.FORM);
        out.objects("versions", value.versions(), SoftwareVersionForm.FORM);
    }

    @Override
    public SignIn read(JsonObject in) throws JsonFormatException {
        return new SignIn(in.text("id"), in.word("kind", SignInKind.class), in.text("user"), in.optionalText("endpointId"),
                in.texts("callIds"), in.optionalText("device"), in.optionalText("clientAddress"), in.texts("hosts"),
                in.word("scheme", Scheme.class), in.time("start"), in.time("end"), in.word("outcome", Outcome.class),
                in.word("phase", Phase.class), (int) in.number("challenges"), in.optionalInt("status"), in.optionalInt("diagnosticId"),
                in.optionalText("reason"), in.optionalText("hresult"), in.texts("certificates"),
                in.objects("steps", SignInStepForm.FORM), in.objects("messages", EvidenceForm.FORM),
                in.objects("related", RelatedForm.FORM), in.objects("versions", SoftwareVersionForm.FORM));
    }
}
