package org.traceweave.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Connections from one address to one host that died before any SIP message went over them: a sign-in that was never seen as one. Equal
 * failures of one address and host that follow each other are one, {@code count} times. Times: UTC nanoseconds, uncorrected.
 * {@code peer}: the other side's address, without port where several ports were used; {@code users}: who signed in from that address at
 * other times, a hint and no more; {@code reason}: the stated cause in words.
 */
public record FailedConnection(
        String id,
        String peer,
        Optional<String> peerName,
        String host,
        long start,
        long end,
        long count,
        Optional<String> reason,
        OptionalInt alert,
        Optional<String> hresult,
        List<String> users,
        List<Evidence> evidence,
        List<Related> related) {

    public FailedConnection {
        users = List.copyOf(users);
        evidence = List.copyOf(evidence);
        related = List.copyOf(related);
    }
}
