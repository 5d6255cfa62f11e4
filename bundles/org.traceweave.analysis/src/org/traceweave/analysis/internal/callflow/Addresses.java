package org.traceweave.analysis.internal.callflow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.traceweave.analysis.FlowSighting;

/**
 * Which host has which address, learned from messages that two hosts logged: what one of them calls its peer is the other. An address that
 * several hosts answer from, as a load balancer's, is nobody's.
 */
final class Addresses {

    private final Map<String, Set<String>> hosts = new HashMap<>();

    /** Learns from one hop of a message, as its sender and its receiver logged it. */
    void learn(List<LoggedMessage> hop) {
        for (LoggedMessage sent : hop) {
            for (LoggedMessage received : hop) {
                if (sent.sighting().sent() && !received.sighting().sent()) {
                    note(sent.peer(), received.sighting());
                    note(received.peer(), sent.sighting());
                }
            }
            if (sent.sighting().sent() && sent.message().isRequest()) {
                note(sent.viaOwner(), sent.sighting());
            }
        }
    }

    private void note(Optional<String> address, FlowSighting owner) {
        address.map(Addresses::bare).filter(Addresses::isNumeric)
                .ifPresent(each -> hosts.computeIfAbsent(each, absent -> new HashSet<>()).add(owner.host()));
    }

    /** The host behind {@code address:port}, {@code name:port} or either without port. */
    Optional<String> host(String peer) {
        String bare = bare(peer);
        if (!isNumeric(bare)) {
            int dot = bare.indexOf('.');
            return Optional.of((dot < 0 ? bare : bare.substring(0, dot)).toUpperCase(Locale.ROOT)).filter(name -> !name.isBlank());
        }
        return Optional.ofNullable(hosts.get(bare)).filter(known -> known.size() == 1).map(known -> known.iterator().next());
    }

    /** An address or name without its port and brackets. */
    static String bare(String peer) {
        String text = peer.strip();
        int bracket = text.indexOf(']');
        if (text.startsWith("[") && bracket > 0) {
            return text.substring(1, bracket);
        }
        int colon = text.lastIndexOf(':');
        return colon > 0 && text.indexOf(':') == colon ? text.substring(0, colon) : text;
    }

    private static boolean isNumeric(String bare) {
        return bare.indexOf(':') >= 0 || !bare.isEmpty() && bare.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
    }
}
