package org.traceweave.cases.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.IndexedRecord;
import org.traceweave.index.RecordQuery;
import org.traceweave.index.RecordRows;
import org.traceweave.index.ValueCount;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.UtcTime;

/**
 * Measures hosts' clocks against each other by messages that two of them logged: one when it sent them, the other when it received
 * them. True time is that of most hosts. A host that shares no message with others is measured by the Date headers of 401 answers it
 * received, which is the clock of whoever answered. Samples, so it costs the same for a case of any size.
 */
final class HostSkews {

    private static final int MOST_HOSTS = 64;
    private static final int CALLS_PER_HOST = 60;
    private static final int RECORDS_PER_CALL = 100;

    private final IndexSnapshot snapshot;
    private final Map<HostPair, List<Double>> transits = new HashMap<>();

    /** From the host that sent to the one that received. */
    private record HostPair(String from, String to) {
    }

    /** A message as one host logged it. */
    private record Sighting(String host, boolean out, long time) {
    }

    private HostSkews(IndexSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    static Map<String, HostClock> measure(IndexSnapshot snapshot, List<SourceEntry> sources) throws IOException {
        return new HostSkews(snapshot).measure(sources);
    }

    private Map<String, HostClock> measure(List<SourceEntry> sources) throws IOException {
        RecordQuery messages = RecordQuery.kind(RecordKind.SIP).and(RecordQuery.exists(RecordField.CALL_ID));
        Map<String, RecordQuery> hosts = new LinkedHashMap<>();
        for (ValueCount host : snapshot.values(messages, "host", MOST_HOSTS)) {
            hosts.put(host.value(), RecordQuery.host(host.value()));
        }
        for (SourceEntry source : sources) {
            if (source.isHostless() && hosts.size() < 2 * MOST_HOSTS) {
                hosts.put(HostClock.nameOf(Optional.empty(), source.number()), RecordQuery.source(source.number()));
            }
        }
        if (hosts.size() > 1) {
            Set<String> calls = new LinkedHashSet<>();
            for (RecordQuery host : hosts.values()) {
                calls.addAll(calls(messages.and(host)));
            }
            for (String call : calls) {
                match(snapshot.after(RecordQuery.keyword(RecordField.CALL_ID, call).and(messages), Optional.empty(),
                        RECORDS_PER_CALL));
            }
        }
        Map<String, HostClock> clocks = new ClockGraph(edges()).clocks(List.copyOf(hosts.keySet()));
        byDateHeaders(sources, clocks);
        return clocks;
    }

    /** Call-IDs of a host, spread over all its time. */
    private Set<String> calls(RecordQuery query) throws IOException {
        RecordRows rows = snapshot.rows(query);
        Set<String> calls = new LinkedHashSet<>();
        long step = Math.max(1, rows.size() / CALLS_PER_HOST);
        for (long row = 0; row < rows.size() && calls.size() < CALLS_PER_HOST; row += step) {
            rows.rows(row, 1).forEach(record -> record.keyword(RecordField.CALL_ID).ifPresent(calls::add));
        }
        return calls;
    }

    private void match(List<IndexedRecord> call) {
        Map<String, List<Sighting>> messages = new HashMap<>();
        for (IndexedRecord record : call) {
            String direction = record.keyword(RecordField.DIRECTION).orElse("");
            if (record.time() != UtcTime.UNKNOWN && !direction.isEmpty()) {
                String key = record.keyword(RecordField.CSEQ).orElse("") + ' ' + record.keyword(RecordField.METHOD).orElse("") + ' '
                        + record.number(RecordField.STATUS).orElse(0L);
                messages.computeIfAbsent(key, message -> new ArrayList<>())
                        .add(new Sighting(HostClock.nameOf(record.host(), record.source()), direction.equals("out"), record.time()));
            }
        }
        messages.values().forEach(this::matchMessage);
    }

    private void matchMessage(List<Sighting> sightings) {
        // a message that was sent twice cannot be told from its repetition
        Map<String, Sighting> sent = new HashMap<>();
        Map<String, Sighting> received = new HashMap<>();
        Set<String> ambiguous = new LinkedHashSet<>();
        for (Sighting sighting : sightings) {
            if ((sighting.out ? sent : received).put(sighting.host, sighting) != null) {
                ambiguous.add(sighting.host);
            }
        }
        sent.keySet().removeAll(ambiguous);
        received.keySet().removeAll(ambiguous);
        for (Sighting from : sent.values()) {
            for (Sighting to : received.values()) {
                if (!from.host.equals(to.host)) {
                    transits.computeIfAbsent(new HostPair(from.host, to.host), pair -> new ArrayList<>())
                            .add(UtcTime.secondsBetween(from.time, to.time));
                }
            }
        }
    }

    /** What each pair of hosts tells: with messages both ways, the time they take falls out of it. */
    private List<ClockGraph.Edge> edges() {
        List<ClockGraph.Edge> edges = new ArrayList<>();
        transits.forEach((pair, forward) -> {
            List<Double> backward = transits.get(new HostPair(pair.to, pair.from));
            if (backward == null) {
                edges.add(new ClockGraph.Edge(pair.from, pair.to, median(forward), ClockGraph.ONE_WAY + spread(forward)));
            } else if (pair.from.compareTo(pair.to) < 0) {
                double there = median(forward);
                double back = median(backward);
                double uncertainty = Math.abs(there + back) / 2 + Math.max(spread(forward), spread(backward));
                edges.add(new ClockGraph.Edge(pair.from, pair.to, (there - back) / 2, Math.max(ClockGraph.LEAST, uncertainty)));
            }
        });
        edges.sort((left, right) -> Double.compare(left.uncertainty(), right.uncertainty()));
        return edges;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static double spread(List<Double> values) {
        double median = median(values);
        return median(values.stream().map(value -> Math.abs(value - median)).toList());
    }

    /** A 401 that a host received tells the clock of another one; one that it sent itself only repeats its own. */
    private void byDateHeaders(List<SourceEntry> sources, Map<String, HostClock> clocks) throws IOException {
        for (SourceEntry source : sources) {
            for (Zone.Residual residual : source.zone().residuals()) {
                Optional<String> host = Optional.of(residual.host()).filter(name -> !name.isEmpty());
                String name = HostClock.nameOf(host, source.number());
                RecordQuery records = host.map(RecordQuery::host).orElseGet(() -> RecordQuery.source(source.number()));
                if (!clocks.containsKey(name) && receivesChallenges(records)) {
                    double skew = Math.abs(residual.seconds()) <= residual.uncertainty() ? 0 : residual.seconds();
                    clocks.put(name, new HostClock(name, skew, residual.uncertainty(), residual.basis()));
                }
            }
        }
    }

    private boolean receivesChallenges(RecordQuery records) throws IOException {
        RecordQuery challenges = records.and(RecordQuery.number(RecordField.STATUS, 401));
        long received = snapshot.count(challenges.and(RecordQuery.keyword(RecordField.DIRECTION, "in")));
        return received > 0 && received >= snapshot.count(challenges.and(RecordQuery.keyword(RecordField.DIRECTION, "out")));
    }

}
