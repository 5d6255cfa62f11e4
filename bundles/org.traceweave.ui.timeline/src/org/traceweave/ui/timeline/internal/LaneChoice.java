package org.traceweave.ui.timeline.internal;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.ui.IMemento;
import org.traceweave.charts.AttemptFilter;
import org.traceweave.charts.AttemptGrouping;
import org.traceweave.model.Outcome;

/**
 * What the reader wants to see on the timeline: how attempts are grouped, which of them, whether quiet times are folded,
 * whether lanes with nothing in view are left out, whether lines lead to what
 * only coincides, and whether there is a legend.
 * Immutable; all but the filter is remembered with the window.
 */
record LaneChoice(AttemptGrouping grouping, AttemptFilter filter, boolean folds, boolean onlySeen, boolean coincidences, boolean legend) {

    static final LaneChoice FIRST = new LaneChoice(AttemptGrouping.USER, AttemptFilter.ALL, false, false, false, true);

    LaneChoice with(AttemptGrouping newGrouping) {
        return new LaneChoice(newGrouping, filter, folds, onlySeen, coincidences, legend);
    }

    LaneChoice with(AttemptFilter newFilter) {
        return new LaneChoice(grouping, newFilter, folds, onlySeen, coincidences, legend);
    }

    LaneChoice withText(String text) {
        return with(new AttemptFilter(filter.outcomes(), text, filter.allKinds()));
    }

    LaneChoice withAllKinds(boolean all) {
        return with(new AttemptFilter(filter.outcomes(), filter.text(), all));
    }

    LaneChoice withOutcome(Outcome outcome, boolean shown) {
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        outcomes.addAll(filter.outcomes());
        if (shown) {
            outcomes.add(outcome);
        } else {
            outcomes.remove(outcome);
        }
        return with(new AttemptFilter(outcomes, filter.text(), filter.allKinds()));
    }

    LaneChoice folding(boolean newFolds) {
        return new LaneChoice(grouping, filter, newFolds, onlySeen, coincidences, legend);
    }

    LaneChoice onlySeen(boolean only) {
        return new LaneChoice(grouping, filter, folds, only, coincidences, legend);
    }

    LaneChoice showing(boolean newCoincidences, boolean newLegend) {
        return new LaneChoice(grouping, filter, folds, onlySeen, newCoincidences, newLegend);
    }

    void save(IMemento memento) {
        memento.putString("grouping", grouping.name());
        memento.putBoolean("folds", folds);
        memento.putBoolean("onlySeen", onlySeen);
        memento.putBoolean("coincidences", coincidences);
        memento.putBoolean("legend", legend);
    }

    static LaneChoice restored(IMemento memento) {
        String name = Optional.ofNullable(memento.getString("grouping")).orElse("");
        AttemptGrouping grouping = FIRST.grouping();
        for (AttemptGrouping each : AttemptGrouping.values()) {
            grouping = each.name().equals(name) ? each : grouping;
        }
        return new LaneChoice(grouping, AttemptFilter.ALL, isSet(memento, "folds", FIRST.folds()), isSet(memento, "onlySeen", FIRST.onlySeen()),
                isSet(memento, "coincidences", FIRST.coincidences()), isSet(memento, "legend", FIRST.legend()));
    }

    private static boolean isSet(IMemento memento, String key, boolean otherwise) {
        return Optional.ofNullable(memento.getBoolean(key)).orElse(otherwise);
    }
}
