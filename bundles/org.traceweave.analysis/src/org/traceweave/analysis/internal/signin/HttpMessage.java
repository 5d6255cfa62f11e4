package org.traceweave.analysis.internal.signin;

import java.util.Optional;
import org.traceweave.model.Evidence;

/**
 * One HTTP message as a host's web component logged it, and what its record says beside it. {@code time}: UTC nanoseconds as logged; {@code
 * correlation}: the number that a request and its answer share there; {@code user}: whom the record names.
 */
record HttpMessage(long time, Evidence evidence, Optional<String> host, Optional<String> correlation, Optional<String> peer, Optional<String> user,
        HttpExchange said) {
}
