package org.traceweave.json;

import java.io.IOException;
import org.traceweave.model.Related;
import org.traceweave.model.RelatedKind;
import org.traceweave.model.Relation;

/** A record beside a sign-in. */
public final class RelatedForm implements JsonForm<Related> {

    public static final RelatedForm FORM = new RelatedForm();

    private RelatedForm() {
    }

    @Override
    public void write(Related value, JsonOut out) throws IOException {
        out.word("kind", value.kind());
        out.word("relation", value.relation());
        out.decimal("confidence", value.confidence());
        out.decimal("deltaSeconds", value.deltaSeconds());
        out.object("evidence", value.evidence(), EvidenceForm.FORM);
        out.objects("grounds", value.grounds(), RelationGroundForm.FORM);
    }

    @Override
    public Related read(JsonObject in) throws JsonFormatException {
        return new Related(in.word("kind", RelatedKind.class), in.word("relation", Relation.class), in.decimal("confidence"),
                in.decimal("deltaSeconds"), in.object("evidence", EvidenceForm.FORM), in.objects("grounds", RelationGroundForm.FORM));
    }
}
