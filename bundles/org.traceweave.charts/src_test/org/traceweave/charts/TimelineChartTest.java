package org.traceweave.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.traceweave.model.Phase;
import org.traceweave.model.TimeRange;
import org.traceweave.model.UtcTime;

class TimelineChartTest {

    private static final long START = UtcTime.parse("2018-01-14T11:24:00Z");
    private static final long MINUTE = 60 * UtcTime.NANOS_PER_SECOND;
    private static final TimeRange HOUR = new TimeRange(START, START + 60 * MINUTE);

    private final ChartTheme theme = ChartTheme.light("SansSerif", 12);
    private final TimelineChart chart = new TimelineChart(theme);

    @Test
    void everyAttemptIsFoundWhereItWasDrawn() {
        TimelineMark first = new TimelineMark("a", START + 10 * MINUTE, START + 12 * MINUTE, MarkTone.FAILED, "room");
        TimelineMark second = new TimelineMark("b", START + 11 * MINUTE, START + 13 * MINUTE, MarkTone.SUCCEEDED, "alice");

        TimelinePicture picture = chart.draw(content(List.of(first, second)), frame(HOUR));

        assertEquals(List.of("a"), hit(picture, "a").ids());
        assertEquals(List.of("b"), hit(picture, "b").ids());
        TimelineHit hit = hit(picture, "a");
        assertEquals(Optional.of(hit), picture.hitAt(hit.bounds().getCenterX(), hit.bounds().getCenterY()));
    }

    @Test
    void aFailureAmongThousandsOfSuccessesStaysVisible() {
        List<TimelineMark> marks = thousands(100_000);
        marks.add(new TimelineMark("failed", START + 20 * MINUTE, START + 21 * MINUTE, MarkTone.FAILED, ""));

        TimelinePicture picture = chart.draw(content(marks), frame(HOUR));

        assertEquals("failed", hit(picture, "failed").ids().getFirst());
        assertTrue(hasColour(picture.image(), theme.tone(MarkTone.FAILED).getRGB()));
        assertEquals(100_001, picture.hits().stream().filter(hit -> hit.lane().equals("lane")).mapToLong(TimelineHit::count).sum());
    }

    @Test
    void thereAreNeverMoreMarksThanPixels() {
        TimelineContent content = content(thousands(100_000));
        for (long length = 60 * MINUTE; length > 1_000_000; length /= 3) {
            TimelinePicture picture = chart.draw(content, frame(new TimeRange(START + 5 * MINUTE, START + 5 * MINUTE + length)));
            int rows = (int) picture.lanes().getHeight() / LaneStack.BAR;
            assertTrue(picture.hits().size() <= picture.plot().getWidth() / 4 * rows, picture.hits().size() + " of " + length);
        }
    }

    @Test
    void anAttemptThatBeganLongAgoIsStillSeen() {
        List<TimelineMark> marks = thousands(100_000);
        marks.add(new TimelineMark("long", START, START + 50 * MINUTE, MarkTone.OPEN, ""));

        TimelinePicture picture = chart.draw(content(marks), frame(new TimeRange(START + 49 * MINUTE, START + 49 * MINUTE + 1_000_000)));

        assertFalse(picture.hits().isEmpty());
        assertTrue(picture.hits().stream().anyMatch(hit -> hit.ids().contains("long")));
    }

    @Test
    void timesAndPositionsAreEachOthersInverse() {
        TimelinePicture picture = chart.draw(content(List.of()), frame(HOUR));
        for (long minute = 1; minute < 60; minute += 7) {
            long time = START + minute * MINUTE;
            assertEquals(time, picture.timeAt(picture.xOf(time)), 1_000_000_000.0);
        }
    }

    @Test
    void aPictureForADenseScreenHasItsPixelsAndTheSameLogicalPlaces() {
        TimelineMark mark = new TimelineMark("a", START + 10 * MINUTE, START + 12 * MINUTE, MarkTone.FAILED, "");
        TimelinePicture plain = chart.draw(content(List.of(mark)), frame(HOUR));
        TimelinePicture dense = chart.draw(content(List.of(mark)), frame(HOUR).withScale(2));

        assertEquals(plain.image().getWidth() * 2, dense.image().getWidth());
        assertEquals(hit(plain, "a").bounds().getX(), hit(dense, "a").bounds().getX(), 2);
    }

