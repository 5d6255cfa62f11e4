package org.traceweave.cases.internal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.traceweave.json.JsonForm;
import org.traceweave.json.JsonFormatException;
import org.traceweave.json.JsonObject;
import org.traceweave.json.JsonOut;

/** One host's writing into one log, empty where the source names none. The same record can only stand twice in the same one. */
record LogStream(String host, String channel) {

    static LogStream of(@Nullable String host, @Nullable String channel) {
        return new LogStream(host == null ? "" : host, channel == null ? "" : channel);
    }

    /** A stream in the case's own files. */
    static final class Form implements JsonForm<LogStream> {

        static final Form FORM = new Form();

        @Override
        public void write(LogStream value, JsonOut out) throws IOException {
            out.text("host", value.host);
            out.text("channel", value.channel);
        }

        @Override
        public LogStream read(JsonObject in) throws JsonFormatException {
            return new LogStream(in.text("host"), in.text("channel"));
        }
    }
}
