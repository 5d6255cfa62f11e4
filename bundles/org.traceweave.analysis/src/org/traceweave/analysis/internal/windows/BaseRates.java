package org.traceweave.analysis.internal.windows;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.traceweave.model.UtcTime;

/**
 * How much more often an event stands beside failing sign-ins than beside good ones, and than it would by chance: the lift
 * P(event | fail) / P(event | ok) of each host, provider, event and alert. A scanner's constant noise has a lift of about 1.
 */
final class BaseRates {

    private static final double NANOS_PER_HOUR = 3600.0 * UtcTime.NANOS_PER_SECOND;

    private final Population population;
    private final EventIndex events;
    private final long window;
    private final Map<String, Rate> rates = new HashMap<>();

    /** Counts over the sign-ins at the host: those with such an event beside them, of all. {@code perHour}: over the whole time. */
    record Rate(int failedWith, int failed, int succeededWith, int succeeded, double perHour, double lift) {

        /** From 0, where the event says nothing of failing, to 1. A lift of 3 is worth a half. */
        double weight() {
            return Math.max(0, (lift - 1) / (lift + 1));
        }

        String inWords() {
            return String.format(Locale.ROOT, "beside %d of %d failed and %d of %d good sign-ins, %.1f an hour, lift %.1f", failedWith, failed,
                    succeededWith, succeeded, perHour, lift);
        }
    }

    /** @param window how far from a sign-in an event still stands beside it, nanoseconds */
    BaseRates(Population population, EventIndex events, long window) {
        this.population = population;
        this.events = events;
        this.window = window;
    }

    Rate of(JudgedEvent event) {
        return rates.computeIfAbsent(event.series(), absent -> events.series(event).map(series -> rate(event.host(), series))
                .orElse(new Rate(0, 0, 0, 0, 0, 1)));
    }

    private Rate rate(String host, EventSeries series) {
        int[] all = new int[2];
        int[] with = new int[2];
        double lasted = 0;
        for (Population.Stay stay : population.stays(host)) {
            int which = stay.failed() ? 0 : 1;
            all[which]++;
            lasted += stay.end() - stay.start() + 2.0 * window;
            with[which] += series.hasBetween(stay.start() - window, stay.end() + window) ? 1 : 0;
        }
        double hours = Math.max(1, (series.last() - series.first()) / NANOS_PER_HOUR);
        double perHour = series.size() / hours;
        double typical = all[0] + all[1] == 0 ? 2.0 * window : lasted / (all[0] + all[1]);
        // one event makes no rate: only what comes again and again stands beside everything by chance
        double byChance = series.size() < 3 ? 0 : 1 - Math.exp(-perHour * typical / NANOS_PER_HOUR);
        double ifFailed = (with[0] + 0.5) / (all[0] + 1);
        double ifSucceeded = Math.max(byChance, (with[1] + 0.25) / (all[1] + 1));
        return new Rate(with[0], all[0], with[1], all[1], perHour, ifFailed / ifSucceeded);
    }
}
