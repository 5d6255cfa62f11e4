package org.traceweave.certificates.internal.judge;

import static org.traceweave.certificates.internal.judge.Rfc5280.section;

import java.util.List;
import org.traceweave.certificates.ChainLink.SignatureCheck;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.DecodedCertificate.Extension;
import org.traceweave.certificates.PathQuestion.Usage;

/** Validity, and what each certificate may do: basic constraints, path length, key usage, extended key usage down the chain. */
final class AuthorityCheck {

    private static final String ANY_USAGE = "2.5.29.37.0";

    private AuthorityCheck() {
    }

    static void check(Path path, Usage usage, long at, Findings findings) {
        for (int i = 0; i < path.size(); i++) {
            validity(path.get(i), i, at, findings);
            consistency(path.get(i), i, findings);
            usage(path, i, usage, findings);
            if (i < path.edges().size() && path.edges().get(i) == SignatureCheck.UNSUPPORTED) {
                findings.refuse(i, "signature", "the signature cannot be checked: unsupported key or algorithm", section("6.1.3"));
            }
            if (i > 0) {
                issuer(path.get(i), i, findings);
            }
        }
        pathLengths(path, findings);
    }

    /** The part of it that every program asks; what only the letter of RFC 5280 wants is left out. */
    static void essentials(Path path, Usage usage, long at, Findings findings) {
        for (int i = 0; i < path.size(); i++) {
            validity(path.get(i), i, at, findings);
            usage(path, i, usage, findings);
            if (i < path.edges().size() && path.edges().get(i) == SignatureCheck.UNSUPPORTED) {
                findings.unknown(i, "signature", "the signature cannot be checked here: unsupported key or algorithm", section("6.1.3"));
            }
            if (i > 0) {
                issuer(path.get(i), i, findings);
            }
        }
        pathLengths(path, findings);
    }

    private static void validity(DecodedCertificate certificate, int i, long at, Findings findings) {
        if (certificate.facts().notBefore().isEmpty() || certificate.facts().notAfter().isEmpty()) {
            findings.refuse(i, "validity", "the validity cannot be read", section("4.1.2.5"));
        } else if (at < certificate.facts().notBefore().getAsLong()) {
            findings.refuse(i, "validity", "not valid before " + Dates.text(certificate.facts().notBefore().getAsLong()), section("4.1.2.5"));
        } else if (at > certificate.facts().notAfter().getAsLong()) {
            findings.refuse(i, "validity", "expired on " + Dates.text(certificate.facts().notAfter().getAsLong()), section("4.1.2.5"));
        }
    }

    private static void consistency(DecodedCertificate certificate, int i, Findings findings) {
        boolean ca = certificate.facts().isCa().orElse(false);
        boolean signs = certificate.facts().keyUsage().contains("keyCertSign");
        if (!ca && signs) {
            findings.refuse(i, "key-usage", "keyCertSign without being a CA", section("4.2.1.3"));
        }
        if (!ca && certificate.facts().pathLength().isPresent()) {
            findings.refuse(i, "basic-constraints", "a path length without being a CA", section("4.2.1.9"));
        }
        if (ca && certificate.extension(Rfc5280.BASIC_CONSTRAINTS).filter(Extension::critical).isEmpty()) {
            findings.refuse(i, "basic-constraints", "basic constraints of a CA are not critical", section("4.2.1.9"));
        }
        if (certificate.extension(Rfc5280.KEY_USAGE).isPresent() && certificate.facts().keyUsage().isEmpty()) {
            findings.refuse(i, "key-usage", "key usage without a bit", section("4.2.1.3"));
        }
        if (!ca && certificate.extension(Rfc5280.NAME_CONSTRAINTS).isPresent()) {
            findings.refuse(i, "name-constraints", "name constraints in a certificate that is not a CA's", section("4.2.1.10"));
        }
    }

    private static void issuer(DecodedCertificate certificate, int i, Findings findings) {
        if (!certificate.facts().isCa().orElse(false)) {
            findings.refuse(i, "basic-constraints", "signed the certificate below it and is not a CA", section("6.1.4"));
        }
        if (certificate.extension(Rfc5280.KEY_USAGE).isPresent() && !certificate.facts().keyUsage().contains("keyCertSign")) {
            findings.refuse(i, "key-usage", "signed the certificate below it without keyCertSign", section("6.1.4"));
        }
    }

    /** The usage must be allowed by the leaf and, as all browsers and Windows ask, by each certificate above that restricts usages. */
    private static void usage(Path path, int i, Usage usage, Findings findings) {
        if (usage == Usage.ANY || path.get(i).extension(Rfc5280.EXTENDED_KEY_USAGE).isEmpty()) {
            return;
        }
        List<String> usages = path.get(i).facts().extendedKeyUsage();
        if (!usages.contains(usage.oid()) && !usages.contains(ANY_USAGE)) {
            findings.refuse(i, "extended-key-usage", "extended key usage is without " + usage.title(), section("4.2.1.12"));
        }
    }

    /** Self-issued certificates do not count, and neither does the leaf (section 4.2.1.9). */
    private static void pathLengths(Path path, Findings findings) {
        int below = 0;
        for (int i = 1; i < path.size(); i++) {
            var limit = path.get(i).facts().pathLength();
            if (limit.isPresent() && below > limit.getAsInt()) {
                findings.refuse(i, "path-length", "allows " + limit.getAsInt() + " CA certificates below it, there are " + below,
                        section("4.2.1.9"));
            }
            below += selfIssued(path.get(i)) ? 0 : 1;
        }
    }

    static boolean selfIssued(DecodedCertificate certificate) {
        return certificate.subject().isPresent() && certificate.issuer().isPresent()
                && NameComparison.key(certificate.subject().get()).equals(NameComparison.key(certificate.issuer().get()));
    }
}
