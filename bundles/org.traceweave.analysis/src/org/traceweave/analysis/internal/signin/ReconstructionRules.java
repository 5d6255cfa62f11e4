package org.traceweave.analysis.internal.signin;

/** The times by which REGISTER traffic is cut into attempts, nanoseconds; from the command line's definition of a SignIn. */
final class ReconstructionRules {

    /** SIP's timer F: an answer, or a next step, that has not come by then does not come. */
    static final long GIVEN_UP = 32_000_000_000L;

    /** A new Call-ID this long after an end that was not final is a retry within the same attempt. */
    static final long RETRY_WITHIN = 60_000_000_000L;

    /** A retry this long after the attempt's start is a new attempt. */
    static final long ATTEMPT_AT_MOST = 300_000_000_000L;

    /** What a registration lasts where the answer does not say. */
    static final long DEFAULT_EXPIRY = 7_200_000_000_000L;

    private ReconstructionRules() {
    }
}
