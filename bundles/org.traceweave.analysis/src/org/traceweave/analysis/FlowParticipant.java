package org.traceweave.analysis;

/**
 * A column of a call flow. {@code id}: unique in its flow; {@code name}: the host's short name, the client's address, or what stands for
 * them; {@code detail}: what else is known of it, may be empty.
 */
public record FlowParticipant(
        String id,
        FlowRole role,
        String name,
        String detail) {
}
