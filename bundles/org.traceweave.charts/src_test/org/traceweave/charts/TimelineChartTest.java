package org.traceweave.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.traceweave.model.TimeRange;
import org.traceweave.model.UtcTime;

class TimelineChartTest {

    private static final long START = UtcTime.parse("2018-01-14T11:24:00Z");
    private static final long MINUTE = 60 * UtcTime.NANOS_PER_SECOND;
    private static final TimeRange HOUR = new TimeRange(START, START + 60 * MINUTE);

    private final TimelineChart chart = new TimelineChart(ChartTheme.light("SansSerif", 12));

    @Test
    void everyAttemptIsFoundWhereItWasDrawn() {
        TimelineMark first = new TimelineMark("a", START + 10 * MINUTE, START + 12 * MINUTE, MarkTone.FAILED, "room");
        TimelineMark second = new TimelineMark("b", START + 11 * MINUTE, START + 13 * MINUTE, MarkTone.SUCCEEDED, "alice");

        TimelinePicture picture = chart.draw(content(List.of(first, second)), frame(HOUR, 1));

        assertEquals(List.of("a"), hit(picture, "a").ids());
        assertEquals(List.of("b"), hit(picture, "b").ids());
        TimelineHit hit = hit(picture, "a");
        assertEquals(Optional.of(hit), picture.hitAt(hit.bounds().getCenterX(), hit.bounds().getCenterY()));
    }

    @Test
    void aFailureAmongThousandsOfSuccessesStaysVisible() {
        List<TimelineMark> marks = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            long from = START + i * 36_000_000L;
            marks.add(new TimelineMark("s" + i, from, from + UtcTime.NANOS_PER_SECOND, MarkTone.SUCCEEDED, ""));
        }
        marks.add(new TimelineMark("failed", START + 20 * MINUTE, START + 21 * MINUTE, MarkTone.FAILED, ""));

        TimelinePicture picture = chart.draw(content(marks), frame(HOUR, 1));

        assertEquals("failed", hit(picture, "failed").ids().getFirst());
        assertTrue(picture.hits().size() <= picture.frame().width());
        assertEquals(100_001, picture.hits().stream().filter(hit -> hit.lane().equals("lane")).mapToLong(TimelineHit::count).sum());
    }

    @Test
    void timesAndPositionsAreEachOthersInverse() {
        TimelinePicture picture = chart.draw(content(List.of()), frame(HOUR, 1));
        for (long minute = 1; minute < 60; minute += 7) {
            long time = START + minute * MINUTE;
            assertEquals(time, picture.timeAt(picture.xOf(time)), 1_000_000_000.0);
        }
    }

    @Test
    void aPictureForADenseScreenHasItsPixelsAndTheSameLogicalPlaces() {
        TimelineMark mark = new TimelineMark("a", START + 10 * MINUTE, START + 12 * MINUTE, MarkTone.FAILED, "");
        TimelinePicture plain = chart.draw(content(List.of(mark)), frame(HOUR, 1));
        TimelinePicture dense = chart.draw(content(List.of(mark)), frame(HOUR, 2));

        assertEquals(plain.image().getWidth() * 2, dense.image().getWidth());
        assertEquals(hit(plain, "a").bounds().getX(), hit(dense, "a").bounds().getX(), 2);
    }

    @Test
    void volumeIsDrawnWithErrorsAtItsFoot() {
        List<VolumeBucket> volume = IntStream.range(0, 60)
                .mapToObj(i -> new VolumeBucket(new TimeRange(START + i * MINUTE, START + (i + 1) * MINUTE), i == 30 ? 5 : 0, 0, 100)).toList();
        ChartTheme theme = ChartTheme.light("SansSerif", 12);

        TimelinePicture picture = chart.draw(content(List.of()).withVolume(volume), frame(HOUR, 1));

        assertTrue(hasColour(picture.image(), theme.volumeError().getRGB()));
        assertTrue(hasColour(picture.image(), theme.volume().getRGB()));
    }

    @Test
    void theCursorStandsInEveryLane() {
        ChartTheme theme = ChartTheme.light("SansSerif", 12);
        TimelineFrame frame = new TimelineFrame(HOUR, 900, 240, 1, ZoneOffset.UTC, OptionalLong.of(START + 30 * MINUTE),
                Optional.of(new TimeRange(START + 10 * MINUTE, START + 20 * MINUTE)), Set.of());

        TimelinePicture picture = chart.draw(content(List.of()), frame);

        int x = (int) Math.round(picture.xOf(START + 30 * MINUTE));
        int band = picture.image().getRGB((int) picture.xOf(START + 15 * MINUTE), 40);
        assertTrue(IntStream.rangeClosed(x - 1, x + 1).anyMatch(column -> isNear(picture.image().getRGB(column, 40), theme.cursor().getRGB())));
        assertTrue(IntStream.rangeClosed(x - 1, x + 1).anyMatch(column -> isNear(picture.image().getRGB(column, 150), theme.cursor().getRGB())));
        assertTrue((band & 0xFF) > (band >> 16 & 0xFF) + 20, "the chosen span is tinted");
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

    private static TimelineHit hit(TimelinePicture picture, String id) {
        return picture.hits().stream().filter(hit -> hit.ids().contains(id)).findFirst().orElseThrow();
    }

    private static TimelineContent content(List<TimelineMark> marks) {
        TimelineLane lane = new TimelineLane("lane", "Sign-ins", TimelineLane.Shape.BARS, 4, marks);
        return new TimelineContent("Records", List.of(), List.of(lane), List.of());
    }

    private static TimelineFrame frame(TimeRange visible, double scale) {
        return new TimelineFrame(visible, 900, 240, scale, ZoneOffset.UTC, OptionalLong.empty(), Optional.empty(), Set.of());
    }
}
