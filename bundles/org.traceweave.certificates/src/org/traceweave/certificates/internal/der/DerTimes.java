package org.traceweave.certificates.internal.der;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.traceweave.certificates.Asn1Tag;
import org.traceweave.certificates.DerNode;

/**
 * UTCTime and GeneralizedTime (RFC 5280 section 4.1.2.5). Forms that X.680 has and DER forbids (no seconds, a zone, fractions) are read
 * too; {@link #strict} tells them apart.
 */
public final class DerTimes {

    private DerTimes() {
    }

    public static Instant time(DerNode node) throws DerException {
        String text = new String(node.source(), node.contentOffset(), Math.min(node.contentLength(), 64), StandardCharsets.ISO_8859_1);
        try {
            if (node.isUniversal(Asn1Tag.UTC_TIME)) {
                return read(node, century(text, node) + text, text);
            }
            if (node.isUniversal(Asn1Tag.GENERALIZED_TIME)) {
                return read(node, text, text);
            }
        } catch (DateTimeException e) {
            throw notADate(node, text);
        }
        throw new DerException(node.offset(), "time expected, " + node.tagName() + " found");
    }

    /** Whether a time is written as RFC 5280 demands: seconds, {@code Z}, no fraction, UTCTime up to 2049 and GeneralizedTime after. */
    public static boolean strict(DerNode node) {
        String text = new String(node.source(), node.contentOffset(), Math.min(node.contentLength(), 64), StandardCharsets.ISO_8859_1);
        if (node.isUniversal(Asn1Tag.UTC_TIME)) {
            return text.matches("[0-9]{12}Z");
        }
        return text.matches("[0-9]{14}Z") && Integer.parseInt(text.substring(0, 4)) >= 2050;
    }

    private static String century(String text, DerNode node) throws DerException {
        if (text.length() < 2 || !Character.isDigit(text.charAt(0)) || !Character.isDigit(text.charAt(1))) {
            throw notADate(node, text);
        }
        return text.charAt(0) >= '5' ? "19" : "20";
    }

    private static Instant read(DerNode node, String full, String written) throws DerException {
        int digits = 0;
        while (digits < full.length() && full.charAt(digits) >= '0' && full.charAt(digits) <= '9') {
            digits++;
        }
        if (digits != 14 && digits != 12 && digits != 10) {
            throw notADate(node, written);
        }
        LocalDateTime local = LocalDateTime.of(number(full, 0, 4), number(full, 4, 6), number(full, 6, 8), number(full, 8, 10),
                digits > 10 ? number(full, 10, 12) : 0, digits > 12 ? number(full, 12, 14) : 0);
        int position = digits;
        long nanos = 0;
        if (position < full.length() && (full.charAt(position) == '.' || full.charAt(position) == ',')) {
            position++;
            for (long unit = 100_000_000; position < full.length() && Character.isDigit(full.charAt(position)); unit /= 10) {
                nanos += unit * Character.digit(full.charAt(position++), 10);
            }
        }
        return local.plusNanos(nanos).toInstant(zone(node, full.substring(position), written));
    }

    private static ZoneOffset zone(DerNode node, String zone, String written) throws DerException {
        if (zone.isEmpty() || zone.equals("Z")) {
            return ZoneOffset.UTC;
        }
        if (!zone.matches("[+-][0-9]{4}")) {
            throw notADate(node, written);
        }
        int sign = zone.charAt(0) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * number(zone, 1, 3), sign * number(zone, 3, 5));
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static DerException notADate(DerNode node, String text) {
        return new DerException(node.offset(), "not a date: " + Printable.text(text));
    }
}
