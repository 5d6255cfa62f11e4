package org.traceweave.certificates.internal.lint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.traceweave.certificates.CertificateChain;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.LintContext.Store;
import org.traceweave.model.LintLevel;

/** L15, L44, L48, L50: what only the place and the machines that a certificate was met at can tell. */
final class CaseRules {

    private CaseRules() {
    }

    static void check(Judged judged) {
        expectedNames(judged);
        judged.context.store().ifPresent(store -> store(judged, store));
        revocation(judged);
        anchor(judged);
    }

    /** Names a Skype for Business server must have; {@code lyncdiscoverinternal} may stand in the web services' own certificate instead. */
    private static void expectedNames(Judged judged) {
        if (!judged.server) {
            return;
        }
        List<String> hosts = judged.facts.subjectAltNames().stream().filter(name -> name.startsWith("DNS:")).map(name -> name.substring(4)).toList();
        List<String> missing = judged.context.expectedNames().stream().filter(name -> hosts.stream().noneMatch(host -> NameRules.matches(host, name))).toList();
        if (!missing.isEmpty()) {
            boolean onlyDiscovery = missing.stream().allMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("lyncdiscover"));
            judged.add("L15", onlyDiscovery ? LintLevel.INFO : LintLevel.WARNING, "a name that Skype for Business asks for is not in it: " + String.join(", ", missing));
        }
    }

    private static void store(Judged judged, Store store) {
        if (store == Store.ROOT && !judged.selfSigned) {
            judged.add("L44", LintLevel.ERROR, "stands in the store of trusted roots and is not self-signed, which breaks client certificates (HTTP 403.16, "
                    + "Lync event 32042); move it to the intermediate authorities");
        } else if (store == Store.INTERMEDIATE && judged.selfSigned) {
            judged.add("L44", LintLevel.ERROR, "is self-signed and stands in the store of intermediate authorities; a root belongs into the trusted roots");
        }
    }

    private static void revocation(Judged judged) {
        List<String> revoked = judged.context.machinesThatSay("IS_REVOKED");
        if (!revoked.isEmpty()) {
            judged.add("L48", LintLevel.ERROR, "revoked, says " + String.join(", ", revoked));
        }
        List<String> offline = judged.context.windows().stream()
                .filter(opinion -> Set.of("REVOCATION_STATUS_UNKNOWN", "IS_OFFLINE_REVOCATION").contains(opinion.error()))
                .map(opinion -> opinion.machine()).distinct().toList();
        if (!offline.isEmpty()) {
            judged.add("L48", LintLevel.WARNING, String.join(", ", offline) + " could not find out whether it is revoked");
        }
    }

    private static void anchor(Judged judged) {
        List<String> distrusting = judged.context.machinesThatSay("IS_UNTRUSTED_ROOT");
        if (!distrusting.isEmpty()) {
            judged.add("L50", LintLevel.ERROR, String.join(", ", distrusting) + " does not trust this root; on a machine outside the domain it must be imported by hand");
            return;
        }
        Optional<DecodedCertificate> root = judged.context.chain().flatMap(CertificateChain::root);
        boolean foreign = root.isPresent() && judged.context.trustedAnchors().isPresent()
                && root.get().facts().sha256().filter(judged.context.trustedAnchors().get()::contains).isEmpty();
        if (foreign) {
            judged.add("L50", LintLevel.ERROR, "its chain ends in " + NameRules.called(root.get()) + ", which is not in the list of trusted roots");
        }
    }
}
