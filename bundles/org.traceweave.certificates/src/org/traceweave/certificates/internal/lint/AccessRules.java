package org.traceweave.certificates.internal.lint;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.traceweave.model.LintLevel;
import org.traceweave.model.UtcTime;

/** L22 to L25: where revocation lists and issuers can be fetched. */
final class AccessRules {

    private static final double SHORT_LIVED_SECONDS = 7 * 86_400.0;

    private AccessRules() {
    }

    static void check(Judged judged) {
        if (judged.selfSigned || judged.tlsDskUser) {
            return;
        }
        List<String> revocation = Stream.concat(judged.facts.crlUrls().stream(), judged.facts.ocspUrls().stream()).toList();
        boolean noRevocation = judged.certificate.extension("2.5.29.56").isPresent();
        boolean points = judged.certificate.extension("2.5.29.31").isPresent();
        if (revocation.isEmpty() && !points && !noRevocation && judged.server && !shortLived(judged)) {
            judged.add("L22", LintLevel.WARNING, "no CRL distribution point and no OCSP address; Skype for Business demands a distribution point");
        }
        if (!revocation.isEmpty() && revocation.stream().allMatch(AccessRules::directory)) {
            judged.add("L23", LintLevel.WARNING, "revocation can be checked through the directory (ldap) only, "
                    + "which a device outside the domain cannot read");
        }
        Stream.concat(revocation.stream(), judged.facts.issuerUrls().stream())
                .filter(url -> url.toLowerCase(Locale.ROOT).startsWith("https:")).findFirst()
                .ifPresent(url -> judged.add("L24", LintLevel.WARNING, "address of a CRL or issuer over https: " + url));
        if (judged.facts.issuerUrls().isEmpty() && judged.context.chain().filter(chain -> chain.root().isPresent()).isEmpty()) {
            judged.add("L25", LintLevel.INFO, "no address of the issuer's certificate");
        }
    }

    /** One that ends before a revocation would be known needs none (BR 4.9.1.1, since 2026-03-15 at most seven days). */
    private static boolean shortLived(Judged judged) {
        return judged.facts.notBefore().isPresent() && judged.facts.notAfter().isPresent()
                && UtcTime.secondsBetween(judged.facts.notBefore().getAsLong(), judged.facts.notAfter().getAsLong()) <= SHORT_LIVED_SECONDS;
    }

    private static boolean directory(String url) {
        return url.toLowerCase(Locale.ROOT).startsWith("ldap:///");
    }
}
