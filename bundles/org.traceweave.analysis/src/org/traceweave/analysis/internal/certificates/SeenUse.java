package org.traceweave.analysis.internal.certificates;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.traceweave.certificates.LintContext.Role;
import org.traceweave.certificates.LintContext.Store;
import org.traceweave.model.Lint;

/**
 * What a certificate was used for where it was met.
 *
 * @param askedHost the name the other side asked for, or the user the certificate should be of
 * @param expectedNames names that a server of Skype for Business in this place must have
 * @param sent SHA-1 thumbprints of the list it was sent in, in that order
 * @param handshake what is weak about the handshake itself
 */
record SeenUse(Role role, Optional<String> askedHost, List<String> expectedNames, List<String> sent, OptionalInt cipherSuite, Optional<Store> store,
        List<Lint> handshake) {

    SeenUse {
        expectedNames = List.copyOf(expectedNames);
        sent = List.copyOf(sent);
        handshake = List.copyOf(handshake);
    }

    /** Exported from a Windows store. */
    static SeenUse in(Store store) {
        return new SeenUse(Role.UNKNOWN, Optional.empty(), List.of(), List.of(), OptionalInt.empty(), Optional.of(store), List.of());
    }
}
