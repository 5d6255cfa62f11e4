package org.traceweave.certificates;

import org.traceweave.certificates.internal.judge.ProgramJudge;
import org.traceweave.certificates.internal.judge.StrictJudge;

/**
 * Judges chains: strictly, as a careful client would, or as a given program does by a {@link ChainPolicy}. Nothing is fetched, and revocation is
 * not looked at. Bounded in time and memory whatever the certificates. Any thread.
 */
public final class ChainJudge {

    private ChainJudge() {
    }

    /**
     * All paths from the leaf to the anchors, cross-signed alternatives included, each judged by RFC 5280 with every reason. Where no anchor is
     * reached, the longest path says what is missing.
     */
    public static PathVerdicts strictly(PathQuestion question) {
        return StrictJudge.judge(question);
    }

    /**
     * All paths from the leaf, each judged as the policy's program would: what every program asks (signatures, validity, authority, usage,
     * names), and the policy's own rules. Where trust lists or membership of a root in a public program would decide and are not given, the
     * verdict is {@link Verdict#UNKNOWN} and says what is missing.
     */
    public static PathVerdicts by(ChainPolicy policy, PolicyQuestion question) {
        return ProgramJudge.judge(policy, question);
    }
}
