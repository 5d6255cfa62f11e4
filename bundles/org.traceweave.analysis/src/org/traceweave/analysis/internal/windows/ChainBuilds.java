package org.traceweave.analysis.internal.windows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.RecordQuery;
import org.traceweave.model.ChainBuild;
import org.traceweave.model.Evidence;
import org.traceweave.model.RecordField;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.windows.Capi2Event;
import org.traceweave.readers.windows.Capi2Events;

/**
 * Joins the CAPI2 events of a case to the chains they tell of: by task, and, since the policy check of a chain is often a task of its own,
 * by chainRef; certificates by their fileRef. Events may be missing, cut off or out of order: what is there is told. A task ends after
 * minutes at most, so that only the tasks of the last minutes are held. Rules: reference/windows-events.md section E.
 */
public final class ChainBuilds {

    private static final long OVER_AFTER = 600 * UtcTime.NANOS_PER_SECOND;

    private final Map<String, ChainGroup> byTask = new HashMap<>();
    private final Map<String, ChainGroup> byChain = new HashMap<>();
    /** Those under way, the one that has been silent longest first. */
    private final Set<ChainGroup> underWay = new LinkedHashSet<>();
    private final List<ChainBuild> told = new ArrayList<>();
    private int lone;

    private ChainBuilds() {
    }

    /** By start. */
    public static List<ChainBuild> of(Case source, CancelSignal cancel) throws IOException {
        ChainBuilds builds = new ChainBuilds();
        try (IndexSnapshot snapshot = source.snapshot()) {
            snapshot.scan(RecordQuery.keyword(RecordField.PROVIDER, Capi2Events.PROVIDER), List.of(), record -> {
                if (cancel.isCancelled()) {
                    throw new CancellationException();
                }
                Optional<Capi2Event> event = Capi2Events.read(source.windowsEvent(record));
                if (event.isPresent()) {
                    builds.add(event.get(), record.time(), source.evidence(record));
                }
                return true;
            });
        }
        return builds.told();
    }

    /** Adds one event; {@code time} is that of its record. */
    void add(Capi2Event event, long time, Evidence evidence) {
        tellBefore(time);
        String host = event.event().host().orElse("");
        // an event that lost the end of its text belongs to no task
        String task = event.taskId().orElseGet(() -> "?" + ++lone);
        Set<ChainGroup> joined = new LinkedHashSet<>(2);
        Optional.ofNullable(byTask.get(host + "/" + task)).ifPresent(joined::add);
        event.chainRefs().forEach(ref -> Optional.ofNullable(byChain.get(host + "/" + ref)).ifPresent(joined::add));
        Iterator<ChainGroup> groups = joined.iterator();
        ChainGroup group = groups.hasNext() ? groups.next() : new ChainGroup(host);
        underWay.remove(group);
        groups.forEachRemaining(other -> {
            underWay.remove(other);
            group.take(other);
        });
        group.add(task, new ChainEvent(event, time, evidence));
        underWay.add(group);
        group.tasks().forEach(id -> byTask.put(host + "/" + id, group));
        group.chainRefs().forEach(ref -> byChain.put(host + "/" + ref, group));
    }

    private void tellBefore(long time) {
        Iterator<ChainGroup> silent = underWay.iterator();
        while (silent.hasNext()) {
            ChainGroup group = silent.next();
            if (time - group.last() <= OVER_AFTER) {
                return;
            }
            silent.remove();
            tell(group);
        }
    }

    private void tell(ChainGroup group) {
        told.addAll(group.told());
        group.tasks().forEach(id -> byTask.remove(group.host() + "/" + id));
        group.chainRefs().forEach(ref -> byChain.remove(group.host() + "/" + ref));
    }

    List<ChainBuild> told() {
        underWay.forEach(group -> told.addAll(group.told()));
        underWay.clear();
        told.sort(Comparator.comparingLong(ChainBuild::start));
        return List.copyOf(told);
    }
}
