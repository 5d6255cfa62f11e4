package org.traceweave.probe;

import org.traceweave.certificates.ChainPolicy;
import org.traceweave.certificates.PathVerdicts;

/** What one kind of client makes of the chain that was presented. */
public record ClientVerdict(ChainPolicy policy, PathVerdicts verdicts) {
}