    @Test
    void volumeIsDrawnWithErrorsAtItsFoot() {
        List<VolumeBucket> volume = IntStream.range(0, 60)
                .mapToObj(i -> new VolumeBucket(new TimeRange(START + i * MINUTE, START + (i + 1) * MINUTE), i == 30 ? 5 : 0, 0, 100)).toList();

        TimelinePicture picture = chart.draw(content(List.of()).withVolume(volume), frame(HOUR));

        assertTrue(hasColour(picture.image(), theme.volumeError().getRGB()));
        assertTrue(hasColour(picture.image(), theme.volume().getRGB()));
    }

    @Test
    void theCursorStandsInEveryLane() {
        TimelineFrame frame = frame(HOUR).withChoice(OptionalLong.of(START + 30 * MINUTE),
                Optional.of(new TimeRange(START + 10 * MINUTE, START + 20 * MINUTE)), Set.of());

        TimelinePicture picture = chart.draw(content(List.of()), frame);

        int x = (int) Math.round(picture.xOf(START + 30 * MINUTE));
        int band = picture.image().getRGB((int) picture.xOf(START + 15 * MINUTE), 40);
        assertTrue(IntStream.rangeClosed(x - 1, x + 1).anyMatch(column -> isNear(picture.image().getRGB(column, 40), theme.cursor().getRGB())));
        assertTrue(IntStream.rangeClosed(x - 1, x + 1).anyMatch(column -> isNear(picture.image().getRGB(column, 180), theme.cursor().getRGB())));
        assertTrue((band & 0xFF) > (band >> 16 & 0xFF) + 20, "the chosen span is tinted");
    }

    @Test
    void outcomesDifferInShapeNotInColourAlone() {
        List<boolean[]> shapes = new ArrayList<>();
        for (MarkTone tone : MarkTone.values()) {
            if (tone.isOutcome()) {
                for (long length : new long[] {UtcTime.NANOS_PER_SECOND, 5 * MINUTE}) {
                    TimelineMark mark = new TimelineMark("a", START + 30 * MINUTE, START + 30 * MINUTE + length, tone, "");
                    TimelinePicture picture = chart.draw(content(List.of(mark)), frame(HOUR));
                    shapes.add(shape(picture, hit(picture, "a")));
                }
            }
        }
        for (int i = 0; i < shapes.size(); i++) {
            for (int j = i + 2; j < shapes.size(); j += 2) {
                assertFalse(Arrays.equals(shapes.get(i), shapes.get(j)), "outcomes " + i / 2 + " and " + j / 2 + " look alike without colour");
            }
        }
    }

