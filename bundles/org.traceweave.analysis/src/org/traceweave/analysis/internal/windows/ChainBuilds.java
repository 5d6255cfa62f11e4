package org.traceweave.analysis.internal.windows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.IndexedRecord;
import org.traceweave.index.RecordQuery;
import org.traceweave.model.ChainBuild;
import org.traceweave.model.Evidence;
import org.traceweave.model.RecordField;
import org.traceweave.readers.windows.Capi2Chain;
import org.traceweave.readers.windows.Capi2Event;
import org.traceweave.readers.windows.Capi2Events;

/**
 * Joins the CAPI2 events of a case to the chains they tell of: the chain and its policy check by chainRef, which are often of different
 * tasks; revocation checks and retrievals by the task. Events may be missing, cut off or out of order: what is there is told.
 */
public final class ChainBuilds {

    private static final int CHAIN = 11;
    private static final int POLICY = 30;

    private final Map<String, ChainStory> byChain = new LinkedHashMap<>();
    private final Map<String, TaskEvents> byTask = new LinkedHashMap<>();

    private ChainBuilds() {
    }

    /** By start. */
    public static List<ChainBuild> of(Case source, CancelSignal cancel) throws IOException {
        ChainBuilds builds = new ChainBuilds();
        try (IndexSnapshot snapshot = source.snapshot()) {
            snapshot.scan(RecordQuery.keyword(RecordField.PROVIDER, Capi2Events.PROVIDER), record -> {
                if (cancel.isCancelled()) {
                    throw new CancellationException();
                }
                visit(source, record, builds);
                return true;
            });
        }
        return builds.told();
    }

    private static void visit(Case source, IndexedRecord record, ChainBuilds builds) throws IOException {
        Optional<Capi2Event> event = Capi2Events.read(source.windowsEvent(record));
        if (event.isPresent()) {
            builds.add(event.get(), record.time(), source.evidence(record));
        }
    }

    /** Adds one event; {@code time} is that of its record. */
    void add(Capi2Event event, long time, Evidence evidence) {
        String host = event.event().host().orElse("");
        Optional<String> task = event.taskId().map(id -> host + "/" + id);
        boolean joined = false;
        if (event.event().eventId() == CHAIN) {
            for (Capi2Chain chain : event.chains()) {
                story(host, chain.chainRef(), task, evidence).chain(event, chain, time, evidence);
                joined = true;
            }
        }
        if (event.event().eventId() == POLICY && !event.chainRefs().isEmpty()) {
            story(host, Optional.of(event.chainRefs().getFirst()), task, evidence).policy(event, time, evidence);
            joined = true;
        }
        if (!joined && task.isPresent()) {
            byTask.computeIfAbsent(task.get(), absent -> new TaskEvents()).add(event, time, evidence);
        }
    }

    private ChainStory story(String host, Optional<String> chainRef, Optional<String> task, Evidence evidence) {
        String key = host + "/" + chainRef.or(() -> task).orElseGet(() -> evidence.source() + "@" + evidence.offset());
        return byChain.computeIfAbsent(key, absent -> new ChainStory(host, chainRef));
    }

    private List<ChainBuild> told() {
        Map<String, List<ChainStory>> storiesOfTask = new HashMap<>();
        byChain.values().forEach(story -> story.tasks().forEach(
                task -> storiesOfTask.computeIfAbsent(story.host() + "/" + task, absent -> new ArrayList<>(1)).add(story)));
        List<ChainBuild> told = new ArrayList<>();
        byTask.forEach((task, events) -> {
            List<ChainStory> stories = storiesOfTask.getOrDefault(task, List.of());
            stories.forEach(story -> story.join(events));
            if (stories.isEmpty()) {
                events.alone().ifPresent(told::add);
            }
        });
        byChain.values().forEach(story -> told.add(story.told()));
        told.sort(Comparator.comparingLong(ChainBuild::start));
        return told;
    }
}
