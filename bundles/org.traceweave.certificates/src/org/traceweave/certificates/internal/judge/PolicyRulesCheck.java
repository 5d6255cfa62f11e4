package org.traceweave.certificates.internal.judge;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.traceweave.certificates.ChainPolicy;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.PolicyQuestion;
import org.traceweave.certificates.PolicyRule;
import org.traceweave.certificates.PolicyRule.Roots;
import org.traceweave.certificates.Verdict;
import org.traceweave.certificates.VerdictReason;
import org.traceweave.certificates.internal.x509.PublicKeyFacts;

/** Whether a path meets the rules of a policy. Of rules of one kind, the first that an element breaks speaks. */
final class PolicyRulesCheck {

    private static final long DAY = 86_400_000_000_000L;
    private static final long SECOND = 1_000_000_000L;

    private final Path path;
    private final List<PolicyRule> rules;
    private final PolicyQuestion question;
    private final Findings findings;
    private final RootKind root;
    private final boolean dated;

    PolicyRulesCheck(Path path, ChainPolicy policy, PolicyQuestion question, Findings findings) {
        this.path = path;
        this.question = question;
        this.findings = findings;
        root = RootKind.of(path, question);
        dated = policy.dated();
        rules = policy.rules().stream().filter(rule -> !dated || !rule.isLaterThan(question.at())).toList();
    }

    void check() {
        rules.stream().filter(rule -> rule.kind() == PolicyRule.Kind.NOTE && root.mayMeet(rule.roots()))
                .forEach(rule -> findings.chain(new VerdictReason(rule.id(), rule.verdict(), rule.text(), rule.source())));
        for (int i = 0; i < path.size(); i++) {
            Set<PolicyRule.Kind> said = EnumSet.noneOf(PolicyRule.Kind.class);
            for (PolicyRule rule : rules) {
                if (root.mayMeet(rule.roots()) && !said.contains(rule.kind()) && issued(path.get(i), rule)) {
                    String broken = broken(rule, i);
                    if (!broken.isEmpty() && say(rule, i, broken)) {
                        said.add(rule.kind());
                    }
                }
            }
        }
    }

    private static boolean issued(DecodedCertificate certificate, PolicyRule rule) {
        return rule.issuedFrom().isEmpty() || certificate.facts().notBefore().orElse(Long.MAX_VALUE) >= rule.issuedFrom().getAsLong();
    }

    /** The fact that breaks the rule, or nothing. */
    private String broken(PolicyRule rule, int i) {
        DecodedCertificate certificate = path.get(i);
        return switch (rule.kind()) {
            case SIGNATURE_HASH -> !path.isTop(i) && rule.values().contains(certificate.facts().signatureHash().orElse(""))
                    ? "signed by " + certificate.facts().issuer().orElse("its issuer") + " with "
                            + certificate.facts().signatureAlgorithm().orElse("a weak hash")
                    : "";
            case RSA_BITS -> {
                OptionalInt bits = rsaBits(certificate);
                yield bits.isPresent() && bits.getAsInt() < Integer.parseInt(rule.values().getFirst()) ? "RSA key of " + bits.getAsInt() + " bits"
                        : "";
            }
            case NAMES -> i == 0 && !question.peerNames().isEmpty() && !PeerNames.hasHostNames(certificate) ? "no alternative names for hosts" : "";
            case LIFETIME -> i == 0 ? lifetime(certificate, Long.parseLong(rule.values().getFirst())) : "";
            case NOTE -> "";
        };
    }

    static OptionalInt rsaBits(DecodedCertificate certificate) {
        return certificate.publicKey().flatMap(PublicKeyFacts::read).flatMap(PublicKeyFacts::modulus)
                .map(modulus -> OptionalInt.of(modulus.bitLength())).orElse(OptionalInt.empty());
    }

    /** The last second counts, as RFC 5280 has it. */
    private static String lifetime(DecodedCertificate certificate, long days) {
        if (certificate.facts().notBefore().isEmpty() || certificate.facts().notAfter().isEmpty()) {
            return "";
        }
        long length = certificate.facts().notAfter().getAsLong() + SECOND - certificate.facts().notBefore().getAsLong();
        return length > days * DAY ? String.format(Locale.ROOT, "valid for %d days", Math.ceilDiv(length, DAY)) : "";
    }

    private boolean say(PolicyRule rule, int i, String fact) {
        if (dated && !rule.isOutAt(question.at()) && root.mayMeet(rule.roots()) && rule.verdict() != Verdict.ACCEPTED) {
            findings.unknown(i, rule.id(), fact + ": " + rule.text() + "; whether that had reached every machine by then is not known", rule.source());
            // a weaker rule of that kind may be certain
            return false;
        }
        if (root.meets(rule.roots())) {
            findings.add(i, new VerdictReason(rule.id(), rule.verdict(), fact + ": " + rule.text(), rule.source()));
            return true;
        }
        if (rule.verdict() == Verdict.ACCEPTED) {
            return false;
        }
        String which = rule.roots() == Roots.PUBLIC ? "is one of the public program" : "is an enterprise's own";
        findings.unknown(i, rule.id(), fact + ": " + rule.text() + "; whether the root " + which
                + " is not known, as no list of that program's roots was given", rule.source());
        return true;
    }
}
