package org.traceweave.cases.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.traceweave.json.JsonForm;
import org.traceweave.json.JsonFormatException;
import org.traceweave.json.JsonObject;
import org.traceweave.json.JsonOut;
import org.traceweave.model.ClockBasis;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.ClockSample;

/**
 * The zone a source's times are written in, settled before its first record is indexed: written time minus UTC in nanoseconds, a
 * multiple of a quarter of an hour, and how that is known. {@code residuals}: by host, what the samples leave after the zone.
 */
public record Zone(long offsetNanos, ClockBasis basis, List<Residual> residuals) {

    private static final long QUARTER_HOUR = 15 * 60 * UtcTime.NANOS_PER_SECOND;
    // a Date header is cut to whole seconds, so on average it is half a second early
    private static final double DATE_HEADER_LAG = 0.5;
    private static final double DATE_HEADER_UNCERTAINTY = 0.6;
    private static final double FILETIME_UNCERTAINTY = 0.2;

    /** What a host's samples leave after the zone, in seconds, and how far that may be wrong. */
    public record Residual(String host, double seconds, double uncertainty, ClockBasis basis) {
    }

    public Zone {
        residuals = List.copyOf(residuals);
    }

    /** The zone that samples measure. One who says that a format's times are UTC is believed, and the samples only tell the skew. */
    public static Zone of(boolean declaredUtc, List<ClockSample> samples) {
        if (samples.isEmpty()) {
            return new Zone(0, declaredUtc ? ClockBasis.DECLARED : ClockBasis.ASSUMED, List.of());
        }
        long[] offsets = new long[samples.size()];
        for (int i = 0; i < offsets.length; i++) {
            long difference = samples.get(i).written() - samples.get(i).utc();
            offsets[i] = Math.floorDiv(difference + QUARTER_HOUR / 2, QUARTER_HOUR) * QUARTER_HOUR;
        }
        Arrays.sort(offsets);
        long offset = declaredUtc ? 0 : offsets[offsets.length / 2];
        ClockBasis basis = declaredUtc ? ClockBasis.DECLARED : samples.getFirst().basis();
        return new Zone(offset, basis, residuals(offset, samples));
    }

    /** The zone a user named. */
    public static Zone byUser(long offsetNanos, List<ClockSample> samples) {
        return new Zone(offsetNanos, ClockBasis.USER, residuals(offsetNanos, samples));
    }

    private static List<Residual> residuals(long offset, List<ClockSample> samples) {
        Map<String, List<ClockSample>> byHost = new LinkedHashMap<>();
        for (ClockSample sample : samples) {
            byHost.computeIfAbsent(sample.host(), host -> new ArrayList<>()).add(sample);
        }
        List<Residual> residuals = new ArrayList<>();
        byHost.forEach((host, own) -> residuals.add(residual(host, offset, own)));
        return residuals;
    }

    private static Residual residual(String host, long offset, List<ClockSample> samples) {
        boolean fine = samples.stream().anyMatch(sample -> sample.basis() == ClockBasis.NTLM_FILETIME);
        ClockBasis basis = fine ? ClockBasis.NTLM_FILETIME : ClockBasis.DATE_HEADER;
        double[] seconds = samples.stream().filter(sample -> (sample.basis() == ClockBasis.NTLM_FILETIME) == fine)
                .mapToDouble(sample -> UtcTime.secondsBetween(sample.utc() + offset, sample.written())).sorted().toArray();
        double median = seconds[seconds.length / 2];
        double spread = Arrays.stream(seconds).map(value -> Math.abs(value - median)).sorted().toArray()[seconds.length / 2];
        return fine ? new Residual(host, median, Math.max(FILETIME_UNCERTAINTY, spread), basis)
                : new Residual(host, median - DATE_HEADER_LAG, Math.max(DATE_HEADER_UNCERTAINTY, spread), basis);
    }

    public double offsetSeconds() {
        return offsetNanos / (double) UtcTime.NANOS_PER_SECOND;
    }

    /** A residual in the case's own files. */
    static final class ResidualForm implements JsonForm<Residual> {

        static final ResidualForm FORM = new ResidualForm();

        @Override
        public void write(Residual value, JsonOut out) throws IOException {
            out.text("host", value.host);
            out.decimal("seconds", value.seconds);
            out.decimal("uncertainty", value.uncertainty);
            out.word("basis", value.basis);
        }

        @Override
        public Residual read(JsonObject in) throws JsonFormatException {
            return new Residual(in.text("host"), in.decimal("seconds"), in.decimal("uncertainty"), in.word("basis", ClockBasis.class));
        }
    }

    /** A zone in the case's own files. */
    static final class ZoneForm implements JsonForm<Zone> {

        static final ZoneForm FORM = new ZoneForm();

        @Override
        public void write(Zone value, JsonOut out) throws IOException {
            out.number("offset", value.offsetNanos);
            out.word("basis", value.basis);
            out.objects("residuals", value.residuals, ResidualForm.FORM);
        }

        @Override
        public Zone read(JsonObject in) throws JsonFormatException {
            return new Zone(in.number("offset"), in.word("basis", ClockBasis.class), in.objects("residuals", ResidualForm.FORM));
        }
    }
}
