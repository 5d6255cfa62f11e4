package org.traceweave.certificates.internal.lint;

import java.util.Arrays;
import java.util.Set;
import org.traceweave.certificates.ChainLink;
import org.traceweave.certificates.internal.x509.AlgorithmName;
import org.traceweave.model.LintLevel;

/**
 * L01 to L05, L33, L40: how a certificate is signed. What counts is the signature on each certificate but the root; the root's own is
 * information only.
 */
final class SignatureRules {

    private static final Set<String> BROKEN = Set.of("MD2", "MD4", "MD5");
    private static final Set<String> WEAK = Set.of("SHA1", "SHA");

    private SignatureRules() {
    }

    static void check(Judged judged) {
        String hash = judged.facts.signatureHash().orElse("");
        if (judged.selfSigned) {
            if (BROKEN.contains(hash) || WEAK.contains(hash)) {
                judged.add("L03", LintLevel.INFO, "the root signs itself with " + hash
                        + ", which does not matter for trust; look at the certificates it has signed");
            }
        } else if (BROKEN.contains(hash)) {
            judged.addEnforced("L04", LintLevel.ERROR, RuleTable.MD5_REFUSED, edge(judged, hash)
                    + "; refused by Windows and all browsers. Issue it again with SHA-256");
        } else if (WEAK.contains(hash) && !judged.tlsDskUser) {
            judged.addEnforced(judged.ca ? "L02" : "L01", judged.context.refusedAsWeak() ? LintLevel.ERROR : LintLevel.WARNING,
                    RuleTable.SHA1_REFUSED, edge(judged, hash) + "; " + effect(judged));
        }
        pss(judged);
        mismatch(judged);
        verification(judged);
    }

    private static String edge(Judged judged, String hash) {
        String date = judged.facts.notBefore().isPresent() ? " on " + Judged.date(judged.facts.notBefore().getAsLong()) : "";
        return "signed by " + judged.facts.issuer().filter(name -> !name.isEmpty()).orElse("an unnamed issuer") + " using "
                + judged.facts.signatureAlgorithm().orElse(hash) + date;
    }

    private static String effect(Judged judged) {
        if (judged.context.refusedAsWeak()) {
            return "a relying machine refused it as weak. Issue it again from a CA that signs with SHA-256";
        }
        if (judged.context.publicTrust()) {
            return "refused by Edge and Internet Explorer since 2017-05-09 and by Chrome since 56";
        }
        return "under a private root Windows accepts it by default, Chrome since 57 and strict clients do not";
    }

    private static void pss(Judged judged) {
        if (judged.certificate.signatureAlgorithm().isPresent()
                && judged.facts.signatureAlgorithm().filter("rsassaPss"::equals).isPresent() && !judged.selfSigned) {
            judged.add("L05", LintLevel.ERROR, "signed with RSASSA-PSS, which Lync and Skype for Business do not support "
                    + "(errors on sign-in and call forwarding); set AlternateSignatureAlgorithm=0 on the CA");
        }
    }

    private static void mismatch(Judged judged) {
        var inner = judged.certificate.innerSignatureAlgorithm();
        var outer = judged.certificate.signatureAlgorithm();
        if (inner.isPresent() && outer.isPresent() && !Arrays.equals(inner.get().encoded(), outer.get().encoded())) {
            judged.add("L40", LintLevel.ERROR, "the signed part says " + name(inner.get()) + ", the signature says " + name(outer.get()));
        }
    }

    private static String name(org.traceweave.certificates.DerNode algorithm) {
        try {
            AlgorithmName name = AlgorithmName.read(algorithm);
            return algorithm.children().size() > 1 ? name.name() + " with parameters" : name.name();
        } catch (org.traceweave.certificates.internal.der.DerException e) {
            return "something undecodable";
        }
    }

    private static void verification(Judged judged) {
        judged.context.chain().map(chain -> chain.links().getFirst()).filter(link -> link.signature() == ChainLink.SignatureCheck.WRONG)
                .ifPresent(link -> judged.add("L33", LintLevel.ERROR, "the signature does not verify with the key of "
                        + judged.facts.issuer().orElse("its issuer") + ": a stale CA certificate of the same name, or a damaged certificate"));
    }
}
