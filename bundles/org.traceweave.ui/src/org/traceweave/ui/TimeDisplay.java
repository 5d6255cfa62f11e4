package org.traceweave.ui;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.traceweave.model.UtcTime;

/**
 * How all views write times: in UTC or in the zone of this computer, by one switch that is remembered. Times are UTC nanoseconds.
 * Formatting is safe on any thread; switching belongs to the UI thread.
 */
public final class TimeDisplay {

    private static final String PREFERENCE = "timesInUtc";
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter TICKS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSS", Locale.ROOT);

    private final ZoneId local = ZoneId.systemDefault();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean utc = preferences().getBoolean(PREFERENCE, true);

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode("org.traceweave.ui");
    }

    public boolean isUtc() {
        return utc;
    }

    public ZoneId zone() {
        return utc ? ZoneOffset.UTC : local;
    }

    /** {@code UTC}, or the name of this computer's zone. */
    public String zoneName() {
        return utc ? "UTC" : local.getId();
    }

    /** Switches all views. */
    public void setUtc(boolean inUtc) {
        utc = inUtc;
        preferences().putBoolean(PREFERENCE, inUtc);
        listeners.forEach(Runnable::run);
    }

    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /** Date and time to the millisecond; empty for an unknown time. */
    public String dateTime(long nanos) {
        return format(MILLIS, nanos);
    }

    /** Date and time to the second. */
    public String seconds(long nanos) {
        return format(SECONDS, nanos);
    }

    public String day(long nanos) {
        return format(DAY, nanos);
    }

    /** The time of day to the millisecond. */
    public String clock(long nanos) {
        return format(CLOCK, nanos);
    }

    /** Date and time to the last digit that a source can write, with the zone. */
    public String exact(long nanos) {
        String text = format(TICKS, nanos);
        return text.isEmpty() ? text : text + " " + zoneName();
    }

    private String format(DateTimeFormatter formatter, long nanos) {
        return nanos == UtcTime.UNKNOWN ? "" : formatter.format(LocalDateTime.ofInstant(UtcTime.instant(nanos), zone()));
    }

    /** A span of time in the unit that suits it: {@code 340 ms}, {@code 12.4 s}, {@code 5 min 3 s}, {@code 2 h 4 min}, {@code 3 d 2 h}. */
    public static String duration(long nanos) {
        double seconds = nanos / (double) UtcTime.NANOS_PER_SECOND;
        if (seconds < 1) {
            return String.format(Locale.ROOT, "%d ms", Math.round(seconds * 1000));
        }
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        if (whole < 3600) {
            return whole / 60 + " min " + whole % 60 + " s";
        }
        if (whole < 86_400) {
            return whole / 3600 + " h " + whole % 3600 / 60 + " min";
        }
        return whole / 86_400 + " d " + whole % 86_400 / 3600 + " h";
    }
}
