package org.traceweave.cli.internal;

import java.io.IOException;
import java.util.List;
import org.traceweave.cli.VerbSession;
import org.traceweave.json.JsonForm;
import org.traceweave.json.JsonFormatException;
import org.traceweave.json.JsonObject;
import org.traceweave.json.JsonOut;

/** A reader or diagnostic that is installed, and the bundle it came with. */
record Installed(String id, String name, String bundle, String says) {

    private static final class Form implements JsonForm<Installed> {

        @Override
        public void write(Installed value, JsonOut out) throws IOException {
            out.text("id", value.id);
            out.text("name", value.name);
            out.text("bundle", value.bundle);
        }

        @Override
        public Installed read(JsonObject in) throws JsonFormatException {
            return new Installed(in.text("id"), in.text("name"), in.text("bundle"), "");
        }
    }

    static void print(VerbSession session, List<Installed> installed, ReadableOptions options) throws IOException {
        if (options.json) {
            session.json(installed, new Form(), options.evidence);
            return;
        }
        session.shown(options.zone).table(List.of("ID", "NAME", "BUNDLE", ""),
                installed.stream().map(each -> List.of(each.id, each.name, each.bundle, each.says)).toList());
    }
}
