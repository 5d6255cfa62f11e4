package org.traceweave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.samples.ClsWriter;

/** {@code search} and {@code histogram} over two small cases whose records alternate in time. */
class SearchVerbTest {

    @TempDir
    static Path folder;

    private static Path even;
    private static Path odd;

    /** Ten records a second apart: those of even seconds in one case, the others in the other. */
    @BeforeAll
    static void twoCases() throws IOException {
        even = imported("even", 0);
        odd = imported("odd", 1);
    }

    private static Path imported(String name, int first) throws IOException {
        ClsWriter writer = new ClsWriter();
        for (int second = first; second < 10; second += 2) {
            writer.host("POOL01\\FE0" + (second % 4 + 1)).at("2018-10-16T11:00:0" + second + "Z").trace("tick " + second);
        }
        Path source = Files.write(folder.resolve(name + ".txt"), writer.toBytes());
        Path made = folder.resolve(name + ".case");
        Answer.to("import", made, source).done();
        return made;
    }

    private static List<Integer> seconds(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.add(0, "search");
        all.add("--json");
        List<Integer> seconds = new ArrayList<>();
        for (@Nullable Object time : Answer.to(all.toArray()).values("time")) {
            seconds.add(Character.digit(String.valueOf(time).charAt("2018-10-16T11:00:0".length()), 10));
        }
        return seconds;
    }

    @Test
    void severalCasesAreOneListByTime() {
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), seconds(even, odd, "tick"));
    }

    @Test
    void reverseIsLatestFirst() {
        assertEquals(List.of(9, 8, 7), seconds(even, odd, "tick", "--reverse", "--limit", 3));
    }

    @Test
    void anEmptyQueryIsEverything() {
        assertEquals(5, seconds(even, "").size());
    }

    @Test
    void limitNoughtIsNothing() {
        assertEquals(List.of(), seconds(even, "", "--limit", 0));
    }

    @Test
    void fromIsIncludedAndToIsNot() {
        assertEquals(List.of(2, 3, 4), seconds(even, odd, "", "--from", "2018-10-16T11:00:02Z", "--to", "2018-10-16T11:00:05Z"));
    }

    @Test
    void aTimeMayHaveAnOffsetOrNone() {
        assertEquals(List.of(8), seconds(even, "", "--from", "2018-10-16T13:00:08+02:00"));
        assertEquals(List.of(8), seconds(even, "", "--from", "2018-10-16T11:00:08"));
        assertEquals(List.of(), seconds(even, "", "--from", "2018-10-17"));
    }

    @Test
    void theIdOfARecordIsTheCursorAfterWhichTheListGoesOn() {
        Object third = Objects.requireNonNull(Answer.to("search", even, odd, "", "--limit", 3, "--json").values("id").getLast());
        assertEquals(List.of(3, 4), seconds(even, odd, "", "--after", third, "--limit", 2));
        assertEquals(List.of(1, 0), seconds(even, odd, "", "--after", third, "--reverse"));
    }

    @Test
    void pagesJoinWithoutGapOrOverlap() {
        List<Integer> all = new ArrayList<>();
        Answer page = Answer.to("search", even, odd, "", "--limit", 3, "--json");
        while (!page.lines().isEmpty()) {
            page.values("text").forEach(text -> all.add(Character.digit(String.valueOf(text).strip().charAt(String.valueOf(text).strip().length() - 1), 10)));
            page = Answer.to("search", even, odd, "", "--limit", 3, "--json", "--after", Objects.requireNonNull(page.values("id").getLast()));
        }
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), all);
    }

    @Test
    void countCountsOverAllCases() {
        assertEquals("10\n", Answer.to("search", even, odd, "", "--count").done().out());
        assertEquals("{\"count\":3}\n", Answer.to("search", even, odd, "", "--count", "--json", "--from", "2018-10-16T11:00:07Z").done().out());
    }

    @Test
    void aPlainFileIsSearchedLikeACase() {
        assertEquals(List.of(1, 3, 5, 7, 9), seconds(folder.resolve("odd.txt"), "tick"));
    }

    @Test
    void zoneChangesReadableTimesAlone() {
        assertTrue(Answer.to("search", even, "", "--limit", 1, "--zone", "Europe/Berlin").done().out().startsWith("2018-10-16 13:00:00.000+02:00"));
        assertEquals(List.of("2018-10-16T11:00:00.0000000Z"), Answer.to("search", even, "", "--limit", 1, "--zone", "Europe/Berlin", "--json").values("time"));
    }

    @Test
    void readableLinesSayTheMessageWithoutItsStamp() {
        assertTrue(Answer.to("search", even, "", "--limit", 1).done().out().contains("  tick 0  ["));
    }

    @Test
    void bucketsCountWhatASearchOfTheirStretchFinds() {
        long records = 0;
        for (var bucket : Answer.to("histogram", even, "", "--buckets", 3, "--json").json()) {
            String found = Answer.to("search", even, "", "--count", "--from", Objects.requireNonNull(bucket.get("from")), "--to",
                    Objects.requireNonNull(bucket.get("to"))).done().out().strip();
            assertEquals(found, String.valueOf(bucket.get("count")));
            records += Long.parseLong(found);
        }
        assertEquals(5, records);
    }

    @Test
    void thereAreAsManyBucketsAsAskedForEmptyOnesIncluded() {
        assertEquals(40, Answer.to("histogram", odd, "", "--buckets", 40, "--json").json().size());
    }

    @Test
    void byAFieldEachValueIsCountedApart() {
        Answer answer = Answer.to("histogram", even, "", "--buckets", 1, "--by", "host", "--json");
        assertEquals(List.of("FE01", "FE03"), answer.values("value"));
    }

    @Test
    void aHistogramOfNothingIsEmpty() {
        assertEquals(List.of(), Answer.to("histogram", even, "nowhere", "--buckets", 3, "--json").json());
    }
}
