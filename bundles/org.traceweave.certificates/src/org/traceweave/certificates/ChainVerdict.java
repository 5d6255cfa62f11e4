package org.traceweave.certificates;

import java.util.List;
import java.util.stream.Stream;

/**
 * The verdict on one chain under one policy, element by element.
 *
 * @param policy id of the policy that was applied, such as {@code strict-rfc5280} or {@code chrome-58}
 * @param elements leaf first
 * @param reasons what concerns the chain as a whole, such as that no anchor is reached
 */
public record ChainVerdict(String policy, List<ElementVerdict> elements, List<VerdictReason> reasons) {
    public ChainVerdict {
        elements = List.copyOf(elements);
        reasons = List.copyOf(reasons);
    }

    public Verdict verdict() {
        return allReasons().map(VerdictReason::verdict).reduce(Verdict.ACCEPTED, Verdict::and);
    }

    /** The reasons of the chain, then those of its elements, leaf first. */
    public Stream<VerdictReason> allReasons() {
        return Stream.concat(reasons.stream(), elements.stream().flatMap(element -> element.reasons().stream()));
    }

    long refusals() {
        return allReasons().filter(reason -> reason.verdict() == Verdict.REFUSED).count();
    }
}
