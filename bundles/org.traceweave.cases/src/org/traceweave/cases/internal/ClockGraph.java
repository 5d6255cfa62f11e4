package org.traceweave.cases.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.traceweave.model.ClockBasis;

/** Differences between pairs of hosts, in seconds, from which each host's skew follows once one group of hosts is taken to be right. */
final class ClockGraph {

    /** How far a difference may be wrong that was measured by messages in one direction only. */
    static final double ONE_WAY = 0.5;

    /** No difference is known better than this. */
    static final double LEAST = 0.01;

    // clocks this near to each other agree
    private static final double AGREEMENT = 1.0;

    private final Map<String, List<Edge>> edges = new HashMap<>();

    /** {@code seconds}: clock of {@code to} minus clock of {@code from}. */
    record Edge(String from, String to, double seconds, double uncertainty) {

        Edge turned() {
            return new Edge(to, from, -seconds, uncertainty);
        }
    }

    private record Reading(double seconds, double uncertainty) {
    }

    /** @param measured the surest first */
    ClockGraph(List<Edge> measured) {
        for (Edge edge : measured) {
            edges.computeIfAbsent(edge.from, host -> new ArrayList<>()).add(edge);
            edges.computeIfAbsent(edge.to, host -> new ArrayList<>()).add(edge.turned());
        }
    }

    /** The clocks of all hosts that are connected with another one. {@code hosts}: the one with the most messages first. */
    Map<String, HostClock> clocks(List<String> hosts) {
        Map<String, HostClock> clocks = new LinkedHashMap<>();
        for (String host : hosts) {
            if (edges.containsKey(host) && !clocks.containsKey(host)) {
                Map<String, Reading> readings = reach(host);
                double reference = reference(readings, hosts);
                readings.forEach((other, reading) -> clocks.put(other,
                        new HostClock(other, skew(reading, reference), reading.uncertainty, ClockBasis.MATCHED_MESSAGES)));
            }
        }
        return clocks;
    }

    private static double skew(Reading reading, double reference) {
        double skew = reading.seconds - reference;
        return Math.abs(skew) <= reading.uncertainty ? 0 : Math.round(skew * 1000) / 1000.0;
    }

    private Map<String, Reading> reach(String start) {
        Map<String, Reading> readings = new LinkedHashMap<>();
        readings.put(start, new Reading(0, LEAST));
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String host = open.remove();
            Reading here = readings.get(host);
            for (Edge edge : edges.getOrDefault(host, List.of())) {
                if (!readings.containsKey(edge.to)) {
                    readings.put(edge.to, new Reading(here.seconds + edge.seconds, here.uncertainty + edge.uncertainty));
                    open.add(edge.to);
                }
            }
        }
        return readings;
    }

    /** The reading that most hosts agree on; where none has a majority, that of the group with the busiest host. */
    private static double reference(Map<String, Reading> readings, List<String> busiestFirst) {
        double best = 0;
        int most = 0;
        for (String host : busiestFirst) {
            Reading centre = readings.get(host);
            if (centre != null) {
                double[] near = readings.values().stream().mapToDouble(Reading::seconds)
                        .filter(seconds -> Math.abs(seconds - centre.seconds) <= AGREEMENT).toArray();
                if (near.length > most) {
                    most = near.length;
                    Arrays.sort(near);
                    best = near[near.length / 2];
                }
            }
        }
        return best;
    }
}
