package org.traceweave.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.charts.TimelineHit;
import org.traceweave.charts.TimelinePicture;
import org.traceweave.charts.TimelineSheet;
import org.traceweave.model.TimeRange;
import org.traceweave.ui.Chosen;
import org.traceweave.ui.timeline.internal.TimelineView;

/** The timeline as a person uses it: filtering, typing a time, going from attempt to attempt by keys, sending it to others. */
@ExtendWith(RunningWorkbench.class)
class TimelineInWorkbenchTest {

    @TempDir
    static Path folder;

    private final TimelineView timeline = CaseInWorkbench.view(TimelineView.ID, TimelineView.class);

    @BeforeAll
    static void dropTheSample() throws IOException {
        CaseInWorkbench.drop(CaseInWorkbench.sample(folder));
        CaseInWorkbench.waitUntilAnalysed();
    }

    @AfterAll
    static void closeTheCase() {
        CaseInWorkbench.closeCase();
    }

    @BeforeEach
    void showAll() {
        RunningWorkbench.display().syncExec(() -> {
            filter().setText("");
            timeline.fit();
        });
        await("attempts", picture -> attempts(picture) > 1);
    }

    @Test
    void typedWordsLeaveOnlyTheAttemptsTheyAreFoundIn() {
        await("several lanes", picture -> lanes(picture) > 1);
        RunningWorkbench.display().syncExec(() -> filter().setText("orion"));
        await("the lane of one user", picture -> lanes(picture) == 1);
        RunningWorkbench.display().syncExec(() -> filter().setText("nobody-of-that-name"));
        await("no attempts", picture -> attempts(picture) == 0);
    }

    @Test
    void aTypedTimeIsGoneTo() {
        TimeRange whole = timeline.picture().orElseThrow().frame().visible();
        long middle = whole.from() + whole.length() / 2;
        String typed = RunningWorkbench.inUi(() -> timeline.session().time().seconds(middle)) + " +30s";

        assertEquals(Optional.empty(), RunningWorkbench.inUi(() -> timeline.go(typed)));

        await("half a minute", picture -> picture.frame().visible().length() < 40_000_000_000L && picture.frame().visible().contains(middle));
        assertTrue(RunningWorkbench.inUi(() -> timeline.go("tomorrow")).orElseThrow().contains("tomorrow"));
    }

    @Test
    void keysGoFromAttemptToAttempt() {
        RunningWorkbench.display().syncExec(() -> {
            traverse(SWT.TRAVERSE_TAB_NEXT);
            traverse(SWT.TRAVERSE_TAB_NEXT);
        });
        await("an attempt that stands out", picture -> !picture.frame().highlighted().isEmpty());
        RunningWorkbench.display().syncExec(() -> {
            Event enter = new Event();
            enter.keyCode = SWT.CR;
            CaseInWorkbench.control("timeline").notifyListeners(SWT.KeyDown, enter);
        });
        assertInstanceOf(Chosen.Attempt.class, RunningWorkbench.inUi(() -> CaseInWorkbench.session().selection().focus().chosen()));
    }

    @Test
    void whatIsShownCanBeSentToOthers() throws IOException {
        for (TimelineSheet.Format format : TimelineSheet.Format.values()) {
            Path file = folder.resolve("timeline" + format.ending());
            RunningWorkbench.display().syncExec(() -> timeline.export(file, format));
            UiWait.until("the file " + file, () -> Files.exists(file) && file.toFile().length() > 1000);
        }
    }

    private static void traverse(int detail) {
        Event event = new Event();
        event.detail = detail;
        event.doit = true;
        CaseInWorkbench.control("timeline").notifyListeners(SWT.Traverse, event);
    }

    private static Text filter() {
        Control control = CaseInWorkbench.control("timelineFilter");
        return assertInstanceOf(Text.class, control);
    }

    private void await(String what, Predicate<TimelinePicture> isSo) {
        UiWait.until(what, () -> timeline.picture().filter(isSo).isPresent());
    }

    private static long lanes(TimelinePicture picture) {
        return picture.hits().stream().map(TimelineHit::lane).filter(lane -> lane.startsWith("attempts:")).distinct().count();
    }

    private static long attempts(TimelinePicture picture) {
        return picture.hits().stream().filter(hit -> hit.lane().startsWith("attempts:")).mapToLong(TimelineHit::count).sum();
    }
}
