package org.traceweave.samples;

import java.util.Locale;

/**
 * A small deterministic source of random numbers (SplitMix64): the same seed gives the same numbers on every machine and Java
 * version. Not for secrets, not for several threads.
 */
public final class SeededRandom {

    private final long seed;
    private long state;

    public SeededRandom(long seed) {
        this.seed = seed;
        state = seed;
    }

    /** A generator of its own for the part of a case that {@code salt} names, independent of how much this one is used. */
    public SeededRandom fork(long salt) {
        return new SeededRandom(mix(seed ^ mix(salt + 0x632BE59BD9B4E019L)));
    }

    public long next() {
        state += 0x9E3779B97F4A7C15L;
        return mix(state);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A number from 0 to {@code bound} - 1. */
    public int below(int bound) {
        return (int) (((next() >>> 33) * bound) >>> 31);
    }

    /** A number from {@code from} to {@code to}, both included. */
    public int between(int from, int to) {
        return from + below(to - from + 1);
    }

    /** A fraction from 0 (included) to 1 (excluded). */
    public double fraction() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    public boolean chance(double probability) {
        return fraction() < probability;
    }

    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        long word = 0;
        for (int i = 0; i < count; i++) {
            if ((i & 7) == 0) {
                word = next();
            }
            bytes[i] = (byte) word;
            word >>>= 8;
        }
        return bytes;
    }

    /** {@code digits} lower-case hexadecimal digits. */
    public String hex(int digits) {
        StringBuilder text = new StringBuilder(digits);
        for (int i = 0; i < digits; i++) {
            text.append("0123456789abcdef".charAt((int) (next() >>> 60)));
        }
        return text.toString();
    }

    /** A random version 4 GUID, upper case with braces, as Windows prints it. */
    public String guid() {
        String h = hex(32).toUpperCase(Locale.ROOT);
        return "{" + h.substring(0, 8) + "-" + h.substring(8, 12) + "-4" + h.substring(13, 16) + "-A" + h.substring(17, 20) + "-"
                + h.substring(20) + "}";
    }
}
