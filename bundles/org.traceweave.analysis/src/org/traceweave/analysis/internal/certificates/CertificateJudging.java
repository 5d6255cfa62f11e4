package org.traceweave.analysis.internal.certificates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.traceweave.certificates.CertificateChain;
import org.traceweave.certificates.CertificateChains;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.CertificateLint;
import org.traceweave.certificates.ChainLink;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.LintContext;
import org.traceweave.certificates.TrustAnchors;
import org.traceweave.model.Certificate;
import org.traceweave.model.ChainBuild;
import org.traceweave.model.Lint;
import org.traceweave.model.UtcTime;

/**
 * Judges the certificates of a case by all that the case knows of each: its chain as far as the case has it, every use it was seen in, and what Windows
 * said; at the time it was first met. One that only files without a time hold is judged at the end of what was captured.
 */
final class CertificateJudging {

    private static final String TIMESTAMPS = "1.3.6.1.4.1.11129.2.4.2";
    private static final String POLICIES = "2.5.29.32";
    /** The CA/Browser Forum's arc, under which public CAs say how they validated. */
    private static final String FORUM_POLICY = "2.23.140.1.";

    private final Map<String, CollectedCertificate> found;
    private final WindowsOpinions windows;
    private final long end;
    private final Function<DecodedCertificate, CertificateChain> chains;
    private final TrustAnchors trusted;
    private final TrustAnchors machines;
    private final TrustAnchors publicRoots;

    /**
     * @param machines what trust lists of machines in the case have; without any, no root is called untrusted
     * @param publicRoots what lists of public programs have, which is trusted too
     */
    CertificateJudging(Map<String, CollectedCertificate> found, List<ChainBuild> chains, long end, TrustAnchors machines, TrustAnchors publicRoots) {
        this.found = found;
        this.windows = new WindowsOpinions(chains);
        this.end = end;
        this.machines = machines;
        this.trusted = machines.and(publicRoots);
        this.publicRoots = publicRoots;
        Stream<DecodedCertificate> ofCase = found.values().stream().filter(each -> each.facts().isCa().orElse(false) || each.facts().isSelfIssued())
                .flatMap(each -> each.der().stream()).map(CertificateDecoder::examine);
        this.chains = CertificateChains.among(Stream.concat(ofCase, trusted.certificates().stream()).toList());
    }

    List<Certificate> judged() {
        List<Certificate> judged = new ArrayList<>();
        found.forEach((sha1, each) -> judged.add(each.with(each.der().map(der -> lints(sha1, each, CertificateDecoder.examine(der))).orElse(List.of()))));
        return judged;
    }

    private List<Lint> lints(String sha1, CollectedCertificate collected, DecodedCertificate certificate) {
        CertificateChain chain = chains.apply(certificate);
        LintContext known = LintContext.none().withChain(chain).withWindows(windows.of(sha1))
                .withPublicTrust(isPublic(chain) || chain.root().filter(publicRoots::trusts).isPresent());
        known = machines.isEmpty() ? known : known.withTrustedAnchors(chain.root().filter(trusted::trusts).flatMap(root -> root.facts().sha256())
                .map(Set::of).orElse(Set.of()));
        long at = collected.firstTime() == UtcTime.UNKNOWN ? end : collected.firstTime();
        Set<Lint> lints = new LinkedHashSet<>();
        List<SeenUse> uses = collected.uses();
        if (uses.isEmpty()) {
            lints.addAll(CertificateLint.lint(certificate, known, at));
        }
        for (SeenUse use : uses) {
            lints.addAll(CertificateLint.lint(certificate, context(known, use), at));
            lints.addAll(use.handshake());
        }
        return distinct(lints);
    }

    /** The same rule with the same text once, at its gravest level. */
    private static List<Lint> distinct(Set<Lint> lints) {
        return lints.stream().sorted(Comparator.comparing(Lint::id).thenComparing(Lint::text).thenComparing(Lint::level))
                .collect(ArrayList::new, (kept, lint) -> {
                    boolean again = !kept.isEmpty() && kept.getLast().id().equals(lint.id()) && kept.getLast().text().equals(lint.text());
                    if (!again) {
                        kept.add(lint);
                    }
                }, ArrayList::addAll);
    }

    private LintContext context(LintContext known, SeenUse use) {
        LintContext context = known.withRole(use.role()).withExpectedNames(use.expectedNames());
        context = use.askedHost().isPresent() ? context.withAskedHost(use.askedHost().get()) : context;
        context = use.cipherSuite().isPresent() ? context.withCipherSuite(use.cipherSuite().getAsInt()) : context;
        context = use.store().isPresent() ? context.withStore(use.store().get()) : context;
        List<DecodedCertificate> sent = use.sent().stream().map(found::get).filter(Objects::nonNull).flatMap(each -> each.der().stream())
                .map(CertificateDecoder::examine).toList();
        return context.withSent(sent);
    }

    /** Whether a public CA issued it: such certificates are logged, or name a policy of the CA/Browser Forum. */
    private static boolean isPublic(CertificateChain chain) {
        return chain.links().stream().map(ChainLink::certificate).anyMatch(certificate -> certificate.extension(TIMESTAMPS).isPresent()
                || certificate.facts().extensions().stream().anyMatch(extension -> extension.oid().equals(POLICIES) && extension.text().contains(FORUM_POLICY)));
    }
}
