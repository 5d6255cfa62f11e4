package org.traceweave.certificates;

/** What a relying party does with a certificate, as far as its rules are known. */
public enum Verdict {
    ACCEPTED,
    REFUSED,
    /** The rules, or what they ask for, are not known: no statement. */
    UNKNOWN;

    /** The verdict on a whole of which both are parts: a refusal decides, then what is not known. */
    public Verdict and(Verdict other) {
        if (this == REFUSED || other == REFUSED) {
            return REFUSED;
        }
        return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : ACCEPTED;
    }
}
