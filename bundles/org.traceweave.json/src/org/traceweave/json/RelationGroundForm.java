package org.traceweave.json;

import java.io.IOException;
import org.traceweave.model.RelationGround;
import org.traceweave.model.RelationJoin;

/** A reason to tie a record to a sign-in. */
public final class RelationGroundForm implements JsonForm<RelationGround> {

    public static final RelationGroundForm FORM = new RelationGroundForm();

    private RelationGroundForm() {
    }

    @Override
    public void write(RelationGround value, JsonOut out) throws IOException {
        out.word("join", value.join());
        out.text("value", value.value());
        out.decimal("weight", value.weight());
    }

    @Override
    public RelationGround read(JsonObject in) throws JsonFormatException {
        return new RelationGround(in.word("join", RelationJoin.class), in.text("value"), in.decimal("weight"));
    }
}
