package org.traceweave.analysis.internal.windows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.traceweave.model.Evidence;

/**
 * Something that failed, a sign-in attempt or a connection, by all it can be joined by. {@code start}, {@code end}: true times.
 * {@code clock}: the host whose clock they were taken from. {@code servers}: the hosts that took part; {@code machines}: the client's
 * own, where its log tells. {@code certificates}: those its handshakes carried. {@code credentials}: whether it came as far as a password
 * or ticket could fail it. {@code client}: what tells this client from others.
 */
record Incident(
        String id,
        String client,
        long start,
        long end,
        Optional<String> clock,
        List<String> servers,
        Set<String> machines,
        Optional<String> user,
        Optional<String> address,
        List<String> certificates,
        List<String> callIds,
        OptionalInt alert,
        Optional<String> hresult,
        boolean credentials,
        List<Evidence> messages) {

    Incident {
        servers = List.copyOf(servers);
        machines = Set.copyOf(machines);
        certificates = List.copyOf(certificates);
        callIds = List.copyOf(callIds);
        messages = List.copyOf(messages);
    }

    /** How far a true time is from the time this lasted; 0 within. */
    long distance(long trueTime) {
        return trueTime < start ? start - trueTime : Math.max(0, trueTime - end);
    }
}
