package org.traceweave.certificates.internal.lint;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.traceweave.certificates.CertificateChain;
import org.traceweave.certificates.ChainLink;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.LintContext;
import org.traceweave.certificates.LintContext.Role;
import org.traceweave.certificates.internal.chain.Signatures;
import org.traceweave.certificates.internal.x509.DistinguishedName;
import org.traceweave.certificates.internal.x509.PublicKeyFacts;
import org.traceweave.model.Certificate;
import org.traceweave.model.Lint;
import org.traceweave.model.LintLevel;
import org.traceweave.model.UtcTime;

/** A certificate while it is judged: what it is, what is known around it, and the findings so far. */
final class Judged {

    static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    static final String ANY_USAGE = "2.5.29.37.0";
    static final String COMMON_NAME = "2.5.4.3";

    final DecodedCertificate certificate;
    final Certificate facts;
    final LintContext context;
    final long at;
    final boolean selfSigned;
    final boolean ca;
    final boolean server;
    final boolean tlsDskUser;
    final Optional<PublicKeyFacts> key;
    private final List<Lint> lints = new ArrayList<>();

    Judged(DecodedCertificate certificate, LintContext context, long at) {
        this.certificate = certificate;
        this.facts = certificate.facts();
        this.context = context;
        this.at = at;
        this.key = certificate.publicKey().flatMap(PublicKeyFacts::read);
        this.selfSigned = certificate.selfIssued()
                && Signatures.check(certificate, certificate) != ChainLink.SignatureCheck.WRONG;
        this.ca = facts.isCa().orElse(selfSigned && certificate.version().orElse(1) < 3) || facts.keyUsage().contains("keyCertSign");
        this.tlsDskUser = !ca && (context.role() == Role.TLS_DSK_USER || context.role() == Role.UNKNOWN && looksLikeTlsDskUser());
        this.server = !ca && !tlsDskUser && (context.role() == Role.SERVER || context.role() == Role.UNKNOWN && looksLikeServer());
    }

    private boolean looksLikeTlsDskUser() {
        return facts.issuer().filter(issuer -> issuer.contains("CN=Communications Server")).isPresent()
                && !facts.extendedKeyUsage().contains(SERVER_AUTH);
    }

    private boolean looksLikeServer() {
        List<String> usages = facts.extendedKeyUsage();
        boolean named = commonNames().stream().anyMatch(name -> NameRules.looksLikeHost(name) || name.matches(NameRules.IPV4))
                || facts.subjectAltNames().stream().anyMatch(name -> name.startsWith("DNS:") || name.startsWith("IP:"));
        return usages.contains(SERVER_AUTH) || (usages.isEmpty() || usages.contains(ANY_USAGE)) && named;
    }

    List<String> commonNames() {
        return certificate.subject().map(subject -> DistinguishedName.values(subject, COMMON_NAME))
                .orElse(List.of());
    }

    /** The issuer in the chain, if the chain reaches it. */
    Optional<DecodedCertificate> issuer() {
        return context.chain().map(CertificateChain::links).filter(links -> links.size() > 1).map(links -> links.get(1).certificate());
    }

    /** Certificates of the chain above this one. */
    List<DecodedCertificate> issuers() {
        return context.chain().map(chain -> chain.links().stream().skip(1).map(ChainLink::certificate).toList()).orElse(List.of());
    }

    /** Adds a finding; one whose rule was not in force when the certificate was issued is {@code not-effective}. */
    void add(String id, LintLevel level, String text) {
        boolean early = RuleTable.rule(id).effective().map(date -> issuedBefore(date)).orElse(false);
        lints.add(new Lint(id, early ? LintLevel.NOT_EFFECTIVE : level, text));
    }

    /**
     * Adds a finding of a rule that relying parties enforce from {@code refused} on, whenever the certificate was issued: it is
     * {@code not-effective} only if both issue and event, or the certificate's whole life, lie before.
     */
    void addEnforced(String id, LintLevel level, LocalDate refused, String text) {
        boolean issuedUnderRule = !RuleTable.rule(id).effective().map(this::issuedBefore).orElse(false);
        boolean metAfter = facts.notAfter().orElse(Long.MAX_VALUE) >= nanos(refused) && at >= nanos(refused);
        lints.add(new Lint(id, issuedUnderRule || metAfter ? level : LintLevel.NOT_EFFECTIVE, text));
    }

    boolean issuedBefore(LocalDate date) {
        return facts.notBefore().isPresent() && facts.notBefore().getAsLong() < nanos(date);
    }

    static long nanos(LocalDate date) {
        return UtcTime.of(date.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    static String date(long nanos) {
        return UtcTime.format(nanos).substring(0, 10);
    }

    List<Lint> lints() {
        lints.sort(java.util.Comparator.comparing(Lint::id));
        return List.copyOf(lints);
    }
}
