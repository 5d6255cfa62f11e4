package org.traceweave.analysis.internal.windows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.traceweave.model.ChainBuild;
import org.traceweave.model.UtcTime;

/**
 * Tasks of one machine that tell of the same chains: a chain is built in one task, and its policy often checked in another. Gathered while
 * events come in; then each chain is told with the events that belong to it.
 */
final class ChainGroup {

    private final String host;
    private final Map<String, List<ChainEvent>> tasks = new LinkedHashMap<>();
    private final Set<String> chainRefs = new HashSet<>();
    private long last = UtcTime.UNKNOWN;

    ChainGroup(String host) {
        this.host = host;
    }

    void add(String task, ChainEvent event) {
        tasks.computeIfAbsent(task, absent -> new ArrayList<>(8)).add(event);
        chainRefs.addAll(event.facts().chainRefs());
        last = Math.max(last, event.time());
    }

    void take(ChainGroup other) {
        other.tasks.forEach((task, events) -> tasks.computeIfAbsent(task, absent -> new ArrayList<>(events.size())).addAll(events));
        chainRefs.addAll(other.chainRefs);
        last = Math.max(last, other.last);
    }

    String host() {
        return host;
    }

    Set<String> tasks() {
        return tasks.keySet();
    }

    Set<String> chainRefs() {
        return chainRefs;
    }

    /** When its last event came so far. */
    long last() {
        return last;
    }

    /** The chains, each with its own events; then what tells of no chain by name, each task for itself. */
    List<ChainBuild> told() {
        Map<String, ChainStory> chains = new LinkedHashMap<>();
        List<ChainBuild> told = new ArrayList<>();
        List<TaskWalk> walks = new ArrayList<>();
        for (Map.Entry<String, List<ChainEvent>> task : tasks.entrySet()) {
            // records may stand out of order in a log that was damaged or merged
            List<ChainEvent> inOrder = task.getValue().stream().sorted(Comparator.comparingLong(ChainEvent::sequence)).toList();
            walks.add(new TaskWalk(host, task.getKey(), inOrder, chains));
        }
        walks.forEach(TaskWalk::walk);
        walks.forEach(walk -> walk.joinJudgements().forEach(loose -> loose.told().ifPresent(told::add)));
        chains.values().forEach(chain -> chain.told().ifPresent(told::add));
        return told;
    }
}
