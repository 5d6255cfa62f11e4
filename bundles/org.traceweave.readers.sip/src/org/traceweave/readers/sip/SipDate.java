package org.traceweave.readers.sip;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.traceweave.model.UtcTime;

/** The {@code Date} header of SIP and HTTP: {@code Sat, 14 Jan 2018 11:24:35 GMT}. */
public final class SipDate {

    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private SipDate() {
    }

    /** UTC nanoseconds of a date in GMT; empty for anything else. The day of the week is not looked at. */
    public static OptionalLong parse(String value) {
        String[] words = value.substring(value.indexOf(',') + 1).strip().toLowerCase(Locale.ROOT).split("[ :]+");
        boolean gmt = words.length == 7 && (words[6].equals("gmt") || words[6].equals("utc"));
        int month = gmt ? MONTHS.indexOf(words[1]) + 1 : 0;
        if (month == 0) {
            return OptionalLong.empty();
        }
        try {
            LocalDateTime time = LocalDateTime.of(Integer.parseInt(words[2]), month, Integer.parseInt(words[0]),
                    Integer.parseInt(words[3]), Integer.parseInt(words[4]), Integer.parseInt(words[5]));
            return OptionalLong.of(UtcTime.of(time.toInstant(ZoneOffset.UTC)));
        } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
            return OptionalLong.empty();
        }
    }
}
