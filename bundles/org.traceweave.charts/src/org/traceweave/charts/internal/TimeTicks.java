package org.traceweave.charts.internal;

import java.text.DateFormat;
import java.text.SimpleDateFormat;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;
import org.jfree.chart.axis.TickUnitSource;
import org.jfree.chart.axis.TickUnits;

/** The steps a time axis may have, from milliseconds to years, each with as much of the time as tells its ticks apart. */
final class TimeTicks {

    private TimeTicks() {
    }

    static TickUnitSource units(TimeZone zone) {
        TickUnits units = new TickUnits();
        add(units, zone, DateTickUnitType.MILLISECOND, "HH:mm:ss.SSS", 1, 2, 5, 10, 25, 50, 100, 200, 500);
        add(units, zone, DateTickUnitType.SECOND, "HH:mm:ss", 1, 2, 5, 10, 15, 30);
        add(units, zone, DateTickUnitType.MINUTE, "HH:mm", 1, 2, 5, 10, 15, 30);
        add(units, zone, DateTickUnitType.HOUR, "MM-dd HH:mm", 1, 2, 3, 4, 6, 12);
        add(units, zone, DateTickUnitType.DAY, "yyyy-MM-dd", 1, 2, 7, 14);
        add(units, zone, DateTickUnitType.MONTH, "yyyy-MM", 1, 2, 3, 6);
        add(units, zone, DateTickUnitType.YEAR, "yyyy", 1, 2, 5, 10, 25, 50);
        return units;
    }

    private static void add(TickUnits units, TimeZone zone, DateTickUnitType type, String pattern, int... steps) {
        for (int step : steps) {
            DateFormat format = new SimpleDateFormat(pattern, Locale.ROOT);
            format.setTimeZone(zone);
            units.add(new DateTickUnit(type, step, format));
        }
    }
}
