package org.traceweave.cases.internal;

import java.io.IOException;
import java.util.Optional;
import org.traceweave.json.JsonForm;
import org.traceweave.json.JsonFormatException;
import org.traceweave.json.JsonObject;
import org.traceweave.json.JsonOut;
import org.traceweave.model.ClockBasis;

/** How far one host's clock is from true time (that of most hosts), in seconds, and how far that may be wrong. */
public record HostClock(String host, double skewSeconds, double uncertaintySeconds, ClockBasis basis) {

    /** The name a clock goes by: the host's, or, for a source that names no host, one of the source's own. */
    public static String nameOf(Optional<String> host, int source) {
        return host.orElse("#" + source);
    }

    /** A host's clock in the case's own files. */
    static final class Form implements JsonForm<HostClock> {

        static final Form FORM = new Form();

        @Override
        public void write(HostClock value, JsonOut out) throws IOException {
            out.text("host", value.host);
            out.decimal("skew", value.skewSeconds);
            out.decimal("uncertainty", value.uncertaintySeconds);
            out.word("basis", value.basis);
        }

        @Override
        public HostClock read(JsonObject in) throws JsonFormatException {
            return new HostClock(in.text("host"), in.decimal("skew"), in.decimal("uncertainty"), in.word("basis", ClockBasis.class));
        }
    }
}
