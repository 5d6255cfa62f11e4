package org.traceweave.analysis.internal.callflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.traceweave.analysis.FlowParticipant;
import org.traceweave.analysis.FlowRole;
import org.traceweave.model.SignIn;

/** Collects who takes part in a call flow, and what each of them does in it: that tells what it is. */
final class Participants {

    static final String CLIENT = "client";
    private static final String HOST = "host:";
    private static final String ADDRESS = "at:";
    private static final String WEB = "web:";

    /** What a server was seen doing. */
    enum Deed {
        /** Talks with the outside, by its own words. */
        OUTSIDE,
        /** Answers with a challenge or for good. */
        ANSWERS,
        /** Sends the client elsewhere. */
        REDIRECTS,
        /** Passes messages on. */
        PASSES_ON,
        /** Logs Windows events alone. */
        LOGS_EVENTS
    }

    private final SignIn signIn;
    private final Map<String, Set<Deed>> deeds = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private Optional<String> clientHost = Optional.empty();

    Participants(SignIn signIn) {
        this.signIn = signIn;
        deeds.put(CLIENT, EnumSet.noneOf(Deed.class));
    }

    /** The client's own computer, known by its log. */
    void clientIs(String host) {
        clientHost = clientHost.or(() -> Optional.of(host));
    }

    String host(String name) {
        if (clientHost.filter(name::equals).isPresent()) {
            return CLIENT;
        }
        return known(HOST + name);
    }

    String address(String peer) {
        return known(ADDRESS + Addresses.bare(peer));
    }

    String web(String host) {
        return known(WEB + host);
    }

    private String known(String id) {
        deeds.computeIfAbsent(id, absent -> EnumSet.noneOf(Deed.class));
        return id;
    }

    void does(String id, Deed deed) {
        deeds.computeIfAbsent(id, absent -> EnumSet.noneOf(Deed.class)).add(deed);
    }

    /** What the messages call an address that no host of the case has. */
    void named(String id, String name) {
        names.putIfAbsent(id, name);
    }

    /** From the client inwards; the web services and computers last. */
    List<FlowParticipant> list() {
        List<FlowParticipant> list = new ArrayList<>();
        deeds.forEach((id, done) -> list.add(participant(id, done)));
        list.sort(Comparator.comparing(FlowParticipant::role));
        return list;
    }

    private FlowParticipant participant(String id, Set<Deed> done) {
        if (id.equals(CLIENT)) {
            String address = signIn.clientAddress().orElse("");
            String detail = Stream.of(clientHost.isPresent() ? address : "", signIn.device().map(Participants::product).orElse(""))
                    .filter(words -> !words.isEmpty())
                    .collect(Collectors.joining(", "));
            return new FlowParticipant(id, FlowRole.CLIENT, clientHost.orElse(address.isEmpty() ? "client" : address), detail);
        }
        String stated = id.substring(id.indexOf(':') + 1);
        // a log that does not say whose it is stands for its host
        String name = stated.substring(stated.lastIndexOf('/') + 1);
        if (id.startsWith(WEB)) {
            return new FlowParticipant(id, FlowRole.WEB_SERVICES, name, "");
        }
        if (id.startsWith(ADDRESS)) {
            FlowRole role = done.isEmpty() ? FlowRole.UNKNOWN : role(name, done);
            String said = names.getOrDefault(id, "");
            return said.isEmpty() ? new FlowParticipant(id, role, name, "") : new FlowParticipant(id, role, said, name);
        }
        return new FlowParticipant(id, role(name, done), name, "");
    }

    /** What a User-Agent says in brackets, as people call the device; all of it if nothing. */
    private static String product(String userAgent) {
        int from = userAgent.lastIndexOf('(');
        int to = userAgent.lastIndexOf(')');
        return from >= 0 && to > from + 1 ? userAgent.substring(from + 1, to).strip() : userAgent;
    }

    /** What a server does counts first; what it is called decides only between what it may be. */
    private static FlowRole role(String name, Set<Deed> done) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (done.contains(Deed.OUTSIDE) || upper.contains("EDGE") && !done.contains(Deed.ANSWERS)) {
            return FlowRole.EDGE;
        }
        if (upper.startsWith("DIR") && (done.contains(Deed.REDIRECTS) || done.contains(Deed.PASSES_ON))) {
            return FlowRole.DIRECTOR;
        }
        if (done.contains(Deed.ANSWERS) || done.contains(Deed.REDIRECTS)) {
            return FlowRole.FRONT_END;
        }
        boolean onlyLogs = done.contains(Deed.LOGS_EVENTS) && done.size() == 1;
        return onlyLogs ? FlowRole.COMPUTER : FlowRole.SERVER;
    }
}
