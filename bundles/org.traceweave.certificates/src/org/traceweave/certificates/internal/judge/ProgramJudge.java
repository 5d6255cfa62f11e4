package org.traceweave.certificates.internal.judge;

import java.util.List;
import org.traceweave.certificates.ChainPolicy;
import org.traceweave.certificates.ChainVerdict;
import org.traceweave.certificates.ClientKind;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.PathQuestion;
import org.traceweave.certificates.PathVerdicts;
import org.traceweave.certificates.PolicyQuestion;
import org.traceweave.certificates.StrictProfile;
import org.traceweave.certificates.TrustAnchors;
import org.traceweave.certificates.Verdict;
import org.traceweave.certificates.VerdictReason;

/** Judges chains as a program does that has a policy. */
public final class ProgramJudge {

    private ProgramJudge() {
    }

    public static PathVerdicts judge(ChainPolicy policy, PolicyQuestion question) {
        PathSearch search = new PathSearch(question.intermediates(), question.anchors());
        List<Path> paths = search.from(question.leaf());
        return new PathVerdicts(paths.stream().map(path -> judge(path, policy, question)).toList(), search.exhaustive());
    }

    private static ChainVerdict judge(Path path, ChainPolicy policy, PolicyQuestion question) {
        Findings findings = new Findings(path);
        if (policy.client() == ClientKind.STRICT) {
            strictly(path, policy, question, findings);
        } else {
            if (policy.client() != ClientKind.SKYPE_ROOM_SYSTEM) {
                trust(path, policy.client(), question, findings);
                essentials(path, policy, question, findings);
            }
            new PolicyRulesCheck(path, policy, question, findings).check();
            policy.settings().ifPresent(settings -> new WeakSettingsCheck(path, settings, question, findings).check());
        }
        return findings.verdict(policy.id());
    }

    private static void strictly(Path path, ChainPolicy policy, PolicyQuestion question, Findings findings) {
        StrictProfile profile = policy.id().equals(StrictProfile.WEB_PKI.id()) ? StrictProfile.WEB_PKI : StrictProfile.RFC_5280;
        trust(path, policy.client(), question, findings);
        StrictJudge.check(path, new PathQuestion(question.leaf(), List.of(), TrustAnchors.none(), question.at(), question.peerNames(),
                question.usage(),
                profile), findings);
    }

    /** What every program asks. */
    private static void essentials(Path path, ChainPolicy policy, PolicyQuestion question, Findings findings) {
        AuthorityCheck.essentials(path, question.usage(), question.at(), findings);
        // programs apply constraints also where they are not critical, as the Baseline Requirements allow them to be
        NameConstraintsCheck.check(path, StrictProfile.WEB_PKI, findings);
        PeerNames.checkWithCommonName(path, question.peerNames(), findings);
    }

    private static void trust(Path path, ClientKind client, PolicyQuestion question, Findings findings) {
        if (path.anchored()) {
            return;
        }
        DecodedCertificate last = path.certificates().getLast();
        String name = last.facts().subject().orElse("a certificate without a name");
        if (AuthorityCheck.selfIssued(last)) {
            if (!question.machineListGiven()) {
                findings.chain(new VerdictReason("trust", Verdict.UNKNOWN, "it ends in " + name
                        + (question.publicRoots().isEmpty() ? "" : ", which is none of the public roots")
                        + "; whether that is trusted is not known, as no trust list of the machine was given", Rfc5280.section("6.1")));
            } else {
                findings.chain(new VerdictReason("no-anchor", Verdict.REFUSED, "it ends in " + name + ", which is in none of the trust lists given",
                        Rfc5280.section("6.1")));
            }
            return;
        }
        String missing = "the issuer of " + name + " is not at hand: " + last.facts().issuer().orElse("no name")
                + last.facts().authorityKeyId().map(id -> " with key identifier " + id).orElse("");
        if (client != ClientKind.STRICT && !last.facts().issuerUrls().isEmpty()) {
            findings.chain(new VerdictReason("issuer-missing", Verdict.UNKNOWN, missing + "; " + client.title() + " may fetch it from "
                    + last.facts().issuerUrls().getFirst() + " if the machine can reach that", "RFC 5280 section 4.2.2.1"));
        } else if (client != ClientKind.STRICT && !question.machineListGiven()) {
            findings.chain(new VerdictReason("issuer-missing", Verdict.UNKNOWN, missing
                    + "; whether the machine has it is not known, as no trust list of it "
                    + "was given", Rfc5280.section("6.1")));
        } else {
            findings.chain(new VerdictReason("issuer-missing", Verdict.REFUSED, missing, Rfc5280.section("6.1")));
        }
    }
}
