package org.traceweave.analysis.internal.windows;

import org.traceweave.model.RelationJoin;

/**
 * An identity that an event and an incident both name, and what that is worth. {@code ownAlone}: no other client's incident has it too, as
 * they all have a server's certificate or name.
 */
record Join(RelationJoin join, String value, double weight, boolean ownAlone) {
}
