package org.traceweave.json;

import java.io.IOException;
import org.traceweave.model.WindowsFailure;
import org.traceweave.model.WindowsFailureKind;

/** A Windows event that reports a failure. */
public final class WindowsFailureForm implements JsonForm<WindowsFailure> {

    public static final WindowsFailureForm FORM = new WindowsFailureForm();

    private WindowsFailureForm() {
    }

    @Override
    public void write(WindowsFailure value, JsonOut out) throws IOException {
        out.word("kind", value.kind());
        out.text("provider", value.provider());
        out.number("eventId", value.eventId());
        out.time("time", value.time());
        out.text("host", value.host());
        out.text("processName", value.processName());
        out.text("meaning", value.meaning());
        out.number("alert", value.alert());
        out.number("errorState", value.errorState());
        out.hresult("hresult", value.hresult());
        out.texts("trustErrors", value.trustErrors());
        out.text("subject", value.subject());
        out.texts("thumbprints", value.thumbprints());
        out.text("target", value.target());
        out.text("taskId", value.taskId());
        out.text("chainRef", value.chainRef());
        out.object("evidence", value.evidence(), EvidenceForm.FORM);
    }

    @Override
    public WindowsFailure read(JsonObject in) throws JsonFormatException {
        return new WindowsFailure(in.word("kind", WindowsFailureKind.class), in.text("provider"), (int) in.number("eventId"), in.time("time"),
                in.optionalText("host"), in.optionalText("processName"), in.text("meaning"), in.optionalInt("alert"),
                in.optionalNumber("errorState"), in.optionalText("hresult"), in.texts("trustErrors"), in.optionalText("subject"),
                in.texts("thumbprints"), in.optionalText("target"), in.optionalText("taskId"), in.optionalText("chainRef"),
                in.object("evidence", EvidenceForm.FORM));
    }
}
