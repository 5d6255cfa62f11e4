package org.traceweave.ui.timeline.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.traceweave.model.TimeRange;
import org.traceweave.model.UtcTime;

/**
 * What someone typed to get to a time: {@code 11:03}, {@code 2018-10-16 11:03:10}, a day, a range ({@code 11:03 - 11:10}), a time and a length
 * ({@code 11:03 +5m}, {@code -30s}, {@code ±2m}), or a length alone, by which one moves ({@code +10m}) or to which one zooms ({@code 5m}). A time
 * without a day is the one nearest to what is looked at. Stateless apart from where it is read; times are UTC nanoseconds.
 */
final class TimePhrase {

    /** Where one gets: the span to show, and the moment that was meant, if one was. */
    record Target(TimeRange range, OptionalLong moment) {
    }

    private static final long SECOND = UtcTime.NANOS_PER_SECOND;
    private static final Pattern MOMENT = Pattern.compile("(?:(\\d{4})-(\\d{1,2})-(\\d{1,2}))?(?:[T ]+)?(?:(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?Z?)?");
    private static final Pattern LENGTH = Pattern.compile("((?:\\d+(?:\\.\\d+)?\\s*(?:ms|min|s|m|h|d)\\s*)+)");
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ms|min|s|m|h|d)");
    private static final Pattern WITH_LENGTH = Pattern.compile("(.*?)\\s*(\\+-|\\+/-|±|\\+|-)\\s*" + LENGTH.pattern());
    private static final Pattern BETWEEN = Pattern.compile("(.+?)(?:\\s*(?:\\.\\.|–|—|\\bto\\b)\\s*|\\s+-\\s*|(?<=:\\d{2})\\s*-\\s*)(.+)");

    private final ZoneId zone;
    private final TimeRange visible;
    private final TimeRange whole;

    TimePhrase(ZoneId zone, TimeRange visible, TimeRange whole) {
        this.zone = zone;
        this.visible = visible;
        this.whole = whole;
    }

    /** Where a phrase leads; empty if it says no time. */
    Optional<Target> read(String typed) {
        String phrase = typed.strip();
        if (phrase.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<Target> withLength = withLength(phrase);
            return withLength.isPresent() ? withLength : lengthAlone(phrase).or(() -> between(phrase)).or(() -> moment(phrase));
        } catch (DateTimeException | ArithmeticException impossible) {
            // A thirty-second of May, or a length beyond all time
            return Optional.empty();
        }
    }

    private Optional<Target> withLength(String phrase) {
        Matcher matcher = WITH_LENGTH.matcher(phrase);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long length = length(matcher.group(3));
        if (matcher.group(1).isEmpty()) {
            long by = matcher.group(2).equals("-") ? -length : length;
            return matcher.group(2).length() > 1 || matcher.group(2).equals("±") ? around(centre(), length)
                    : Optional.of(new Target(new TimeRange(visible.from() + by, visible.to() + by), OptionalLong.empty()));
        }
        Optional<Span> start = span(matcher.group(1), centre());
        return start.flatMap(span -> switch (matcher.group(2)) {
            case "+" -> Optional.of(new Target(new TimeRange(span.from, Math.addExact(span.from, length)), OptionalLong.of(span.from)));
            case "-" -> Optional.of(new Target(new TimeRange(Math.subtractExact(span.from, length), span.from), OptionalLong.of(span.from)));
            default -> around(span.from, length);
        });
    }

    private static Optional<Target> around(long moment, long reach) {
        return Optional.of(new Target(new TimeRange(Math.subtractExact(moment, reach), Math.addExact(moment, reach)), OptionalLong.of(moment)));
    }

    private Optional<Target> lengthAlone(String phrase) {
        if (!LENGTH.matcher(phrase).matches()) {
            return Optional.empty();
        }
        long length = length(phrase);
        long from = centre() - length / 2;
        return Optional.of(new Target(new TimeRange(from, Math.addExact(from, length)), OptionalLong.empty()));
    }

    private Optional<Target> between(String phrase) {
        Matcher matcher = BETWEEN.matcher(phrase);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<Span> first = span(matcher.group(1).strip(), centre());
        Optional<Span> last = first.flatMap(span -> span(matcher.group(2).strip(), span.from));
        if (last.isEmpty()) {
            return Optional.empty();
        }
        // The end of a day or minute that ends a range belongs to it; of one past midnight only the time is said.
        long from = first.get().from;
        long to = last.get().isDay ? last.get().to : last.get().from;
        if (to <= from && !last.get().isDated) {
            to += 86_400 * SECOND;
        }
        return to > from ? Optional.of(new Target(new TimeRange(from, to), OptionalLong.empty())) : Optional.empty();
    }

    private Optional<Target> moment(String phrase) {
        return span(phrase, centre()).map(span -> {
            if (span.isDay) {
                return new Target(new TimeRange(span.from, span.to), OptionalLong.empty());
            }
            long half = Math.min(visible.length(), Math.max(10 * (span.to - span.from), 4 * SECOND)) / 2;
            return new Target(new TimeRange(span.from - half, span.from + half), OptionalLong.of(span.from));
        });
    }

    private long centre() {
        return visible.from() + visible.length() / 2;
    }

    /** A moment as far as it was said: to the day, the minute, the second or finer. */
    private record Span(long from, long to, boolean isDay, boolean isDated) {
    }

    private Optional<Span> span(String text, long near) {
        Matcher matcher = MOMENT.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            return Optional.empty();
        }
        boolean isDated = matcher.group(1) != null;
        boolean isTimed = matcher.group(4) != null;
        if (!isTimed) {
            LocalDate day = day(matcher);
            return Optional.of(new Span(nanos(day.atStartOfDay()), nanos(day.plusDays(1).atStartOfDay()), true, true));
        }
        LocalTime time = LocalTime.of(number(matcher, 4), number(matcher, 5), number(matcher, 6), fraction(matcher.group(7)));
        long precision = matcher.group(6) == null ? 60 * SECOND : matcher.group(7) == null ? SECOND : SECOND / 1000;
        long from = isDated ? nanos(day(matcher).atTime(time)) : nearest(time, near);
        return Optional.of(new Span(from, from + precision, false, isDated));
    }

    /** The time of day on that of the days around {@code near} on which it lies in the case, and of those nearest to it. */
    private long nearest(LocalTime time, long near) {
        LocalDate middle = LocalDateTime.ofInstant(UtcTime.instant(near), zone).toLocalDate();
        LocalDate first = LocalDateTime.ofInstant(UtcTime.instant(whole.from()), zone).toLocalDate();
        LocalDate last = LocalDateTime.ofInstant(UtcTime.instant(whole.to()), zone).toLocalDate();
        long best = nanos(middle.atTime(time));
        for (LocalDate day : new LocalDate[] {middle, middle.minusDays(1), middle.plusDays(1), first, last}) {
            long candidate = nanos(day.atTime(time));
            boolean better = whole.contains(candidate) == whole.contains(best) ? Math.abs(candidate - near) < Math.abs(best - near)
                    : whole.contains(candidate);
            best = better ? candidate : best;
        }
        return best;
    }

    private long nanos(LocalDateTime local) {
        return UtcTime.of(local.atZone(zone).toInstant());
    }

    private static LocalDate day(Matcher matcher) {
        return LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
    }

    private static int number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
    }

    private static int fraction(String digits) {
        return digits == null ? 0 : Integer.parseInt((digits + "000000000").substring(0, 9));
    }

    private static long length(String text) {
        Matcher matcher = PART.matcher(text);
        double nanos = 0;
        while (matcher.find()) {
            nanos += Double.parseDouble(matcher.group(1)) * switch (matcher.group(2)) {
                case "ms" -> SECOND / 1000;
                case "s" -> SECOND;
                case "h" -> 3600 * SECOND;
                case "d" -> 86_400 * SECOND;
                default -> 60 * SECOND;
            };
        }
        if (nanos > Long.MAX_VALUE / 8) {
            throw new ArithmeticException("longer than all time");
        }
        return Math.max(1, Math.round(nanos));
    }
}
