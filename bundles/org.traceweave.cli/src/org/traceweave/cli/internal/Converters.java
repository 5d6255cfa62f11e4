package org.traceweave.cli.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import org.traceweave.model.UtcTime;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How arguments are read, and in what words a wrong one is told. */
public final class Converters {

    private Converters() {
    }

    /** Gives a command line, its subcommands included, our words for the usual types. */
    public static void register(CommandLine line) {
        line.registerConverter(ZoneId.class, Converters::zone);
        line.registerConverter(Integer.class, text -> (int) whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE));
        line.registerConverter(int.class, text -> (int) whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE));
        line.registerConverter(Long.class, text -> whole(text, Long.MIN_VALUE, Long.MAX_VALUE));
        line.registerConverter(long.class, text -> whole(text, Long.MIN_VALUE, Long.MAX_VALUE));
        line.registerConverter(Double.class, Converters::decimal);
    }

    /** A number of things: 0 or more. */
    static final class Count implements ITypeConverter<OptionalInt> {
        @Override
        public OptionalInt convert(String text) {
            return OptionalInt.of((int) whole(text, 0, Integer.MAX_VALUE));
        }
    }

    /** A number of records, or a place in a file: 0 or more. */
    static final class LargeCount implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return whole(text, 0, Long.MAX_VALUE);
        }
    }

    /** A time: ISO-8601, in UTC unless it says otherwise; a day alone is its beginning. */
    static final class Time implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            try {
                return UtcTime.parse(text);
            } catch (DateTimeException notInFull) {
                return withoutZone(text);
            }
        }

        private static long withoutZone(String text) {
            try {
                LocalDateTime time = text.contains("T") ? LocalDateTime.parse(text) : LocalDate.parse(text).atStartOfDay();
                return UtcTime.of(time.toInstant(ZoneOffset.UTC));
            } catch (DateTimeException notATime) {
                throw new TypeConversionException("'" + text + "' is no ISO-8601 time such as 2018-01-14T11:24:35Z");
            }
        }
    }

    private static long whole(String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new TypeConversionException("'" + text + "' is no whole number");
        }
        throw new TypeConversionException(text + (least == 0 ? " is not a number from 0 on" : " is too large"));
    }

    private static Double decimal(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException notANumber) {
            throw new TypeConversionException("'" + text + "' is no number");
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new TypeConversionException("'" + text + "' is no time zone; name one such as Europe/Berlin or +02:00");
        }
    }
}
