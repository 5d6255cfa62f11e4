package org.traceweave.probe;

import java.util.Optional;

/**
 * One connection and what became of it.
 *
 * @param offered what was offered, in words
 * @param failure why it came to nothing; empty if the server showed its chain
 */
public record ProbeAttempt(String offered, Optional<ProbeFailure> failure) {
}
