package org.traceweave.certificates;

import java.util.List;
import java.util.OptionalLong;

/**
 * One thing that a program asks of chains beyond what all ask, as the file of policies tells it.
 *
 * @param id stable id, such as {@code sha1-public}
 * @param values what {@code kind} needs: hashes, a length in bits, a number of days; none for names and notes
 * @param roots under which anchors it holds
 * @param issuedFrom UTC nanoseconds; it holds for certificates that are valid from then on or later
 * @param since UTC nanoseconds of the update or release that brought it
 * @param uncertainty nanoseconds by which {@code since} may be wrong: releases reach machines over weeks, and not every day is confirmed
 * @param verdict what follows where it is not met; {@link Verdict#UNKNOWN} for what was only reported
 * @param text a sentence without the values of a case
 * @param source who says so
 */
public record PolicyRule(String id, Kind kind, List<String> values, Roots roots, OptionalLong issuedFrom, OptionalLong since, long uncertainty,
        Verdict verdict, String text, String source) {

    /** What a rule looks at. */
    public enum Kind {
        /** The hash in the signature on each certificate but the anchor. */
        SIGNATURE_HASH,
        /** The length of RSA keys, the anchor's included. */
        RSA_BITS,
        /** The host's name must be among the alternative names; the common name does not count. */
        NAMES,
        /** How many days the leaf is valid. */
        LIFETIME,
        /** Nothing: it is said of every chain. */
        NOTE
    }

    /** Under which anchors a rule holds. */
    public enum Roots {
        ALL,
        /** Roots of the vendor's or another public program. */
        PUBLIC,
        /** Roots that an enterprise or a person added. */
        PRIVATE
    }

    public PolicyRule {
        values = List.copyOf(values);
    }

    /** Whether it was certainly not out yet. */
    public boolean isLaterThan(long time) {
        return since.isPresent() && time < since.getAsLong() - uncertainty;
    }

    /** Whether it is certain that it was out. */
    public boolean isOutAt(long time) {
        return since.isEmpty() || time >= since.getAsLong() + uncertainty;
    }
}
