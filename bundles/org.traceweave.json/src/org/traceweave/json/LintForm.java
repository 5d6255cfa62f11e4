package org.traceweave.json;

import java.io.IOException;
import org.traceweave.model.Lint;
import org.traceweave.model.LintLevel;

/** A rule that a certificate breaks. */
public final class LintForm implements JsonForm<Lint> {

    public static final LintForm FORM = new LintForm();

    private LintForm() {
    }

    @Override
    public void write(Lint value, JsonOut out) throws IOException {
        out.text("id", value.id());
        out.word("level", value.level());
        out.text("text", value.text());
    }

    @Override
    public Lint read(JsonObject in) throws JsonFormatException {
        return new Lint(in.text("id"), in.optionalWord("level", LintLevel.class).orElse(LintLevel.INFO), in.text("text"));
    }
}
