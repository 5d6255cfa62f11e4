package org.traceweave.analysis.internal.windows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which incidents an event explains, among all that it could be about. It explains the one it fits best: a user's event lies
 * within one attempt and near the next. What it names together with other clients, a server's certificate or name, counts only where the
 * event was logged on the client's own machine, or by the server itself.
 */
final class Explanations {

    /** Candidates that are as good as the best. */
    private static final double AS_GOOD = 0.02;

    private final Machines machines;

    Explanations(Machines machines) {
        this.machines = machines;
    }

    /** The candidates that hold, by incident. */
    Map<Incident, List<Candidate>> choose(List<Candidate> candidates) throws IOException {
        machines.learn(candidates);
        Map<JudgedEvent, List<Candidate>> byEvent = new IdentityHashMap<>();
        for (Candidate candidate : candidates) {
            Candidate settled = settle(candidate);
            if (!settled.joins().isEmpty()) {
                byEvent.computeIfAbsent(candidate.event(), absent -> new ArrayList<>(2)).add(settled);
            }
        }
        Map<Incident, List<Candidate>> chosen = new IdentityHashMap<>();
        byEvent.forEach((event, ofEvent) -> best(event, ofEvent).forEach(
                each -> chosen.computeIfAbsent(each.incident(), absent -> new ArrayList<>(4)).add(each)));
        return chosen;
    }

    /** With the machine known by now, and without the joins that do not hold there. */
    private Candidate settle(Candidate candidate) throws IOException {
        Place place = machines.place(candidate.event().host(), candidate.incident());
        boolean shared = place != Place.FOREIGN && place != Place.UNSURE;
        List<Join> joins = shared ? candidate.joins() : candidate.joins().stream().filter(Join::ownAlone).toList();
        return new Candidate(candidate.event(), candidate.incident(), place, joins, candidate.distance(), candidate.slack());
    }

    private static List<Candidate> best(JudgedEvent event, List<Candidate> candidates) {
        if (event.names().spanSeconds() > 0 || candidates.size() == 1) {
            return candidates;
        }
        double best = candidates.stream().mapToDouble(Explanations::fit).max().orElse(0);
        List<Candidate> good = candidates.stream().filter(each -> fit(each) >= best - AS_GOOD).toList();
        long nearest = good.stream().mapToLong(Candidate::distance).min().orElse(0);
        return good.stream().filter(each -> each.distance() == nearest).toList();
    }

    private static double fit(Candidate candidate) {
        return candidate.identity() + Relating.closeness(candidate);
    }

    /** The hosts whose events stand beside an incident where they name nothing: its servers, and the client's own machines. */
    List<String> beside(Incident incident) {
        List<String> hosts = new ArrayList<>(incident.servers());
        Set<String> own = machines.of(incident);
        own.stream().filter(host -> !hosts.contains(host)).sorted().forEach(hosts::add);
        return hosts;
    }
}
