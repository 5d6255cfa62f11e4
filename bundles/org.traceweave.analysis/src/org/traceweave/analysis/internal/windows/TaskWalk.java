package org.traceweave.analysis.internal.windows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.traceweave.model.ChainRetrieval;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.windows.Capi2Chain;
import org.traceweave.readers.windows.Capi2Retrieval;

/**
 * Goes through the events of one task in their order and gives each to the chain it was for. Building begins and ends like brackets, and
 * what is checked and fetched in between is for the innermost; where a bracket is missing, for the next chain of the task, else the last.
 */
final class TaskWalk {

    /** Events that begin something the next number ends. */
    private static final Set<Integer> FETCH_BEGINS = Set.of(12, 14, 17, 19, 50, 52);

    private final String host;
    private final String task;
    private final List<ChainEvent> events;
    private final Map<String, ChainStory> chains;
    private final List<ChainEvent> judgements = new ArrayList<>(2);
    private final Deque<List<ChainEvent>> open = new ArrayDeque<>();
    private final List<ChainEvent> fetching = new ArrayList<>(2);
    private List<ChainEvent> waiting = new ArrayList<>();
    private Optional<ChainStory> latest = Optional.empty();

    /** @param chains of all tasks of the group by chainRef, filled on the way */
    TaskWalk(String host, String task, List<ChainEvent> events, Map<String, ChainStory> chains) {
        this.host = host;
        this.task = task;
        this.events = events;
        this.chains = chains;
    }

    void walk() {
        for (ChainEvent event : events) {
            switch (event.id()) {
                case ChainEvent.BUILD_BEGUN -> {
                    open.push(new ArrayList<>(4));
                    open.element().add(event);
                }
                case ChainEvent.BUILT -> built(event);
                case ChainEvent.POLICY, ChainEvent.TRUST_VERIFIED, ChainEvent.OBJECTS -> judgements.add(event);
                default -> (open.isEmpty() ? waiting : open.element()).add(event);
            }
        }
        // what was begun and never ended, innermost first
        while (!open.isEmpty()) {
            waiting.addAll(open.pop());
        }
    }

    private void built(ChainEvent event) {
        List<ChainEvent> inside = open.isEmpty() ? waiting : open.pop();
        if (inside == waiting) {
            waiting = new ArrayList<>();
        }
        boolean first = true;
        for (Capi2Chain chain : event.facts().chains()) {
            ChainStory story = story(chain.chainRef().orElse("task " + task + " " + event.sequence()));
            story.chain(event, chain);
            if (first) {
                give(story, inside);
                latest = Optional.of(story);
                first = false;
            }
        }
        if (first) {
            // cut off before its chain
            waiting.addAll(inside);
            waiting.add(event);
        }
    }

    private ChainStory story(String chainRef) {
        return chains.computeIfAbsent(chainRef, ref -> new ChainStory(host, task));
    }

    private void give(ChainStory story, List<ChainEvent> inside) {
        for (ChainEvent event : inside) {
            if (FETCH_BEGINS.contains(event.id())) {
                fetching.add(event);
            }
            Optional<Capi2Retrieval> retrieval = event.facts().retrieval();
            story.other(event, retrieval.map(fetched -> retrieval(event, fetched)));
        }
    }

    private ChainRetrieval retrieval(ChainEvent end, Capi2Retrieval fetched) {
        OptionalDouble seconds = OptionalDouble.empty();
        for (int at = fetching.size() - 1; at >= 0 && seconds.isEmpty(); at--) {
            ChainEvent start = fetching.get(at);
            boolean pair = start.id() == end.id() - 1 && (start.thread() < 0 || end.thread() < 0 || start.thread() == end.thread());
            if (pair && end.time() >= start.time()) {
                fetching.remove(at);
                seconds = OptionalDouble.of(UtcTime.secondsBetween(start.time(), end.time()));
            }
        }
        String from = fetched.fromNetwork() ? "" : "from the cache";
        Optional<String> proxy = fetched.proxy().isPresent() || from.isEmpty() ? fetched.proxy() : Optional.of(from);
        return new ChainRetrieval(end.time(), fetched.what(), fetched.url(), proxy, seconds, fetched.failure(), end.evidence());
    }

    /**
     * After all tasks of the group were walked: joins policy checks by their chainRef, descriptions of certificates by their thumbprints, and
     * what waits for a chain of this task.
     *
     * @return what stands alone
     */
    List<ChainStory> joinJudgements() {
        List<ChainStory> alone = new ArrayList<>();
        for (ChainEvent event : judgements) {
            List<String> refs = event.facts().chainRefs();
            if (event.id() == ChainEvent.OBJECTS) {
                objects(event);
            } else if (!refs.isEmpty()) {
                boolean policy = event.id() == ChainEvent.POLICY;
                refs.stream().limit(policy ? 1 : refs.size()).forEach(ref -> story(ref).judged(event, ref.equals(refs.getFirst())));
                latest = latest.or(() -> Optional.of(story(refs.getFirst())));
            } else {
                ChainStory lone = new ChainStory(host, task);
                lone.judged(event, true);
                alone.add(lone);
            }
        }
        if (latest.isPresent()) {
            give(latest.get(), waiting);
        } else if (!waiting.isEmpty()) {
            ChainStory lone = new ChainStory(host, task);
            give(lone, waiting);
            alone.add(lone);
        }
        return alone;
    }

    /** Event 90 describes whatever the task met: each of its chains. */
    private void objects(ChainEvent event) {
        chains.values().stream().filter(chain -> chain.isOfTask(task)).forEach(chain -> chain.objects(event));
    }
}
