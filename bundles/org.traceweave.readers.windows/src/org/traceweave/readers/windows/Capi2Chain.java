package org.traceweave.readers.windows;

import java.util.List;
import java.util.Optional;

/** A certificate chain that CAPI2 built, leaf first, root last, with the trust status of the whole. */
public record Capi2Chain(Optional<String> chainRef, long errorStatus, long infoStatus, List<Capi2ChainElement> elements) {

    public Capi2Chain {
        elements = List.copyOf(elements);
    }

    /** The error bits of the chain and of each of its elements together. */
    public long allErrors() {
        long errors = errorStatus;
        for (Capi2ChainElement element : elements) {
            errors |= element.errorStatus();
        }
        return errors;
    }
}
