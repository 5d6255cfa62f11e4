package org.traceweave.analysis.internal.signin;

import org.traceweave.model.Evidence;

/** Ids of sign-ins: the same for the same source bytes, since they are made of the id of the record that opens the attempt. */
final class SignInId {

    private SignInId() {
    }

    static String of(Evidence opening) {
        return "s-" + opening.record().orElseGet(() -> opening.source() + "-" + Long.toHexString(opening.offset()));
    }
}
