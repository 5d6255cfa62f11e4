package org.traceweave.certificates.internal.judge;

import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.PolicyQuestion;
import org.traceweave.certificates.PolicyRule.Roots;

/** What is known of the certificate that a path ends in: whether it is one of a public program. Only a list that was given can say so. */
enum RootKind {
    PUBLIC, PRIVATE, UNKNOWN;

    static RootKind of(Path path, PolicyQuestion question) {
        DecodedCertificate last = path.certificates().getLast();
        if (question.publicRoots().trusts(last)) {
            return PUBLIC;
        }
        boolean whole = path.anchored() || AuthorityCheck.selfIssued(last);
        return question.publicRoots().isEmpty() || !whole ? UNKNOWN : PRIVATE;
    }

    /** Whether a rule for {@code roots} holds for a root of this kind for certain. */
    boolean meets(Roots roots) {
        return roots == Roots.ALL || this == PUBLIC && roots == Roots.PUBLIC || this == PRIVATE && roots == Roots.PRIVATE;
    }

    boolean mayMeet(Roots roots) {
        return meets(roots) || this == UNKNOWN;
    }
}
