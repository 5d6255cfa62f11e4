package org.traceweave.benchmarks;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * One measured number as one JSON line. {@code ratio}: value divided by the peer's value. {@code p50} and {@code p95}: percentiles of
 * the single runs, in the same unit.
 */
public record Measurement(
        String name, double value, String unit, Optional<String> peer, OptionalDouble peerValue, OptionalDouble p50, OptionalDouble p95) {

    /** A number without a peer, from one run. */
    public static Measurement of(String name, double value, String unit) {
        return new Measurement(name, value, unit, Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** The median of several runs, with its percentiles. */
    public static Measurement ofRuns(String name, double[] runs, String unit) {
        double[] sorted = DoubleStream.of(runs).sorted().toArray();
        double median = percentile(sorted, 0.50);
        return new Measurement(name, median, unit, Optional.empty(), OptionalDouble.empty(), OptionalDouble.of(median),
                OptionalDouble.of(percentile(sorted, 0.95)));
    }

    /** The same, compared with what a peer needs for the same work. */
    public Measurement against(String newPeer, double newPeerValue) {
        return new Measurement(name, value, unit, Optional.of(newPeer), OptionalDouble.of(newPeerValue), p50, p95);
    }

    public OptionalDouble ratio() {
        return peerValue.isPresent() ? OptionalDouble.of(value / peerValue.getAsDouble()) : OptionalDouble.empty();
    }

    /** {@code {"name","value","unit","peer","peerValue","ratio","p50","p95"}}; unknown is null. */
    public String json() {
        return "{\"name\":" + quoted(name) + ",\"value\":" + number(OptionalDouble.of(value)) + ",\"unit\":" + quoted(unit)
                + ",\"peer\":" + peer.map(Measurement::quoted).orElse("null") + ",\"peerValue\":" + number(peerValue)
                + ",\"ratio\":" + number(ratio()) + ",\"p50\":" + number(p50) + ",\"p95\":" + number(p95) + "}";
    }

    private static double percentile(double[] sorted, double part) {
        return sorted[(int) Math.ceil(part * sorted.length) - 1];
    }

    private static String number(OptionalDouble number) {
        return number.isPresent() ? String.format(Locale.ROOT, "%.3f", number.getAsDouble()) : "null";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
