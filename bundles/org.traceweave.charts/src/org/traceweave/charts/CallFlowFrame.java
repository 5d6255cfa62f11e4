package org.traceweave.charts;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/**
 * How a call flow is looked at: the size of the drawing in logical pixels and the device pixels to each, how far it is scrolled, the zone
 * times are written in, the keys of the messages that are unfolded, and the row that is chosen.
 */
public record CallFlowFrame(
        int width,
        int height,
        double scale,
        int scrollX,
        int scrollY,
        ZoneId zone,
        Set<String> unfolded,
        Optional<String> chosen) {

    public CallFlowFrame {
        unfolded = Set.copyOf(unfolded);
    }

    public static CallFlowFrame of(int width, int height) {
        return new CallFlowFrame(width, height, 1, 0, 0, ZoneOffset.UTC, Set.of(), Optional.empty());
    }

    public CallFlowFrame withScale(double newScale) {
        return new CallFlowFrame(width, height, newScale, scrollX, scrollY, zone, unfolded, chosen);
    }

    public CallFlowFrame withZone(ZoneId newZone) {
        return new CallFlowFrame(width, height, scale, scrollX, scrollY, newZone, unfolded, chosen);
    }

    public CallFlowFrame withScroll(int x, int y) {
        return new CallFlowFrame(width, height, scale, x, y, zone, unfolded, chosen);
    }

    public CallFlowFrame unfolding(Set<String> keys) {
        return new CallFlowFrame(width, height, scale, scrollX, scrollY, zone, keys, chosen);
    }

    public CallFlowFrame choosing(Optional<String> row) {
        return new CallFlowFrame(width, height, scale, scrollX, scrollY, zone, unfolded, row);
    }
}
