package org.traceweave.ui.timeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.analysis.Engine;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.cases.CaseException;
import org.traceweave.ui.OpenCase;
import org.traceweave.ui.timeline.ContributedLane;
import org.traceweave.ui.timeline.LaneMark;

class LaneContributionsTest {

    private final List<String> notices = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void aLaneThatThrowsIsSwitchedOffAndNamedOnceAndTakesNoOtherWithIt() throws IOException, CaseException {
        Failing failing = new Failing();
        LaneContributions contributions = new LaneContributions(List.of(new LaneContributions.Contribution(failing, "com.contoso.bad"),
                new LaneContributions.Contribution(new Maintenance(), "com.contoso.good")));
        try (Case source = Case.create(folder.resolve("a.case"), Engine.standard().readers())) {
            OpenCase open = new OpenCase(source, Engine.standard().analyse(source));
            for (int i = 0; i < 2; i++) {
                List<LaneContributions.Shown> shown = contributions.show(open, new CancelSignal(), notices::add);
                assertEquals(List.of("Maintenance"), shown.stream().map(LaneContributions.Shown::title).toList());
            }
        }
        assertEquals(1, failing.asked);
        assertEquals(1, notices.size());
        assertTrue(notices.getFirst().contains("com.contoso.bad") && notices.getFirst().contains("no such share"), notices.getFirst());
    }

    private static final class Failing implements ContributedLane {

        private int asked;

        @Override
        public String title() {
            return "Failing";
        }

        @Override
        public List<LaneMark> marks(OpenCase open, CancelSignal cancel) {
            asked++;
            throw new IllegalStateException("no such share");
        }
    }

    private static final class Maintenance implements ContributedLane {

        @Override
        public String title() {
            return "Maintenance";
        }

        @Override
        public List<LaneMark> marks(OpenCase open, CancelSignal cancel) {
            return List.of(new LaneMark(0, 10, "FE02 was drained", Optional.empty()));
        }
    }
}
