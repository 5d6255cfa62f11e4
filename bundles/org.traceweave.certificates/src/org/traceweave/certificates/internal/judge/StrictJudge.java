package org.traceweave.certificates.internal.judge;

import java.util.List;
import org.traceweave.certificates.ChainVerdict;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.PathQuestion;
import org.traceweave.certificates.PathVerdicts;
import org.traceweave.certificates.StrictProfile;
import org.traceweave.certificates.Verdict;
import org.traceweave.certificates.VerdictReason;

/** Finds the paths of a certificate and judges each by RFC 5280 section 6, collecting every reason instead of stopping at the first. */
public final class StrictJudge {

    private StrictJudge() {
    }

    public static PathVerdicts judge(PathQuestion question) {
        PathSearch search = new PathSearch(question.intermediates(), question.anchors());
        List<ChainVerdict> verdicts = search.from(question.leaf()).stream().map(path -> judge(path, question)).toList();
        return new PathVerdicts(verdicts, search.exhaustive());
    }

    private static ChainVerdict judge(Path path, PathQuestion question) {
        Findings findings = new Findings(path);
        if (!path.anchored()) {
            findings.chain(noAnchor(path.certificates().getLast(), path.size()));
        }
        check(path, question, findings);
        return findings.verdict(question.profile().id());
    }

    /** Everything but whether an anchor is reached. */
    static void check(Path path, PathQuestion question, Findings findings) {
        FormCheck.check(path, findings);
        AuthorityCheck.check(path, question.usage(), question.at(), findings);
        NameConstraintsCheck.check(path, question.profile(), findings);
        PolicyCheck.check(path, findings);
        StrengthCheck.check(path, question.profile(), findings);
        PeerNames.check(path, question.peerNames(), findings);
        if (question.profile() == StrictProfile.WEB_PKI) {
            WebPkiCheck.check(path, question.usage(), findings);
        }
    }

    private static VerdictReason noAnchor(DecodedCertificate last, int length) {
        String text = AuthorityCheck.selfIssued(last)
                ? (length == 1 ? "it is self-signed" : "it ends in " + last.facts().subject().orElse("a certificate without a name"))
                        + " and that is not trusted"
                : "no certificate at hand whose key signed " + last.facts().subject().orElse("the last one") + "; its issuer is "
                        + last.facts().issuer().orElse("not named") + last.facts().authorityKeyId().map(id -> " with key identifier " + id).orElse("");
        return new VerdictReason("no-anchor", Verdict.REFUSED, text, Rfc5280.section("6.1"));
    }
}
