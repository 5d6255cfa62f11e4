package org.traceweave.certificates;

import java.util.List;

/**
 * The verdict on one certificate of a chain, with every reason for it; no reason where nothing is wrong.
 *
 * @param anchor whether it is trusted for being in a trust list, so that its own signature does not count
 */
public record ElementVerdict(DecodedCertificate certificate, boolean anchor, List<VerdictReason> reasons) {
    public ElementVerdict {
        reasons = List.copyOf(reasons);
    }

    public Verdict verdict() {
        return reasons.stream().map(VerdictReason::verdict).reduce(Verdict.ACCEPTED, Verdict::and);
    }
}
