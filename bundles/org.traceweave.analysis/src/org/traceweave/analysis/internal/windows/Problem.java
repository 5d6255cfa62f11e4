package org.traceweave.analysis.internal.windows;

import java.util.Optional;
import org.traceweave.model.Evidence;
import org.traceweave.model.RecordKind;

/**
 * A record of a trace that tells of trouble: a diagnostic or connection block that is an error, or a refused web request. {@code
 * correlation}: host and correlation id together, since the ids are counted by each server.
 */
record Problem(RecordKind kind, long trueTime, Optional<String> host, Optional<String> callId, Optional<String> peer, Optional<String> user,
        Optional<String> correlation, Evidence evidence) {
}
