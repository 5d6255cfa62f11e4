package org.traceweave.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.traceweave.charts.AttemptFilter;
import org.traceweave.charts.AttemptGrouping;
import org.traceweave.charts.AttemptLanes;
import org.traceweave.charts.ChartTheme;
import org.traceweave.charts.FoldedTime;
import org.traceweave.charts.HostClocks;
import org.traceweave.charts.MarkTone;
import org.traceweave.charts.TimelineChart;
import org.traceweave.charts.TimelineContent;
import org.traceweave.charts.TimelineFrame;
import org.traceweave.charts.TimelineLane;
import org.traceweave.charts.TimelineLink;
import org.traceweave.charts.TimelineMark;
import org.traceweave.charts.VolumeBucket;
import org.traceweave.model.Evidence;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.Related;
import org.traceweave.model.RelatedKind;
import org.traceweave.model.Relation;
import org.traceweave.model.Scheme;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;
import org.traceweave.model.SignInStep;
import org.traceweave.model.TimeRange;
import org.traceweave.model.UtcTime;

/**
 * How many frames a second the timeline is drawn at while a case of 100,000 attempts is panned: at several zooms, grouped by user and in one lane, on a
 * picture of 1600 by 900 pixels, drawn in full each time.
 */
final class TimelineBenchmark implements Benchmark {

    private static final int ATTEMPTS = 100_000;
    private static final int USERS = 400;
    private static final int EVENTS = 20_000;
    private static final int FRAMES = 120;
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 900;
    private static final long START = UtcTime.parse("2018-10-16T00:00:00Z");
    private static final long DAY = 86_400 * UtcTime.NANOS_PER_SECOND;
    private static final double[] ZOOMS = {1, 0.2, 0.02, 0.002};

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public List<Measurement> measure(Path work) {
        List<SignIn> signIns = signIns();
        List<TimelineLane> events = List.of(events("schannel", MarkTone.SCHANNEL), events("capi2", MarkTone.CAPI2));
        List<Measurement> measurements = new ArrayList<>();
        double slowest = Double.MAX_VALUE;
        long begun = System.nanoTime();
        Map<String, List<TimelineLink>> links = AttemptLanes.links(signIns, events, Evidence::source);
        measurements.add(Measurement.of("timeline-links", (System.nanoTime() - begun) / 1e6, "ms"));
        for (AttemptGrouping grouping : List.of(AttemptGrouping.USER, AttemptGrouping.NONE)) {
            begun = System.nanoTime();
            AttemptLanes lanes = AttemptLanes.of(signIns, grouping, AttemptFilter.ALL, HostClocks.RIGHT);
            String kind = grouping == AttemptGrouping.NONE ? "one-lane" : "by-user";
            measurements.add(Measurement.of("timeline-lanes-" + kind, (System.nanoTime() - begun) / 1e6, "ms"));
            TimelineContent content = new TimelineContent("Records", volume(), lanes.stack(), events, links, List.of(), "");
            for (double zoom : ZOOMS) {
                pan(content, zoom);
                double[] rates = pan(content, zoom);
                slowest = Math.min(slowest, DoubleStream.of(rates).sorted().skip(rates.length / 20).findFirst().orElseThrow());
                String span = (int) (zoom * DAY / UtcTime.NANOS_PER_SECOND / 60) + "min";
                measurements.add(Measurement.ofRuns("timeline-pan-" + kind + "-" + span, rates, "frames/s"));
            }
        }
        // At least this fast are 19 of 20 frames of the slowest pan
        measurements.add(Measurement.of("timeline-pan-slow", slowest, "frames/s"));
        return measurements;
    }

    /** Frames a second, each frame by itself. */
    private static double[] pan(TimelineContent content, double zoom) {
        TimelineChart chart = new TimelineChart(ChartTheme.light("SansSerif", 12));
        double[] rates = new double[FRAMES];
        long length = (long) (zoom * DAY);
        for (int i = 0; i < FRAMES; i++) {
            long from = START + (DAY - length) / FRAMES * i;
            TimelineFrame frame = TimelineFrame.of(FoldedTime.plain(new TimeRange(from, from + length)), WIDTH, HEIGHT).withScroll(i * 20).showing(true, true);
            long begun = System.nanoTime();
            chart.draw(content, frame);
            rates[i] = 1e9 / (System.nanoTime() - begun);
        }
        return rates;
    }

    private static List<SignIn> signIns() {
        SplittableRandom random = new SplittableRandom(7);
        List<SignIn> signIns = new ArrayList<>(ATTEMPTS);
        for (int i = 0; i < ATTEMPTS; i++) {
            long start = START + random.nextLong(DAY);
            int luck = random.nextInt(20);
            Outcome outcome = luck == 0 ? Outcome.FAILED : luck == 1 ? Outcome.TIMED_OUT : luck == 2 ? Outcome.ABANDONED : Outcome.SUCCEEDED;
            signIns.add(signIn(i, "user" + random.nextInt(USERS) + "@contoso.com", start, start + random.nextLong(8 * UtcTime.NANOS_PER_SECOND), outcome,
                    random.nextInt(EVENTS)));
        }
        return signIns;
    }

    private static SignIn signIn(int number, String user, long start, long end, Outcome outcome, int event) {
        Evidence evidence = new Evidence("source", number, 10, Optional.empty());
        List<SignInStep> steps = new ArrayList<>();
        Phase[] phases = Phase.values();
        for (int i = 0; i < 6; i++) {
            steps.add(new SignInStep(phases[i], start + (end - start) / 6 * i, "", evidence));
        }
        List<Related> related = outcome == Outcome.SUCCEEDED ? List.of() : List.of(new Related(RelatedKind.SCHANNEL, Relation.EXPLAINS, 0.9, 0,
                new Evidence("schannel" + event, 0, 10, Optional.empty()), List.of()));
        return new SignIn("s" + number, SignInKind.SIGN_IN, user, Optional.empty(), List.of(), Optional.of("UCCAPI/16.0 OC/16.0 (Skype for Business)"),
                Optional.empty(), List.of("FE0" + number % 4), Scheme.NTLM, start, end, outcome, phases[5], 1, OptionalInt.empty(), OptionalInt.empty(),
                Optional.empty(), Optional.empty(), List.of(), steps, List.of(evidence), related, List.of());
    }

    private static TimelineLane events(String id, MarkTone tone) {
        SplittableRandom random = new SplittableRandom(id.hashCode());
        List<TimelineMark> marks = new ArrayList<>(EVENTS);
        for (int i = 0; i < EVENTS; i++) {
            long time = START + random.nextLong(DAY);
            marks.add(new TimelineMark(id + i, time, time, tone, ""));
        }
        return new TimelineLane(id, id, marks);
    }

    private static List<VolumeBucket> volume() {
        List<VolumeBucket> volume = new ArrayList<>();
        int buckets = WIDTH / 3;
        for (int i = 0; i < buckets; i++) {
            volume.add(new VolumeBucket(new TimeRange(START + DAY / buckets * i, START + DAY / buckets * (i + 1)), i % 7, i % 11, 100 + i % 40));
        }
        return volume;
    }
}
