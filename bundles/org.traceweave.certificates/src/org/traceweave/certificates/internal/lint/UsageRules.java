package org.traceweave.certificates.internal.lint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.traceweave.certificates.CertificateChain;
import org.traceweave.certificates.CipherSuite;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.DecodedCertificate.Extension;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.LintContext.Role;
import org.traceweave.certificates.internal.der.DerException;
import org.traceweave.certificates.internal.der.DerValues;
import org.traceweave.model.CertificateExtension;
import org.traceweave.model.LintLevel;

/** L10 to L12, L29 to L31, L34, L35: what a certificate may be used for. */
final class UsageRules {

    /** Extensions that Windows understands when they are critical. */
    private static final Set<String> KNOWN_CRITICAL = Set.of("2.5.29.14", "2.5.29.15", "2.5.29.17", "2.5.29.18", "2.5.29.19", "2.5.29.30", "2.5.29.31",
            "2.5.29.32", "2.5.29.33", "2.5.29.35", "2.5.29.36", "2.5.29.37", "2.5.29.54", "2.5.29.46", "1.3.6.1.5.5.7.1.1",
            "1.3.6.1.4.1.311.21.10", "1.3.6.1.4.1.311.21.11", "1.3.6.1.4.1.311.21.12", "1.3.6.1.5.5.7.48.1.5", "1.3.6.1.5.5.7.1.3", "2.5.29.16");

    private UsageRules() {
    }

    static void check(Judged judged) {
        List<String> usages = judged.facts.extendedKeyUsage();
        boolean present = judged.certificate.extension("2.5.29.37").isPresent();
        if (judged.context.role() == Role.SERVER && present && !allows(usages, Judged.SERVER_AUTH)) {
            judged.add("L10", LintLevel.ERROR, "extended key usage is without serverAuth");
        }
        if (judged.server && !present) {
            judged.add("L11", LintLevel.INFO, "no extended key usage, so every use is allowed; Skype for Business may not offer it");
        }
        if (judged.context.role() == Role.MUTUAL_TLS_CLIENT && present && !allows(usages, Judged.CLIENT_AUTH)) {
            judged.add("L34", LintLevel.WARNING, "shown as a client in mutual TLS, without clientAuth"
                    + (judged.context.publicTrust() ? "; public CAs no longer issue it: use a private CA" : ""));
        }
        chainUsages(judged);
        applicationPolicies(judged);
        issuerRules(judged);
        leafKeyUsage(judged);
        for (CertificateExtension extension : judged.facts.extensions()) {
            if (extension.critical() && !KNOWN_CRITICAL.contains(extension.oid())) {
                judged.add("L35", LintLevel.ERROR, "critical extension " + extension.name() + " that Windows does not know");
            }
        }
    }

    private static boolean allows(List<String> usages, String usage) {
        return usages.contains(usage) || usages.contains(Judged.ANY_USAGE);
    }

    private static void chainUsages(Judged judged) {
        if (!judged.server) {
            return;
        }
        for (DecodedCertificate issuer : judged.issuers()) {
            List<String> usages = issuer.facts().extendedKeyUsage();
            if (!usages.isEmpty() && !allows(usages, Judged.SERVER_AUTH)) {
                judged.add("L12", LintLevel.ERROR, "the issuing certificate " + NameRules.called(issuer) + " does not allow serverAuth");
            }
        }
    }

    /** Windows takes application policies for the usages where both are there. */
    private static void applicationPolicies(Judged judged) {
        Optional<Extension> policies = judged.certificate.extension("1.3.6.1.4.1.311.21.10");
        if (policies.isEmpty() || judged.facts.extendedKeyUsage().isEmpty()) {
            return;
        }
        Set<String> named = new TreeSet<>();
        for (DerNode policy : policies.get().content().children()) {
            try {
                named.add(DerValues.oid(DerValues.child(policy, 0, "policy")));
            } catch (DerException e) {
                return; // told as a problem of the extension
            }
        }
        if (!named.equals(new TreeSet<>(judged.facts.extendedKeyUsage()))) {
            judged.add("L12", LintLevel.ERROR, "application policies and extended key usage differ; Windows goes by the policies");
        }
    }

    private static void issuerRules(Judged judged) {
        if (judged.ca) {
            boolean constraints = judged.facts.isCa().orElse(false);
            if (!constraints && judged.certificate.version().orElse(1) >= 3) {
                judged.add("L29", LintLevel.ERROR, "may sign certificates by its key usage, and basic constraints do not say CA");
            }
            judged.facts.extensions().stream().filter(extension -> extension.oid().equals("2.5.29.19") && !extension.critical() && constraints)
                    .findFirst().ifPresent(extension -> judged.add("L29", LintLevel.WARNING, "basic constraints of a CA are not critical"));
            if (!judged.facts.keyUsage().isEmpty() && !judged.facts.keyUsage().contains("keyCertSign")) {
                judged.add("L30", LintLevel.ERROR, "a CA without keyCertSign in its key usage");
            } else if (judged.facts.keyUsage().isEmpty() && constraints) {
                judged.add("L30", judged.selfSigned ? LintLevel.INFO : LintLevel.WARNING, "a CA with no key usage at all");
            }
            if (judged.facts.pathLength().orElse(0) < 0) {
                judged.add("L29", LintLevel.ERROR, "a path length of " + judged.facts.pathLength().getAsInt());
            }
        }
        judged.issuer().ifPresent(issuer -> {
            if (!issuer.facts().isCa().orElse(issuer.version().orElse(1) < 3 && issuer.selfIssued())) {
                judged.add("L29", LintLevel.ERROR, "issued by " + NameRules.called(issuer) + ", which is not a CA");
            }
        });
        pathLengths(judged);
    }

    private static void pathLengths(Judged judged) {
        List<DecodedCertificate> all = judged.context.chain().map(CertificateChain::links).orElse(List.of()).stream()
                .map(org.traceweave.certificates.ChainLink::certificate).toList();
        int below = 0;
        for (int i = 1; i < all.size(); i++) {
            DecodedCertificate issuer = all.get(i);
            if (issuer.facts().pathLength().isPresent() && below > issuer.facts().pathLength().getAsInt()) {
                judged.add("L29", LintLevel.ERROR, NameRules.called(issuer) + " allows " + issuer.facts().pathLength().getAsInt()
                        + " CA certificates below it, there are " + below);
            }
            below += issuer.selfIssued() ? 0 : 1;
        }
    }

    private static void leafKeyUsage(Judged judged) {
        List<String> usage = judged.facts.keyUsage();
        boolean rsa = judged.facts.keyAlgorithm().filter("rsaEncryption"::equals).isPresent();
        if (judged.server && rsa && !usage.isEmpty() && !usage.contains("digitalSignature") && !usage.contains("keyEncipherment")) {
            judged.add("L31", LintLevel.WARNING, "key usage allows neither digitalSignature nor keyEncipherment, so no TLS key exchange");
        } else if (judged.server && rsa && !usage.isEmpty() && judged.context.cipherSuite().isPresent()) {
            String suite = CipherSuite.name(judged.context.cipherSuite().getAsInt());
            String needed = suite.startsWith("TLS_RSA_") ? "keyEncipherment" : suite.startsWith("TLS_ECDHE_RSA") || suite.startsWith("TLS_DHE_RSA") ? "digitalSignature" : "";
            if (!needed.isEmpty() && !usage.contains(needed)) {
                judged.add("L31", LintLevel.WARNING, "key usage is without " + needed + ", which " + suite + " needs");
            }
        }
    }
}
