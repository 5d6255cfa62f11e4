package org.traceweave.analysis.internal.signin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.IndexedRecord;
import org.traceweave.index.RecordQuery;
import org.traceweave.model.Phase;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.SignInStep;
import org.traceweave.model.UtcTime;

/**
 * What the web components logged of discovery, web tickets and certificate provisioning, found by the user or by the client's address.
 * Several records of one request (as it came, as it was answered) make one step each.
 */
final class HttpTraffic {

    private static final int FIRST_REFUSAL = 400;

    private final Map<String, TreeMap<Long, HttpStep>> byUser = new HashMap<>();
    private final Map<String, TreeMap<Long, HttpStep>> byAddress = new HashMap<>();

    static HttpTraffic of(Case source, IndexSnapshot snapshot, CancelSignal cancel) throws IOException {
        HttpTraffic traffic = new HttpTraffic();
        snapshot.scan(RecordQuery.kind(RecordKind.HTTP), record -> {
            if (cancel.isCancelled()) {
                throw new CancellationException();
            }
            if (record.time() != UtcTime.UNKNOWN) {
                traffic.take(source, record);
            }
            return true;
        });
        return traffic;
    }

    private void take(Case source, IndexedRecord record) throws IOException {
        Optional<String> user = record.keyword(RecordField.USER).or(() -> record.keyword(RecordField.FROM));
        Optional<String> address = record.keyword(RecordField.PEER).map(HttpTraffic::withoutPort);
        int status = record.number(RecordField.STATUS).map(Long::intValue).orElse(0);
        Optional<Phase> phase = user.isEmpty() && address.isEmpty() ? Optional.empty() : phase(source.text(source.evidence(record), false));
        if (phase.isEmpty()) {
            return;
        }
        double skew = record.host().map(source::skewSeconds).orElse(0.0);
        long time = record.time() - (long) (skew * UtcTime.NANOS_PER_SECOND);
        String result = status == 0 ? "asked" : status + (status >= FIRST_REFUSAL ? " refused" : " answered");
        SignInStep step = new SignInStep(phase.get(), record.time(), "HTTP " + result, source.evidence(record));
        HttpStep http = new HttpStep(time, user, address, record.host(), status, step);
        user.ifPresent(name -> byUser.computeIfAbsent(name, absent -> new TreeMap<>()).put(unique(byUser.get(name), time), http));
        address.ifPresent(
                name -> byAddress.computeIfAbsent(name, absent -> new TreeMap<>()).put(unique(byAddress.get(name), time), http));
    }

    private static long unique(TreeMap<Long, HttpStep> steps, long time) {
        long free = time;
        while (steps.containsKey(free)) {
            free++;
        }
        return free;
    }

    private static Optional<Phase> phase(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("/certprov/")) {
            return Optional.of(Phase.PROVISIONING);
        }
        if (lower.contains("/webticket/")) {
            return Optional.of(Phase.WEB_TICKET);
        }
        return lower.contains("autodiscover") || lower.contains("lyncdiscover") ? Optional.of(Phase.DISCOVERY) : Optional.empty();
    }

    static String withoutPort(String peer) {
        int colon = peer.lastIndexOf(':');
        boolean port = colon > 0 && colon < peer.length() - 1 && peer.substring(colon + 1).chars().allMatch(c -> c >= '0' && c <= '9');
        boolean bareIpv6 = port && peer.indexOf(':') != colon && !peer.startsWith("[");
        return port && !bareIpv6 ? peer.substring(0, colon) : peer;
    }

    /** The steps of that user (or, where a record names no user, of that address) between two true times. */
    List<HttpStep> between(long from, long to, String user, Optional<String> address) {
        TreeMap<Long, HttpStep> found = new TreeMap<>();
        byUser.getOrDefault(user, new TreeMap<>()).subMap(from, true, to, true).values()
                .forEach(step -> found.put(unique(found, step.trueTime()), step));
        address.map(HttpTraffic::withoutPort).map(byAddress::get)
                .ifPresent(steps -> steps.subMap(from, true, to, true).values().stream().filter(step -> step.user().isEmpty())
                        .forEach(step -> found.put(unique(found, step.trueTime()), step)));
        return List.copyOf(found.values());
    }

    /**
     * Runs of a user's steps no two of which are further apart than {@code pause}, each in order of time; for those who never came as
     * far as SIP.
     */
    Map<String, List<List<HttpStep>>> runs(long pause) {
        Map<String, List<List<HttpStep>>> runs = new HashMap<>();
        byUser.forEach((user, steps) -> {
            List<List<HttpStep>> ofUser = new ArrayList<>();
            long previous = Long.MIN_VALUE;
            for (HttpStep step : steps.values()) {
                if (ofUser.isEmpty() || step.trueTime() - previous > pause) {
                    ofUser.add(new ArrayList<>());
                }
                ofUser.getLast().add(step);
                previous = step.trueTime();
            }
            runs.put(user, ofUser);
        });
        return runs;
    }
}
