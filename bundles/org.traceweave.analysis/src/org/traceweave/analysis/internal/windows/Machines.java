package org.traceweave.analysis.internal.windows;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.RecordQuery;
import org.traceweave.index.ValueCount;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;

/**
 * Whose machines the hosts of Windows logs are: of the servers, or of which client. A client's machine is known by its own log, by the
 * few people its events name, or by whose failures its events keep company with.
 */
final class Machines {

    /** A machine that names more people than this is nobody's own: a domain controller, a mail server. */
    private static final int FEW_PEOPLE = 3;

    private final IndexSnapshot snapshot;
    private final Population population;
    private final Map<String, Set<String>> people = new HashMap<>();
    private final Map<String, String> learned = new HashMap<>();

    Machines(IndexSnapshot snapshot, Population population) {
        this.snapshot = snapshot;
        this.population = population;
    }

    Place place(String host, Incident incident) throws IOException {
        if (incident.servers().contains(host)) {
            return Place.SERVER;
        }
        if (population.isServer(host)) {
            return Place.OTHER_SERVER;
        }
        if (!incident.machines().isEmpty()) {
            return incident.machines().contains(host) ? Place.CLIENT : Place.FOREIGN;
        }
        Set<String> named = people(host);
        if (incident.user().isPresent() && !named.isEmpty() && named.size() <= FEW_PEOPLE) {
            return named.contains(Names.user(incident.user().get())) ? Place.CLIENT : Place.FOREIGN;
        }
        String owner = learned.get(host);
        return owner == null ? Place.UNSURE : owner.equals(incident.client()) ? Place.CLIENT : Place.FOREIGN;
    }

    /** The people whom a host's events name, at most one more than few, in the form of {@link Names#user}. */
    private Set<String> people(String host) throws IOException {
        Set<String> named = people.get(host);
        if (named == null) {
            named = new HashSet<>();
            RecordQuery query = RecordQuery.kind(RecordKind.WINDOWS_EVENT).and(RecordQuery.host(host));
            for (ValueCount value : snapshot.values(query, RecordField.USER.name(), FEW_PEOPLE + 1)) {
                named.add(Names.user(value.value()));
            }
            people.put(host, named);
        }
        return named;
    }

    /**
     * Learns the owner of each machine nothing else tells of: the client whose failures stand right beside its events, if most of these
     * events have that company and no other client's failures keep it half as often.
     */
    void learn(List<Candidate> candidates) {
        Map<String, Map<JudgedEvent, Set<String>>> rightBeside = new HashMap<>();
        Map<String, Map<JudgedEvent, Set<String>>> near = new HashMap<>();
        for (Candidate candidate : candidates) {
            if (candidate.place() == Place.UNSURE) {
                keep(near, candidate);
                if (candidate.isRightBeside()) {
                    keep(rightBeside, candidate);
                }
            }
        }
        near.forEach((host, events) -> owner(host, List.copyOf(rightBeside.getOrDefault(host, events).values())));
    }

    private static void keep(Map<String, Map<JudgedEvent, Set<String>>> company, Candidate candidate) {
        company.computeIfAbsent(candidate.event().host(), absent -> new IdentityHashMap<>())
                .computeIfAbsent(candidate.event(), absent -> new HashSet<>(2)).add(candidate.incident().client());
    }

    private void owner(String host, List<Set<String>> companies) {
        Map<String, Integer> counts = new HashMap<>();
        companies.forEach(clients -> clients.forEach(client -> counts.merge(client, 1, Integer::sum)));
        String best = counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
        int most = counts.getOrDefault(best, 0);
        int next = counts.entrySet().stream().filter(entry -> !entry.getKey().equals(best)).mapToInt(Map.Entry::getValue).max().orElse(0);
        if (most * 5 >= companies.size() * 3 && next * 2 <= most) {
            learned.put(host, best);
        }
    }

    /** The machines that are known to be a client's own. */
    Set<String> of(Incident incident) {
        Set<String> own = new HashSet<>(incident.machines());
        learned.forEach((host, owner) -> {
            if (owner.equals(incident.client())) {
                own.add(host);
            }
        });
        return own;
    }
}
