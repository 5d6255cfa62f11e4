package org.traceweave.analysis.internal.signin;

import java.util.Optional;
import org.traceweave.model.SignInStep;

/**
 * One HTTP record of a web component that tells of discovery, a web ticket or certificate provisioning: whose it is, from where, and
 * the step it makes. {@code trueTime} is corrected for the host's skew; {@code status} is 0 where none is stated.
 */
record HttpStep(long trueTime, Optional<String> user, Optional<String> clientAddress, Optional<String> host, int status, SignInStep step) {

    boolean isRefusal() {
        return status >= 400;
    }
}
