package org.traceweave.cli.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.traceweave.certificates.ChainPolicy;
import org.traceweave.certificates.ChainVerdict;
import org.traceweave.certificates.ElementVerdict;
import org.traceweave.certificates.PathVerdicts;
import org.traceweave.certificates.Verdict;
import org.traceweave.certificates.VerdictReason;

/** Verdicts on a chain for a person: as whom, what, and every reason with whom it is about. */
final class VerdictText {

    private static final String REASON = "    ";

    private VerdictText() {
    }

    static void print(Shown shown, List<ChainPolicy> policies, List<PathVerdicts> verdicts) {
        for (int i = 0; i < policies.size(); i++) {
            ChainVerdict best = verdicts.get(i).best();
            shown.line("");
            shown.wrapped(best.verdict().name().toUpperCase(Locale.ROOT) + "  ", policies.get(i).title() + "  (" + policies.get(i).id() + ")");
            List<String> reasons = reasons(best);
            reasons.forEach(reason -> shown.wrapped(REASON, reason));
            if (reasons.isEmpty()) {
                shown.line(REASON + "nothing speaks against it");
            }
            if (verdicts.get(i).paths().size() > 1) {
                shown.line(REASON + "the best of " + verdicts.get(i).paths().size() + " paths");
            }
        }
        if (!policies.isEmpty()) {
            shown.line("");
            shown.line("Revocation was not looked at.");
        }
    }

    static List<String> reasons(ChainVerdict chain) {
        List<String> reasons = new ArrayList<>();
        chain.reasons().forEach(reason -> reasons.add(worded(reason, "")));
        for (ElementVerdict element : chain.elements()) {
            String name = element.certificate().facts().subject().filter(subject -> !subject.isEmpty()).orElse("a certificate without a name");
            element.reasons().forEach(reason -> reasons.add(worded(reason, name + ": ")));
        }
        return reasons;
    }

    private static String worded(VerdictReason reason, String about) {
        return (reason.verdict() == Verdict.ACCEPTED ? "allowed: " : reason.verdict() == Verdict.UNKNOWN ? "not known: " : "") + about + reason.text()
                + "  ["
                + reason.source() + "]";
    }
}
