package org.traceweave.certificates.internal.lint;

import java.util.List;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.LintContext;
import org.traceweave.model.Lint;

/** Applies all rules to a certificate. */
public final class LintRules {

    private LintRules() {
    }

    public static List<Lint> check(DecodedCertificate certificate, LintContext context, long at) {
        Judged judged = new Judged(certificate, context, at);
        SignatureRules.check(judged);
        KeyRules.check(judged);
        UsageRules.check(judged);
        NameRules.check(judged);
        NameConstraintRules.check(judged);
        TimeRules.check(judged);
        AccessRules.check(judged);
        ChainRules.check(judged);
        FormRules.check(judged);
        CaseRules.check(judged);
        return judged.lints();
    }
}
