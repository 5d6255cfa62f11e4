package org.traceweave.analysis.internal.windows;

import org.traceweave.model.UtcTime;

/**
 * Within which time an event can be about an incident, nanoseconds. A chain is built up to 15 seconds before its handshake fails, while
 * revocation lists are waited for; what is logged afterwards comes within seconds. Time alone counts much closer.
 */
final class Window {

    static final long BEFORE = 20 * UtcTime.NANOS_PER_SECOND;
    static final long AFTER = 10 * UtcTime.NANOS_PER_SECOND;
    /** Beside each other by time alone. */
    static final long BESIDE = 2 * UtcTime.NANOS_PER_SECOND;
    /** The widest that clocks which disagree can make it. */
    static final long MOST_SLACK = 130 * UtcTime.NANOS_PER_SECOND;

    private Window() {
    }

    /** Whether an event can be about the incident; one that sums up a time before it, if the incident ended in that time. */
    static boolean admits(Incident incident, JudgedEvent event, long slack) {
        long time = event.trueTime();
        long span = event.names().spanSeconds() * UtcTime.NANOS_PER_SECOND;
        return span > 0 ? time >= incident.end() - slack && time <= incident.end() + span + slack
                : time >= incident.start() - BEFORE - slack && time <= incident.end() + AFTER + slack;
    }
}