    /** What is painted and what is not, whatever the colour. */
    private boolean[] shape(TimelinePicture picture, TimelineHit hit) {
        int left = (int) hit.bounds().getMaxX() - 14;
        int top = (int) hit.bounds().getMinY() - 2;
        boolean[] shape = new boolean[20 * 16];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = !isNear(picture.image().getRGB(left + i % 20, top + i / 20), theme.band().getRGB());
        }
        return shape;
    }

    @Test
    void missingRecordsAreShadedAndSayWhy() {
        TimeRange hole = new TimeRange(START + 20 * MINUTE, START + 30 * MINUTE);
        TimelineContent content = new TimelineContent("Records", List.of(), LaneStack.EMPTY, List.of(), Map.of(), List.of(new TimelineGap(hole, "sequence 4 to 90")), "");

        TimelinePicture picture = chart.draw(content, frame(HOUR));

        TimelineHit hit = picture.hitAt(picture.xOf(START + 25 * MINUTE), 40).orElseThrow();
        assertEquals("sequence 4 to 90", hit.detail());
        assertEquals(hole, hit.range());
    }

    @Test
    void anAttemptIsJoinedToTheEventThatExplainsIt() {
        TimelineMark attempt = new TimelineMark("a", START + 10 * MINUTE, START + 30 * MINUTE, MarkTone.FAILED, "");
        TimelineMark event = new TimelineMark("e", START + 28 * MINUTE, START + 28 * MINUTE, MarkTone.SCHANNEL, "");
        TimelineLane events = new TimelineLane("schannel", "SCHANNEL", List.of(event));
        LaneStack attempts = new LaneStack(List.of(new TimelineLane("lane", "Sign-ins", List.of(attempt), 4)));

        TimelinePicture joined = chart.draw(linked(attempts, events, true), frame(HOUR));
        TimelinePicture coincident = chart.draw(linked(attempts, events, false), frame(HOUR));
        TimelinePicture dashed = chart.draw(linked(attempts, events, false), frame(HOUR).showing(true, false));

        int x = (int) (joined.xOf(START + 28 * MINUTE) + 2);
        int y = (int) hit(joined, "a").bounds().getMaxY() + 8;
        assertNotEquals(coincident.image().getRGB(x, y), joined.image().getRGB(x, y));
        long solid = drawn(joined, coincident);
        long some = drawn(dashed, coincident);
        assertTrue(some > 0 && some < solid, "a coincidence is dashed: " + some + " of " + solid);
    }

    private static long drawn(TimelinePicture one, TimelinePicture other) {
        long different = 0;
        for (int y = 0; y < one.image().getHeight(); y++) {
            for (int x = 0; x < one.image().getWidth(); x++) {
                different += one.image().getRGB(x, y) == other.image().getRGB(x, y) ? 0 : 1;
            }
        }
        return different;
    }

    private static TimelineContent linked(LaneStack attempts, TimelineLane events, boolean explains) {
        Map<String, List<TimelineLink>> links = Map.of("a", List.of(new TimelineLink("schannel", "e", START + 28 * MINUTE, explains)));
        return new TimelineContent("Records", List.of(), attempts, List.of(events), links, List.of(), "");
    }

    @Test
    void manyLanesAreScrolledAndFewShareTheRoom() {
        List<TimelineLane> lanes = IntStream.range(0, 200).mapToObj(i -> new TimelineLane("l" + i, "user" + i,
                List.of(new TimelineMark("m" + i, START + 30 * MINUTE, START + 31 * MINUTE, MarkTone.SUCCEEDED, "")), 4)).toList();
        TimelineContent content = new TimelineContent("Records", List.of(), new LaneStack(lanes), List.of(), Map.of(), List.of(), "");

        TimelinePicture top = chart.draw(content, frame(HOUR));
        TimelinePicture foot = chart.draw(content, frame(HOUR).withScroll(top.mostScroll()));

        assertTrue(top.mostScroll() > 1000);
        assertTrue(top.hits().stream().anyMatch(hit -> hit.lane().equals("l0")));
        assertTrue(foot.hits().stream().anyMatch(hit -> hit.lane().equals("l199")));
        assertTrue(foot.hits().stream().noneMatch(hit -> hit.lane().equals("l0")));
    }

    @Test
    void aFoldIsFoundUnderTheMouse() {
        QuietTimes quiet = QuietTimes.between(HOUR, List.of(new TimeRange(START, START + 10 * MINUTE), new TimeRange(START + 50 * MINUTE, START + 60 * MINUTE)));
        TimelinePicture picture = chart.draw(content(List.of()), TimelineFrame.of(FoldedTime.of(HOUR, quiet), 900, 240));

        TimelineHit hit = picture.hitAt(picture.xOf(START + 30 * MINUTE), 40).orElseThrow();
        assertEquals(TimelineHit.FOLD, hit.lane());
        assertTrue(hit.range().contains(START + 30 * MINUTE));
    }

    @Test
    void whereAnAttemptMayTrulyLieIsDrawnBesideIt() {
        TimelineMark mark = new TimelineMark("a", START + 30 * MINUTE, START + 32 * MINUTE, MarkTone.FAILED, "");
        TimelinePicture sure = chart.draw(content(List.of(mark)), frame(HOUR));
        TimelinePicture unsure = chart.draw(content(List.of(mark.within(START + 10 * MINUTE, START + 14 * MINUTE))), frame(HOUR));

        int x = (int) sure.xOf(START + 12 * MINUTE);
        int y = (int) hit(sure, "a").bounds().getCenterY() + 2;
        assertNotEquals(sure.image().getRGB(x, y), unsure.image().getRGB(x, y));
    }

    @Test
    void eachPhaseOfALongAttemptHasItsColour() {
        TimelineMark mark = new TimelineMark("a", START + 10 * MINUTE, START + 40 * MINUTE, MarkTone.SUCCEEDED, "")
                .withPhases(List.of(new PhaseSegment(Phase.DISCOVERY, START + 10 * MINUTE), new PhaseSegment(Phase.CREDENTIALS, START + 25 * MINUTE)));
        TimelinePicture picture = chart.draw(content(List.of(mark)), frame(HOUR));

        int y = (int) hit(picture, "a").bounds().getMinY() + 3;
        assertEquals(theme.phase(Phase.DISCOVERY).getRGB(), picture.image().getRGB((int) picture.xOf(START + 20 * MINUTE), y));
        assertEquals(theme.phase(Phase.CREDENTIALS).getRGB(), picture.image().getRGB((int) picture.xOf(START + 35 * MINUTE), y));
    }

    @Test
    void onlyLanesWithSomethingInViewAreLeft() {
        TimelineMark early = new TimelineMark("early", START, START + 20 * MINUTE, MarkTone.FAILED, "");
        TimelineMark late = new TimelineMark("late", START + 40 * MINUTE, START + 41 * MINUTE, MarkTone.FAILED, "");
        LaneStack all = new LaneStack(List.of(new TimelineLane("one", "one", List.of(early)), new TimelineLane("two", "two", List.of(late))));

        assertEquals(List.of("one"), all.onlySeenIn(new TimeRange(START + 15 * MINUTE, START + 30 * MINUTE)).lanes().stream().map(TimelineLane::id).toList());
        assertEquals(List.of(), all.onlySeenIn(new TimeRange(START + 50 * MINUTE, START + 60 * MINUTE)).lanes());
        assertEquals(OptionalInt.of(1), all.laneOf("late"));
    }

    @Test
    void nothingGoesWrongInVeryLittleRoom() {
        TimelineContent content = content(thousands(50));
        for (int height = 20; height < 120; height += 7) {
            TimelinePicture picture = chart.draw(content, TimelineFrame.of(FoldedTime.plain(HOUR), 130, height));
            assertEquals(height, picture.image().getHeight());
        }
    }

    private static boolean isNear(int rgb, int other) {
        return Math.abs((rgb >> 16 & 0xFF) - (other >> 16 & 0xFF)) < 90 && Math.abs((rgb & 0xFF) - (other & 0xFF)) < 90;
    }

    private static boolean hasColour(BufferedImage image, int rgb) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xFFFFFF) == (rgb & 0xFFFFFF)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<TimelineMark> thousands(int count) {
        List<TimelineMark> marks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long from = START + i * (60 * MINUTE / count);
            marks.add(new TimelineMark("s" + i, from, from + UtcTime.NANOS_PER_SECOND, MarkTone.SUCCEEDED, ""));
        }
        return marks;
    }

    private static TimelineHit hit(TimelinePicture picture, String id) {
        return picture.hits().stream().filter(hit -> hit.ids().contains(id)).findFirst().orElseThrow();
    }

    private static TimelineContent content(List<TimelineMark> marks) {
        LaneStack attempts = new LaneStack(List.of(new TimelineLane("lane", "Sign-ins", marks, 4)));
        return new TimelineContent("Records", List.of(), attempts, List.of(), Map.of(), List.of(), "no attempts");
    }

    private static TimelineFrame frame(TimeRange visible) {
        return TimelineFrame.of(FoldedTime.plain(visible), 900, 240);
    }
}
