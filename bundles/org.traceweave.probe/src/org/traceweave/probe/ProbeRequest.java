package org.traceweave.probe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.traceweave.certificates.ChainPolicies;
import org.traceweave.certificates.ChainPolicy;
import org.traceweave.certificates.TrustAnchors;

/**
 * What is to be found out about an endpoint.
 *
 * @param serverName the name asked for in the handshake (SNI); empty to ask for none
 * @param timeout for each connection, from opening it to its last byte
 * @param everything whether all versions and cipher suites are tried, each in a connection of its own, and the handshake without a server name
 * @param get whether a GET is sent after a completed handshake; nothing but handshakes is sent otherwise
 * @param trusted what the relying machine trusts; empty if that is not known
 * @param publicRoots roots of a public program; empty if no such list is at hand
 * @param policies as whom the chain is judged
 * @param at UTC nanoseconds of the judgement; now if empty
 */
public record ProbeRequest(ProbeTarget target, Optional<String> serverName, Optional<ProbeProxy> proxy, Duration timeout, boolean everything,
        boolean get,
        TrustAnchors trusted, TrustAnchors publicRoots, List<ChainPolicy> policies, OptionalLong at) {

    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(10);

    public ProbeRequest {
        policies = List.copyOf(policies);
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a timeout is longer than nothing");
        }
    }

    /** One handshake that asks for the target's host by name, judged as each kind of client would now. */
    public static ProbeRequest of(ProbeTarget target) {
        return new ProbeRequest(target, target.isAddress() ? Optional.empty() : Optional.of(target.host()), Optional.empty(), USUAL_TIMEOUT, false,
                false,
                TrustAnchors.none(), TrustAnchors.none(), ChainPolicies.current(), OptionalLong.empty());
    }

    public ProbeRequest withServerName(Optional<String> name) {
        return new ProbeRequest(target, name, proxy, timeout, everything, get, trusted, publicRoots, policies, at);
    }

    public ProbeRequest withProxy(Optional<ProbeProxy> newProxy) {
        return new ProbeRequest(target, serverName, newProxy, timeout, everything, get, trusted, publicRoots, policies, at);
    }

    public ProbeRequest withTimeout(Duration newTimeout) {
        return new ProbeRequest(target, serverName, proxy, newTimeout, everything, get, trusted, publicRoots, policies, at);
    }

    public ProbeRequest withEverything(boolean all) {
        return new ProbeRequest(target, serverName, proxy, timeout, all, get, trusted, publicRoots, policies, at);
    }

    public ProbeRequest withGet(boolean sendGet) {
        return new ProbeRequest(target, serverName, proxy, timeout, everything, sendGet, trusted, publicRoots, policies, at);
    }

    public ProbeRequest withTrust(TrustAnchors newTrusted, TrustAnchors newPublicRoots) {
        return new ProbeRequest(target, serverName, proxy, timeout, everything, get, newTrusted, newPublicRoots, policies, at);
    }

    public ProbeRequest withPolicies(List<ChainPolicy> newPolicies) {
        return new ProbeRequest(target, serverName, proxy, timeout, everything, get, trusted, publicRoots, newPolicies, at);
    }

    public ProbeRequest withAt(OptionalLong time) {
        return new ProbeRequest(target, serverName, proxy, timeout, everything, get, trusted, publicRoots, policies, time);
    }
}
