package org.traceweave.certificates;

import java.util.List;
import java.util.Optional;

/**
 * By which rules a given program, in a given state, judges chains.
 *
 * @param id stable id, such as {@code chrome-58}
 * @param title such as {@code Chrome 58 and later}
 * @param dated whether the program is kept up to date, so that of its rules those hold that were out at the time of the question; otherwise
 *         all its rules hold
 * @param settings weak-crypto settings of a machine's registry, where the policy was made from them
 * @param source where its state is described
 */
public record ChainPolicy(String id, ClientKind client, String title, boolean dated, List<PolicyRule> rules, Optional<WeakCryptoSettings> settings,
        String source) {
    public ChainPolicy {
        rules = List.copyOf(rules);
    }
}
