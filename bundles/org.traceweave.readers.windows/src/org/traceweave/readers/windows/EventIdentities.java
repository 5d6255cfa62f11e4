package org.traceweave.readers.windows;

import java.util.ArrayList;
import java.util.List;

/**
 * What an event names beside its failure, by which it can be joined to a sign-in. {@code users}: lower-case, {@code name@domain} (the
 * domain may be a NetBIOS name) or a bare name; {@code peers}: the other side, {@code address:port} or an address alone; {@code serials}:
 * serial numbers of certificates in lower-case hex as printed, which may be in reverse byte order; {@code callIds}, {@code correlations}:
 * of SIP dialogs and web requests; {@code role}: whose certificate is judged. An event that sums up what happened in the
 * {@code spanSeconds} before it says how long that was, else 0.
 */
public record EventIdentities(
        List<String> users,
        List<String> peers,
        List<String> serials,
        List<String> callIds,
        List<String> correlations,
        CertificateRole role,
        long spanSeconds) {

    /** Nothing but the failure itself. */
    public static final EventIdentities NONE =
            new EventIdentities(List.of(), List.of(), List.of(), List.of(), List.of(), CertificateRole.UNKNOWN, 0);

    public EventIdentities {
        users = List.copyOf(users);
        peers = List.copyOf(peers);
        serials = List.copyOf(serials);
        callIds = List.copyOf(callIds);
        correlations = List.copyOf(correlations);
    }

    /** The same with one more user. */
    public EventIdentities withUser(String user) {
        return new EventIdentities(more(users, user), peers, serials, callIds, correlations, role, spanSeconds);
    }

    /** The same with one more other side. */
    public EventIdentities withPeer(String peer) {
        return new EventIdentities(users, more(peers, peer), serials, callIds, correlations, role, spanSeconds);
    }

    /** The same with one more serial number. */
    public EventIdentities withSerial(String serial) {
        return new EventIdentities(users, peers, more(serials, serial), callIds, correlations, role, spanSeconds);
    }

    /** The same with one more Call-ID. */
    public EventIdentities withCallId(String callId) {
        return new EventIdentities(users, peers, serials, more(callIds, callId), correlations, role, spanSeconds);
    }

    /** The same with one more correlation id of a web request. */
    public EventIdentities withCorrelation(String correlation) {
        return new EventIdentities(users, peers, serials, callIds, more(correlations, correlation), role, spanSeconds);
    }

    /** The same, about a certificate in that role. */
    public EventIdentities withRole(CertificateRole newRole) {
        return new EventIdentities(users, peers, serials, callIds, correlations, newRole, spanSeconds);
    }

    /** The same, summing up that many seconds. */
    public EventIdentities withSpan(long seconds) {
        return new EventIdentities(users, peers, serials, callIds, correlations, role, seconds);
    }

    private static List<String> more(List<String> known, String one) {
        if (one.isBlank() || known.contains(one)) {
            return known;
        }
        List<String> all = new ArrayList<>(known);
        all.add(one);
        return all;
    }
}
