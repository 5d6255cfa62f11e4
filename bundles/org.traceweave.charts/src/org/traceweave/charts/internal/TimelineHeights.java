package org.traceweave.charts.internal;

import org.traceweave.charts.TimelineContent;

/**
 * How the height of a drawing is shared, in logical pixels: the lanes of attempts get what they want as far as it can be, lanes of events and
 * the volume are low where there is little room.
 */
record TimelineHeights(int attempts, int event, int volume) {

    /** Between two plots. */
    static final int GAP = 2;
    /** Above the first one. */
    static final int INSET = 2;
    /** Of the time axis. */
    static final int AXIS = 20;

    private static final int LEAST_EVENT = 11;
    private static final int EVENT = 19;
    private static final int LEAST_VOLUME = 14;
    private static final int VOLUME = 34;
    private static final int MOST_VOLUME = 80;
    private static final int LEAST_ATTEMPTS = 36;
    private static final double MOST_STRETCH = 7;

    static TimelineHeights of(TimelineContent content, int height) {
        int events = content.events().size();
        int room = Math.max(1, height - AXIS - INSET - GAP * (events + 1));
        int wanted = Math.max(LEAST_ATTEMPTS, content.attempts().height());
        int rest = room - wanted - events * EVENT - VOLUME;
        if (rest >= 0) {
            int stretched = Math.min(rest, (int) (wanted * (MOST_STRETCH - 1)));
            return new TimelineHeights(wanted + stretched, EVENT, Math.max(1, Math.min(VOLUME + rest - stretched, MOST_VOLUME)));
        }
        // Half of the room is for attempts at least, as long as the others can still be seen.
        int attempts = Math.clamp(room - events * EVENT - VOLUME, Math.min(wanted, room / 2), Math.max(wanted, room / 2));
        int below = Math.max(LEAST_VOLUME + events * LEAST_EVENT, room - attempts);
        int event = events == 0 ? 0 : Math.clamp((below - Math.max(LEAST_VOLUME, below / 5)) / events, LEAST_EVENT, EVENT);
        int volume = Math.max(LEAST_VOLUME, below - events * event);
        return new TimelineHeights(Math.max(1, room - events * event - volume), Math.max(1, event), volume);
    }

    /** The least height at which a drawing shows every lane in full. */
    static int sheet(TimelineContent content) {
        return AXIS + INSET + GAP * (content.events().size() + 1) + Math.max(LEAST_ATTEMPTS, content.attempts().height())
                + content.events().size() * EVENT + VOLUME;
    }
}
