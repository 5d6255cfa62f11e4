package org.traceweave.json;

import java.io.IOException;
import org.traceweave.model.Phase;
import org.traceweave.model.SignInStep;

/** One step of a sign-in attempt. */
public final class SignInStepForm implements JsonForm<SignInStep> {

    public static final SignInStepForm FORM = new SignInStepForm();

    private SignInStepForm() {
    }

    @Override
    public void write(SignInStep value, JsonOut out) throws IOException {
        out.word("phase", value.phase());
        out.time("time", value.time());
        out.text("result", value.result());
        out.object("evidence", value.evidence(), EvidenceForm.FORM);
    }

    @Override
    public SignInStep read(JsonObject in) throws JsonFormatException {
        return new SignInStep(in.word("phase", Phase.class), in.time("time"), in.text("result"), in.object("evidence", EvidenceForm.FORM));
    }
}
