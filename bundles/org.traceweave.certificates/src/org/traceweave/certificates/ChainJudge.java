package org.traceweave.certificates;

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
}
