package org.traceweave.analysis.internal.windows;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.windows.LogonEvents;

/** The failures that Windows logged, found by each identity they name, and by the host that logged them. */
final class EventIndex {

    private final Map<String, EventSeries> byThumbprint = new HashMap<>();
    private final Map<String, EventSeries> bySerial = new HashMap<>();
    private final Map<String, EventSeries> byUser = new HashMap<>();
    private final Map<String, EventSeries> byPeer = new HashMap<>();
    private final EventSeries withTarget = new EventSeries();
    private final EventSeries withSerial = new EventSeries();
    private final EventSeries all = new EventSeries();
    private long longestSpan;
    private final Map<String, EventSeries> byCallId = new HashMap<>();
    private final Map<String, EventSeries> byCorrelation = new HashMap<>();
    private final Map<String, Map<String, EventSeries>> byHost = new HashMap<>();
    private final Map<String, Set<String>> judgedInTask = new HashMap<>();

    /** @param events in order of their true times */
    EventIndex(List<JudgedEvent> events) {
        events.forEach(this::add);
    }

    private void add(JudgedEvent event) {
        for (String thumbprint : event.judged()) {
            put(byThumbprint, thumbprint, event);
            event.task().ifPresent(task -> judgedInTask.computeIfAbsent(task, absent -> new HashSet<>(2)).add(thumbprint));
        }
        all.add(event);
        longestSpan = Math.max(longestSpan, event.names().spanSeconds() * UtcTime.NANOS_PER_SECOND);
        if (!event.names().serials().isEmpty()) {
            withSerial.add(event);
        }
        event.names().serials().forEach(serial -> Names.serials(serial).forEach(form -> put(bySerial, form, event)));
        event.names().users().forEach(user -> put(byUser, Names.user(user), event));
        event.names().peers().forEach(peer -> put(byPeer, peer, event));
        event.names().callIds().forEach(callId -> put(byCallId, callId, event));
        event.names().correlations().forEach(id -> put(byCorrelation, id, event));
        // the service names of refused logons say where the user went, not who could not be reached
        if (event.failure().target().isPresent() && !event.failure().provider().equals(LogonEvents.PROVIDER)) {
            withTarget.add(event);
        }
        byHost.computeIfAbsent(event.host(), absent -> new LinkedHashMap<>()).computeIfAbsent(event.series(), absent -> new EventSeries()).add(event);
    }

    private static void put(Map<String, EventSeries> index, String key, JudgedEvent event) {
        index.computeIfAbsent(key, absent -> new EventSeries()).add(event);
    }

    private static List<JudgedEvent> in(Map<String, EventSeries> index, String key, long from, long to) {
        EventSeries series = index.get(key);
        return series == null ? List.of() : series.between(from, to);
    }

    List<JudgedEvent> ofThumbprint(String sha1, long from, long to) {
        return in(byThumbprint, sha1, from, to);
    }

    boolean hasBetween(long from, long to) {
        return all.size() > 0 && all.hasBetween(from, to);
    }

    /** The longest time that an event sums up, nanoseconds. */
    long longestSpan() {
        return longestSpan;
    }

    boolean hasSerialBetween(long from, long to) {
        return withSerial.hasBetween(from, to);
    }

    List<JudgedEvent> ofSerial(String serial, long from, long to) {
        return in(bySerial, Names.serial(serial), from, to);
    }

    /** @param user in the form of {@link Names#user} */
    List<JudgedEvent> ofUser(String user, long from, long to) {
        return in(byUser, user, from, to);
    }

    List<JudgedEvent> ofPeer(String peer, long from, long to) {
        return in(byPeer, peer, from, to);
    }

    List<JudgedEvent> ofCallId(String callId, long from, long to) {
        return in(byCallId, callId, from, to);
    }

    List<JudgedEvent> ofCorrelation(String id, long from, long to) {
        return in(byCorrelation, id, from, to);
    }

    /** Those that say who was to be reached. */
    List<JudgedEvent> withTarget(long from, long to) {
        return withTarget.between(from, to);
    }

    /** What a host logged, each kind of event of its own, by {@link JudgedEvent#series}. */
    Map<String, EventSeries> ofHost(String host) {
        return byHost.getOrDefault(host, Map.of());
    }

    Set<String> hosts() {
        return byHost.keySet();
    }

    Optional<EventSeries> series(JudgedEvent event) {
        return Optional.ofNullable(ofHost(event.host()).get(event.series()));
    }

    /** The certificates that the failures of one CAPI2 task are about. */
    Set<String> judgedInTask(JudgedEvent event) {
        return event.task().map(judgedInTask::get).orElse(Set.of());
    }
}
