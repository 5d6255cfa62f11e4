package org.traceweave.analysis.internal.windows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.traceweave.model.Certificate;
import org.traceweave.model.ChainBuild;
import org.traceweave.model.ChainElement;
import org.traceweave.model.ChainRetrieval;
import org.traceweave.model.Evidence;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.windows.Capi2Chain;
import org.traceweave.readers.windows.Capi2ChainElement;
import org.traceweave.readers.windows.Capi2Event;
import org.traceweave.readers.windows.Capi2Events;
import org.traceweave.readers.windows.Capi2Revocation;
import org.traceweave.readers.windows.HResult;
import org.traceweave.readers.windows.TrustStatus;

/** One chain while its events are gathered: how it was built, how it was judged, and what was fetched for it. */
final class ChainStory {

    private final String host;
    private final String task;
    private final Set<String> tasks = new LinkedHashSet<>();
    private final Set<Evidence> events = new LinkedHashSet<>();
    private final List<ChainRetrieval> retrievals = new ArrayList<>();
    private final Map<String, Capi2Revocation> revocations = new LinkedHashMap<>();
    private final Map<String, String> rejected = new HashMap<>();
    private final Map<String, String> described = new HashMap<>();
    private final ChainVerdict verdict = new ChainVerdict();
    private Optional<Capi2Chain> chain = Optional.empty();
    private Optional<String> chainRef = Optional.empty();
    private Optional<String> processName = Optional.empty();
    private Optional<String> subject = Optional.empty();
    private Optional<String> thumbprint = Optional.empty();
    private Optional<String> target = Optional.empty();
    private long first = UtcTime.UNKNOWN;
    private long last = UtcTime.UNKNOWN;

    ChainStory(String host, String task) {
        this.host = host;
        this.task = task;
    }

    boolean isOfTask(String id) {
        return tasks.contains(id);
    }

    /** The chain as it was built (event 11). */
    void chain(ChainEvent event, Capi2Chain built) {
        see(event);
        chain = Optional.of(built);
        chainRef = built.chainRef();
        subject = event.facts().subject().or(() -> subject);
        thumbprint = event.facts().thumbprints().stream().findFirst();
        verdict.built(event.facts().result().orElse(0), built.allErrors());
    }

    /**
     * A policy check (event 30) or a verification that used the chain (81).
     *
     * @param itself whether the judgement is about this chain, and not one of a time stamp beside it
     */
    void judged(ChainEvent event, boolean itself) {
        see(event);
        if (itself) {
            target = event.facts().serverName().or(() -> target);
            chainRef = chainRef.or(() -> event.facts().chainRefs().stream().findFirst());
            thumbprint = thumbprint.or(() -> event.facts().thumbprints().stream().findFirst());
            verdict.judged(event.id() == ChainEvent.POLICY, event.facts().result());
        }
    }

    /** Any other event of its task; {@code fetched}: what it tells the end of. */
    void other(ChainEvent event, Optional<ChainRetrieval> fetched) {
        see(event);
        fetched.ifPresent(retrievals::add);
        event.facts().revocation().ifPresent(told -> told.thumbprint().ifPresent(checked -> revocations.put(checked, told)));
        if (event.id() == ChainEvent.REJECTED_REVOCATION) {
            Optional<String> why = event.facts().event().userData().flatMap(root -> root.child("Action")).flatMap(action -> action.attribute("name"));
            event.facts().thumbprints().stream().findFirst().ifPresent(about -> rejected.put(about, why.orElse("no reason given")));
        }
    }

    /** Descriptions of certificates (event 90), of which some are in this chain. */
    void objects(ChainEvent event) {
        see(event);
        for (Certificate certificate : Capi2Events.certificates(event.facts().event())) {
            if (certificate.sha1().isPresent() && certificate.subject().isPresent()) {
                described.put(certificate.sha1().get(), certificate.subject().get());
            }
        }
    }

    private void see(ChainEvent event) {
        Capi2Event facts = event.facts();
        facts.taskId().ifPresent(tasks::add);
        events.add(event.evidence());
        processName = processName.or(facts::processName);
        subject = subject.or(facts::subject);
        if (event.time() != UtcTime.UNKNOWN) {
            first = first == UtcTime.UNKNOWN ? event.time() : Math.min(first, event.time());
            last = Math.max(last, event.time());
        }
    }

    /** The build; empty where the events only tell that something began, or are about something else. */
    Optional<ChainBuild> told() {
        List<ChainElement> elements = elements();
        if (elements.isEmpty() && retrievals.isEmpty()) {
            return Optional.empty();
        }
        long errors = chain.map(Capi2Chain::allErrors).orElse(0L);
        return Optional.of(new ChainBuild(chain.isPresent() ? task : tasks.stream().findFirst().orElse(task), chainRef,
                host.isEmpty() ? Optional.empty() : Optional.of(host), processName, first, last, subject, target,
                verdict.code(revocations.values()).map(HResult::word), TrustStatus.errorNames(errors), elements, retrievals, List.copyOf(events)));
    }

    private List<ChainElement> elements() {
        if (chain.isPresent()) {
            return chain.get().elements().stream().map(this::element).toList();
        }
        // without the chain itself: the certificate that was judged, or those that were checked
        List<ChainElement> elements = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>(thumbprint.stream().toList());
        known.addAll(revocations.keySet());
        known.addAll(rejected.keySet());
        for (String sha1 : known) {
            Optional<String> name = Optional.ofNullable(described.get(sha1)).or(() -> sha1.equals(known.iterator().next()) ? subject : Optional.empty());
            elements.add(new ChainElement(name, Optional.of(sha1), List.of(), List.of(), List.of(), revocation(sha1, Optional.empty())));
        }
        return elements;
    }

    private ChainElement element(Capi2ChainElement element) {
        List<String> errors = TrustStatus.errorNames(element.errorStatus());
        Optional<String> sha1 = element.thumbprint();
        return new ChainElement(element.subject().or(() -> sha1.map(described::get)), sha1, errors, TrustStatus.noteNames(element.infoStatus()),
                errors.stream().map(TrustStatus::meaning).toList(), revocation(sha1.orElse(""), element.revocation()));
    }

    /** What the chain says of checking a certificate, else what the check itself said. */
    private Optional<String> revocation(String sha1, Optional<Capi2Revocation> inChain) {
        Optional<String> told = inChain.or(() -> Optional.ofNullable(revocations.get(sha1))).flatMap(Capi2Revocation::inWords);
        String note = rejected.containsKey(sha1) ? "what was at hand was rejected (" + rejected.get(sha1) + ")" : "";
        return note.isEmpty() ? told : Optional.of(told.map(text -> text + "; " + note).orElse(note));
    }
}
