package org.traceweave.analysis.internal.signin;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.traceweave.model.Evidence;
import org.traceweave.model.SignInStep;

/**
 * One HTTP request to a web component and its answer, as a step of discovery, of the web ticket or of certificate provisioning: whose
 * it is, from where, with which program. {@code trueTime} is that of the request, corrected for the host's skew; {@code status} is 0
 * where no answer was logged; {@code diagnosticId} and {@code reason} are what web services say of a refusal.
 */
record HttpStep(long trueTime, Optional<String> user, Optional<String> clientAddress, Optional<String> userAgent, Optional<String> host,
        int status, OptionalInt diagnosticId, Optional<String> reason, long start, List<Evidence> messages, SignInStep step) {

    HttpStep {
        messages = List.copyOf(messages);
    }
}
