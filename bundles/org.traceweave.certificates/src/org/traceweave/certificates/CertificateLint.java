package org.traceweave.certificates;

import java.util.List;
import org.traceweave.certificates.internal.lint.SightingRules;
import org.traceweave.certificates.internal.lint.LintRules;
import org.traceweave.certificates.internal.lint.RuleTable;
import org.traceweave.model.Lint;

/**
 * Judges a certificate by the rules L01 to L51 of reference section C.5. Each rule has a source and a date from which it holds; a certificate that
 * breaks a rule before that date gets level {@code not-effective}. Any thread.
 */
public final class CertificateLint {

    private CertificateLint() {
    }

    /** All rules, by number. */
    public static List<LintRule> rules() {
        return RuleTable.ALL;
    }

    /** What is weak or telling about a handshake: L46 for a client without a certificate, L47 for old versions and suites. */
    public static List<Lint> lint(TlsFlight flight) {
        return SightingRules.check(flight);
    }

    /** L51: a private key where it should not be. */
    public static Lint lint(FoundPrivateKey key) {
        return SightingRules.key(key);
    }

    /**
     * The rules that {@code certificate} breaks, by number.
     *
     * @param at UTC nanoseconds of the event the certificate is judged for, not of today
     */
    public static List<Lint> lint(DecodedCertificate certificate, LintContext context, long at) {
        return LintRules.check(certificate, context, at);
    }
}
