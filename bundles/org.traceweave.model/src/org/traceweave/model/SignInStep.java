package org.traceweave.model;

/** One step of a sign-in attempt: what was begun when, and what came of it. {@code time}: UTC nanoseconds. */
public record SignInStep(
        Phase phase,
        long time,
        String result,
        Evidence evidence) {
}
