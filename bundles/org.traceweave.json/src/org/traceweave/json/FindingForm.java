package org.traceweave.json;

import java.io.IOException;
import org.traceweave.model.Finding;
import org.traceweave.model.Severity;

/** What a diagnostic says. */
public final class FindingForm implements JsonForm<Finding> {

    public static final FindingForm FORM = new FindingForm();

    private FindingForm() {
    }

    @Override
    public void write(Finding value, JsonOut out) throws IOException {
        out.text("id", value.id());
        out.text("rule", value.rule());
        out.word("severity", value.severity());
        out.text("title", value.title());
        out.text("summary", value.summary());
        out.text("explanation", value.explanation());
        out.text("remedy", value.remedy());
        out.text("captureAdvice", value.captureAdvice());
        out.decimal("confidence", value.confidence());
        out.texts("subjects", value.subjects());
        out.texts("signins", value.signins());
        out.text("explainedBy", value.explainedBy());
        out.texts("needs", value.needs());
        out.evidence("evidence", value.evidence());
        out.number("evidenceCount", value.evidenceCount());
        out.evidence("against", value.against());
        out.texts("connections", value.connections());
    }

    @Override
    public Finding read(JsonObject in) throws JsonFormatException {
        return new Finding(in.text("id"), in.text("rule"), in.word("severity", Severity.class), in.text("title"), in.text("summary"),
                in.text("explanation"), in.text("remedy"), in.text("captureAdvice"), in.decimal("confidence"), in.texts("subjects"),
                in.texts("signins"), in.optionalText("explainedBy"), in.texts("needs"), in.objects("evidence", EvidenceForm.FORM),
                in.number("evidenceCount"), in.objects("against", EvidenceForm.FORM), in.texts("connections"));
    }
}
