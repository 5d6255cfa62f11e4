package org.traceweave.ui.timeline.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.traceweave.cases.CancelSignal;
import org.traceweave.charts.HostClocks;
import org.traceweave.model.FailedConnection;
import org.traceweave.model.Source;
import org.traceweave.model.TimeRange;
import org.traceweave.ui.CaseAnswers;
import org.traceweave.ui.OpenCase;

/**
 * Makes the lanes of a case. What only a finished analysis knows, and what plug-ins add, is asked once for each state of the case, and not again
 * when the lanes are grouped or filtered anew. For the view's background thread, but for {@link #forget}.
 */
final class LaneQuestion {

    static final LaneQuestion NONE = new LaneQuestion(new LaneContributions(List.of()));

    /** A case, what is known of it, and how it is to be shown. */
    record Asked(OpenCase open, CaseAnswers answers, LaneChoice choice) {
    }

    /** The lanes, and what the user should be told. */
    record Found(TimelineAnswers answers, List<String> notices) {
    }

    private record Kept(CaseAnswers answers, TimelineAnswers.Beside beside) {
    }

    private final LaneContributions contributions;
    private volatile @Nullable Kept kept;

    LaneQuestion(LaneContributions contributions) {
        this.contributions = contributions;
    }

    /** Another case is open. */
    void forget() {
        kept = null;
    }

    Found answer(Asked asked, CancelSignal cancel) throws IOException {
        List<String> notices = new ArrayList<>();
        Kept known = kept;
        if (known == null || known.answers() != asked.answers()) {
            known = new Kept(asked.answers(), beside(asked, cancel, notices));
            kept = known;
        }
        return new Found(new TimelineAnswers(asked.answers(), known.beside(), asked.choice()), notices);
    }

    private TimelineAnswers.Beside beside(Asked asked, CancelSignal cancel, List<String> notices) throws IOException {
        List<Source> sources = asked.open().source().sources();
        boolean isReady = asked.answers().pending().isEmpty() && !sources.isEmpty();
        List<FailedConnection> connections = isReady ? asked.open().analysis().failedConnections(cancel) : List.of();
        List<LaneContributions.Shown> contributed = isReady ? contributions.show(asked.open(), cancel, notices::add) : List.of();
        Optional<TimeRange> whole = isReady ? VolumeQuestion.extent(asked.open().source()) : Optional.empty();
        return new TimelineAnswers.Beside(HostClocks.of(sources), connections, contributed, whole);
    }
}
