package org.traceweave.certificates.internal.lint;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.traceweave.certificates.internal.der.DerTimes;
import org.traceweave.model.LintLevel;
import org.traceweave.model.UtcTime;

/** L18 to L21, L42: validity, judged at the time of the event. */
final class TimeRules {

    private static final double DAY = 86_400;
    private static final int SOON_DAYS = 30;

    private TimeRules() {
    }

    static void check(Judged judged) {
        if (judged.facts.notBefore().isPresent() && judged.facts.notAfter().isPresent()) {
            long from = judged.facts.notBefore().getAsLong();
            long until = judged.facts.notAfter().getAsLong();
            validity(judged, from, until);
            longValidity(judged, from, until);
            judged.issuer().ifPresent(issuer -> {
                if (issuer.facts().notAfter().isPresent() && issuer.facts().notAfter().getAsLong() < until) {
                    judged.add("L21", LintLevel.INFO, "outlives its issuer, which ends on " + Judged.date(issuer.facts().notAfter().getAsLong()));
                }
            });
        }
        Stream.of(judged.certificate.notBefore(), judged.certificate.notAfter()).flatMap(java.util.Optional::stream)
                .filter(time -> !DerTimes.strict(time)).findFirst()
                .ifPresent(time -> judged.add("L42", LintLevel.WARNING, "a time is not written as RFC 5280 demands"));
    }

    private static void validity(Judged judged, long from, long until) {
        if (from > until) {
            judged.add("L18", LintLevel.ERROR, "ends before it begins");
        } else if (judged.at > until) {
            judged.add("L18", LintLevel.ERROR, "expired on " + Judged.date(until) + ", " + days(until, judged.at) + " before the event");
        } else if (judged.at < from) {
            judged.add("L18", LintLevel.ERROR, "valid from " + Judged.date(from) + ", " + days(judged.at, from) + " after the event");
        } else if (UtcTime.secondsBetween(judged.at, until) < SOON_DAYS * DAY && UtcTime.secondsBetween(from, until) > 2 * SOON_DAYS * DAY) {
            judged.add("L19", LintLevel.WARNING, "expires on " + Judged.date(until) + ", in " + days(judged.at, until));
        }
    }

    private static String days(long from, long to) {
        double days = UtcTime.secondsBetween(from, to) / DAY;
        return days < 2 ? Math.round(days * 24) + " hours" : Math.round(days) + " days";
    }

    private static boolean mayServe(Judged judged) {
        List<String> usages = judged.facts.extendedKeyUsage();
        return usages.isEmpty() || usages.contains(Judged.SERVER_AUTH) || usages.contains(Judged.ANY_USAGE);
    }

    /** Limits of BR 6.3.2 and SC-081v3 for public server certificates. */
    private static void longValidity(Judged judged, long from, long until) {
        if (judged.ca || judged.tlsDskUser || !judged.context.publicTrust() || !mayServe(judged)) {
            return;
        }
        int limit = from >= Judged.nanos(LocalDate.of(2029, 3, 15)) ? 47
                : from >= Judged.nanos(LocalDate.of(2027, 3, 15)) ? 100
                : from >= Judged.nanos(LocalDate.of(2026, 3, 15)) ? 200
                : from >= Judged.nanos(LocalDate.of(2020, 9, 1)) ? 398 : 825;
        double days = (UtcTime.secondsBetween(from, until) + 1) / DAY;
        if (days > limit) {
            judged.add("L20", LintLevel.WARNING, "valid for " + (long) Math.ceil(days) + " days; public CAs may give at most " + limit);
        }
    }
}
