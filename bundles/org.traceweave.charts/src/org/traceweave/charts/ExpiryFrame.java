package org.traceweave.charts;

import java.time.ZoneId;

/** How an overview of expiry is looked at: its size in logical pixels, device pixels a logical one, and the zone of its axis. */
public record ExpiryFrame(int width, int height, double scale, ZoneId zone) {
}
