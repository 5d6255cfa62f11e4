package org.traceweave.cases.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.IndexedRecord;
import org.traceweave.index.RecordQuery;
import org.traceweave.index.ValueCount;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.TimeRange;
import org.traceweave.model.UtcTime;

/**
 * Measures hosts' clocks against each other by messages that two of them logged: one when it sent them, the other when it received
 * them. True time is that of most hosts. A host that shares no message with others is measured by the Date headers of 401 answers it
 * received, which is the clock of whoever answered. Samples, so it costs the same for a case of any size.
 */
final class HostSkews {

    private static final int MOST_HOSTS = 64;
    private static final int SELDOM = 2000;
    private static final int CALLS_PER_HOST = 60;
    private static final int WINDOWS = 60;
    private static final long LONGEST_WINDOW = 30 * UtcTime.NANOS_PER_SECOND;
    private static final int CALLS_PER_WINDOW = 10;
    private static final int CALLS_AT_ONCE = 100;
    private static final int MOST_RECORDS = 20_000;

    private final IndexSnapshot snapshot;
    private final Map<HostPair, List<Double>> transits = new HashMap<>();

    /** From the host that sent to the one that received. */
    private record HostPair(String from, String to) {
    }

    /** By what a message is known on its way. */
    private record Message(String callId, String cseq, String method, long status) {
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
        List<String> hosts = new ArrayList<>();
        Set<String> calls = new LinkedHashSet<>();
        for (ValueCount host : snapshot.values(messages, "host", MOST_HOSTS)) {
            hosts.add(host.value());
            if (host.count() <= SELDOM) {
                calls.addAll(calls(messages.and(RecordQuery.host(host.value())), CALLS_PER_HOST));
            }
        }
        for (SourceEntry source : sources) {
            if (source.isHostless() && hosts.size() < 2 * MOST_HOSTS) {
                hosts.add(HostClock.nameOf(Optional.empty(), source.number()));
                calls.addAll(calls(messages.and(RecordQuery.source(source.number())), CALLS_PER_HOST));
            }
        }
        if (hosts.size() > 1) {
            calls.addAll(callsOfAllTimes(messages, sources));
            List<String> all = List.copyOf(calls);
            for (int from = 0; from < all.size(); from += CALLS_AT_ONCE) {
                List<String> some = all.subList(from, Math.min(all.size(), from + CALLS_AT_ONCE));
                match(snapshot.after(RecordQuery.keyword(RecordField.CALL_ID, some).and(messages), Optional.empty(), MOST_RECORDS));
            }
        }
        Map<String, HostClock> clocks = new ClockGraph(edges()).clocks(hosts);
        byDateHeaders(sources, clocks);
        return clocks;
    }

    /** Call-IDs of busy hosts: some of each of many short windows, spread over all the time of the case. */
    private Set<String> callsOfAllTimes(RecordQuery messages, List<SourceEntry> sources) throws IOException {
        long from = sources.stream().mapToLong(SourceEntry::first).filter(time -> time != UtcTime.UNKNOWN).min().orElse(0);
        long to = sources.stream().mapToLong(SourceEntry::last).max().orElse(0);
        long step = Math.max(1, (to - from) / WINDOWS);
        Set<String> calls = new LinkedHashSet<>();
        for (long start = from; start < to; start += step) {
            TimeRange window = new TimeRange(start, start + Math.min(step, LONGEST_WINDOW));
            calls.addAll(calls(messages.within(window), CALLS_PER_WINDOW));
        }
        return calls;
    }

    private Set<String> calls(RecordQuery query, int most) throws IOException {
        Set<String> calls = new LinkedHashSet<>();
        for (IndexedRecord record : snapshot.after(query, Optional.empty(), 2 * most)) {
            if (calls.size() < most) {
                record.keyword(RecordField.CALL_ID).ifPresent(calls::add);
            }
        }
        return calls;
    }

    private void match(List<IndexedRecord> records) {
        Map<Message, List<Sighting>> messages = new HashMap<>();
        for (IndexedRecord record : records) {
            String direction = record.keyword(RecordField.DIRECTION).orElse("");
            if (record.time() != UtcTime.UNKNOWN && !direction.isEmpty()) {
                Message key = new Message(record.keyword(RecordField.CALL_ID).orElse(""), record.keyword(RecordField.CSEQ).orElse(""),
                        record.keyword(RecordField.METHOD).orElse(""), record.number(RecordField.STATUS).orElse(0L));
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
