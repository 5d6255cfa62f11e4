package org.traceweave.analysis.internal.windows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.traceweave.model.ChainBuild;
import org.traceweave.model.ChainElement;
import org.traceweave.model.ChainRetrieval;
import org.traceweave.model.Evidence;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.windows.Capi2Chain;
import org.traceweave.readers.windows.Capi2ChainElement;
import org.traceweave.readers.windows.Capi2Event;
import org.traceweave.readers.windows.HResult;
import org.traceweave.readers.windows.TrustStatus;

/** One chain while its events are gathered: how it was built, how a policy judged it, and what was fetched for it. */
final class ChainStory {

    private final String host;
    private final Optional<String> chainRef;
    private final Set<String> tasks = new LinkedHashSet<>();
    private final Set<Evidence> events = new LinkedHashSet<>();
    private final List<ChainRetrieval> retrievals = new ArrayList<>();
    private final Map<String, Long> revocations = new HashMap<>();
    private Optional<Capi2Chain> chain = Optional.empty();
    private Optional<String> processName = Optional.empty();
    private Optional<String> subject = Optional.empty();
    private Optional<String> thumbprint = Optional.empty();
    private Optional<String> target = Optional.empty();
    private long buildResult;
    private long policyResult;
    private long first = UtcTime.UNKNOWN;
    private long last = UtcTime.UNKNOWN;

    ChainStory(String host, Optional<String> chainRef) {
        this.host = host;
        this.chainRef = chainRef;
    }

    String host() {
        return host;
    }

    Set<String> tasks() {
        return tasks;
    }

    void chain(Capi2Event event, Capi2Chain built, long time, Evidence evidence) {
        see(event, time, evidence);
        chain = Optional.of(built);
        buildResult = event.result().orElse(0);
    }

    void policy(Capi2Event event, long time, Evidence evidence) {
        see(event, time, evidence);
        target = event.serverName().or(() -> target);
        // the same chain may be judged by several policies: the first refusal counts
        policyResult = policyResult == 0 ? event.result().orElse(0) : policyResult;
    }

    private void see(Capi2Event event, long time, Evidence evidence) {
        event.taskId().ifPresent(tasks::add);
        events.add(evidence);
        processName = processName.or(event::processName);
        subject = subject.or(event::subject);
        thumbprint = thumbprint.or(() -> event.thumbprints().stream().findFirst());
        seeTime(time);
    }

    private void seeTime(long time) {
        if (time != UtcTime.UNKNOWN) {
            first = first == UtcTime.UNKNOWN ? time : Math.min(first, time);
            last = Math.max(last, time);
        }
    }

    /** Adds the other events of a task of this chain. */
    void join(TaskEvents task) {
        events.addAll(task.events());
        retrievals.addAll(task.retrievals());
        revocations.putAll(task.revocations());
        seeTime(task.first());
        seeTime(task.last());
    }

    ChainBuild told() {
        List<ChainElement> elements = new ArrayList<>();
        chain.ifPresent(built -> built.elements().forEach(element -> elements.add(told(element))));
        if (elements.isEmpty() && (subject.isPresent() || thumbprint.isPresent())) {
            elements.add(new ChainElement(subject, thumbprint, List.of(), List.of(), List.of(), Optional.empty()));
        }
        long errors = chain.map(Capi2Chain::allErrors).orElse(0L);
        return new ChainBuild(tasks.stream().findFirst().orElse(""), chainRef, host.isEmpty() ? Optional.empty() : Optional.of(host), processName, first,
                last, subject, target, verdict(errors).map(HResult::word), TrustStatus.errorNames(errors), elements, retrievals, List.copyOf(events));
    }

    /** The policy's refusal, else that of the building, else what came of checking revocation. */
    private Optional<Long> verdict(long errors) {
        if (policyResult != 0) {
            return Optional.of(policyResult);
        }
        if (buildResult != 0) {
            return Optional.of(buildResult);
        }
        return errors == 0 ? revocations.values().stream().filter(code -> code != 0).findFirst() : Optional.empty();
    }

    private ChainElement told(Capi2ChainElement element) {
        List<String> errors = TrustStatus.errorNames(element.errorStatus());
        Optional<Long> ofTask = element.thumbprint().map(revocations::get);
        Optional<Long> checked = ofTask.isEmpty() && element.revocationResult().isPresent()
                ? Optional.of(element.revocationResult().getAsLong()) : ofTask;
        return new ChainElement(element.subject(), element.thumbprint(), errors, TrustStatus.noteNames(element.infoStatus()),
                errors.stream().map(TrustStatus::meaning).toList(), checked.map(ChainStory::revocation));
    }

    private static String revocation(long code) {
        if (code == 0) {
            return "checked, not revoked";
        }
        String text = HResult.of(code).map(HResult::text).orElse("");
        return text.isEmpty() ? HResult.described(code) : HResult.described(code) + ": " + text;
    }
}
