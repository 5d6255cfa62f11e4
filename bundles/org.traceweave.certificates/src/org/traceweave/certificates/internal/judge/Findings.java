package org.traceweave.certificates.internal.judge;

import java.util.ArrayList;
import java.util.List;
import org.traceweave.certificates.ChainVerdict;
import org.traceweave.certificates.ElementVerdict;
import org.traceweave.certificates.Verdict;
import org.traceweave.certificates.VerdictReason;

/** The reasons found so far while a path is judged, by element. */
final class Findings {

    private final Path path;
    private final List<List<VerdictReason>> byElement = new ArrayList<>();
    private final List<VerdictReason> ofChain = new ArrayList<>();

    Findings(Path path) {
        this.path = path;
        for (int i = 0; i < path.size(); i++) {
            byElement.add(new ArrayList<>());
        }
    }

    void refuse(int element, String rule, String text, String source) {
        add(element, new VerdictReason(rule, Verdict.REFUSED, text, source));
    }

    void unknown(int element, String rule, String text, String source) {
        add(element, new VerdictReason(rule, Verdict.UNKNOWN, text, source));
    }

    void add(int element, VerdictReason reason) {
        byElement.get(element).add(reason);
    }

    void chain(VerdictReason reason) {
        ofChain.add(reason);
    }

    ChainVerdict verdict(String policy) {
        List<ElementVerdict> elements = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            elements.add(new ElementVerdict(path.get(i), path.isAnchor(i), byElement.get(i)));
        }
        return new ChainVerdict(policy, elements, ofChain);
    }
}
