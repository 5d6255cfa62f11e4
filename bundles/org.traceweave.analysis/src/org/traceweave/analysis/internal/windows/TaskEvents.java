package org.traceweave.analysis.internal.windows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.traceweave.model.ChainBuild;
import org.traceweave.model.ChainRetrieval;
import org.traceweave.model.Evidence;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.windows.Capi2Event;
import org.traceweave.readers.windows.EventElement;
import org.traceweave.readers.windows.HResult;

/** The events of one CAPI2 task other than chain and policy check: revocation checks and what was fetched. */
final class TaskEvents {

    private static final int REVOCATION = 41;
    private static final int FETCH_BEGUN = 52;
    private static final int FETCH_ENDED = 53;

    private final List<Evidence> events = new ArrayList<>();
    private final List<ChainRetrieval> retrievals = new ArrayList<>();
    /** When fetches began that have not ended; the event that tells so names no URL. */
    private final Deque<Long> begun = new ArrayDeque<>();
    /** Result of the revocation check by the thumbprint of the certificate that was checked. */
    private final Map<String, Long> revocations = new LinkedHashMap<>();
    private Optional<Capi2Event> revocation = Optional.empty();
    private long first = UtcTime.UNKNOWN;
    private long last = UtcTime.UNKNOWN;

    void add(Capi2Event event, long time, Evidence evidence) {
        events.add(evidence);
        first = first == UtcTime.UNKNOWN ? time : Math.min(first, time);
        last = Math.max(last, time);
        switch (event.event().eventId()) {
            case FETCH_BEGUN -> begun.push(time);
            case FETCH_ENDED -> retrievals.add(retrieval(event, time, evidence));
            case REVOCATION -> revocation(event);
            default -> {
                // starts, cache look-ups and lists of objects only belong to the task
            }
        }
    }

    private void revocation(Capi2Event event) {
        long code = event.revocationErrors().isEmpty() ? event.result().orElse(0) : event.revocationErrors().getFirst();
        event.thumbprints().stream().findFirst().ifPresent(checked -> revocations.put(checked, code));
        if (code != 0 || revocation.isEmpty()) {
            revocation = Optional.of(event);
        }
    }

    private ChainRetrieval retrieval(Capi2Event event, long time, Evidence evidence) {
        Long from = begun.poll();
        EventElement root = event.event().userData().orElse(new EventElement("", List.of(), List.of(), ""));
        OptionalDouble seconds = from == null ? OptionalDouble.empty() : OptionalDouble.of(UtcTime.secondsBetween(from, time));
        Optional<String> failure = event.result().orElse(0) == 0 ? Optional.empty() : Optional.of(HResult.word(event.result().getAsLong()));
        return new ChainRetrieval(time, what(root), event.url(), proxy(root), seconds, failure, evidence);
    }

    /** What was fetched, by the type of the object that was asked for, else by the end of its URL. */
    private static String what(EventElement root) {
        String type = root.child("Object").flatMap(object -> object.attribute("type")).orElse("");
        String url = root.child("URL").map(EventElement::text).orElse("").toLowerCase(Locale.ROOT);
        if (type.contains("OCSP")) {
            return "ocsp";
        }
        if (type.contains("CRL") || url.endsWith(".crl") || url.contains("certificaterevocationlist")) {
            return "crl";
        }
        if (type.contains("CTL") || url.endsWith(".stl") || url.endsWith(".cab")) {
            return "trust-list";
        }
        return type.contains("CERTIFICATE") || type.contains("CAPI2_ANY") || url.endsWith(".crt") || url.endsWith(".cer") || url.endsWith(".p7c")
                ? "issuer" : "object";
    }

    /** The steps by which a proxy was looked for, each with what it met. */
    private static Optional<String> proxy(EventElement root) {
        String steps = root.descendants("Action").stream().filter(action -> !action.attribute("name").orElse("").equals("WriteToCache"))
                .map(TaskEvents::step).distinct().collect(Collectors.joining(", then "));
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps);
    }

    private static String step(EventElement action) {
        String words = switch (action.attribute("name").orElse("")) {
            case "NoProxy" -> "directly, without a proxy";
            case "Call_WinHttpGetProxyForUrl" -> "asked for a proxy's automatic configuration";
            case "ProxyListAndByPassList" -> "by the configured proxy" + action.attribute("parameter1").map(list -> " " + list).orElse("");
            default -> action.attribute("name").orElse("a step without a name");
        };
        return words + action.child("Error").flatMap(error -> error.attribute("value")).map(HResult::parseHex)
                .filter(code -> code.orElse(0) != 0).map(code -> " (" + HResult.described(code.getAsLong()) + ")").orElse("");
    }

    List<Evidence> events() {
        return events;
    }

    List<ChainRetrieval> retrievals() {
        return retrievals;
    }

    Map<String, Long> revocations() {
        return revocations;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    /** What these events tell without the chain they belong to; empty where they only tell that something began. */
    Optional<ChainBuild> alone() {
        if (revocation.isEmpty() && retrievals.isEmpty()) {
            return Optional.empty();
        }
        Optional<Capi2Event> of = revocation;
        Optional<String> hresult = revocations.values().stream().filter(code -> code != 0).findFirst().map(HResult::word);
        return Optional.of(new ChainBuild(of.flatMap(Capi2Event::taskId).orElse(""), Optional.empty(), of.flatMap(event -> event.event().host()),
                of.flatMap(Capi2Event::processName), first, last, of.flatMap(Capi2Event::subject), Optional.empty(), hresult, List.of(), List.of(),
                retrievals, events));
    }
}
