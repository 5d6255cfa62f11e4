package org.traceweave.ui.certificates.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.traceweave.analysis.CertificateOpinions;
import org.traceweave.analysis.CertificateSightings;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.CaseTrustLists;
import org.traceweave.certificates.CertificateChains;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.CertificateLint;
import org.traceweave.certificates.ChainAlternative;
import org.traceweave.certificates.ChainAlternatives;
import org.traceweave.certificates.ChainLink;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.KeyFingerprints;
import org.traceweave.certificates.LintContext;
import org.traceweave.certificates.MissingIssuer;
import org.traceweave.certificates.ReportedIssuer;
import org.traceweave.certificates.TrustAnchors;
import org.traceweave.model.Certificate;
import org.traceweave.model.ChainBuild;
import org.traceweave.model.ChainElement;
import org.traceweave.model.UtcTime;
import org.traceweave.ui.OpenCase;

/** Gathers all that is to be told of a certificate, from the open case where there is one. For a background thread. */
final class DossierReader {

    /** Certificates of the case that a chain is looked for in; a case with more of them is searched only among these. */
    private static final int MOST_IN_POOL = 4000;

    private final Optional<OpenCase> open;
    private final List<Certificate> known;
    private final CertificateBytes bytes;
    private final CancelSignal cancel;
    private final Map<String, Certificate> bySha1 = new HashMap<>();

    /**
     * @param known the certificates of the case, judged
     * @param bytes what was read of the case before
     */
    DossierReader(Optional<OpenCase> open, List<Certificate> known, CertificateBytes bytes, CancelSignal cancel) {
        this.open = open;
        this.bytes = bytes;
        this.known = known;
        this.cancel = cancel;
        known.forEach(certificate -> certificate.sha1().ifPresent(sha1 -> bySha1.put(sha1, certificate)));
    }

    /** What is to be told of a certificate of the case. */
    Dossier ofCase(Certificate certificate) throws IOException {
        Optional<DecodedCertificate> decoded = decoded(certificate);
        Optional<ChainFacts> chains = decoded.isPresent() ? Optional.of(chains(decoded.get(), List.of())) : Optional.empty();
        return dossier(certificate, decoded, chains, decoded.isPresent() ? List.of() : told(certificate), Optional.empty());
    }

    /**
     * What is to be told of a certificate that was opened from elsewhere; one the case has too is told with what the case knows.
     *
     * @param together what was opened together with it
     */
    Dossier ofOpened(DecodedCertificate opened, List<DecodedCertificate> together, String from) throws IOException {
        ChainFacts chains = chains(opened, together);
        Optional<Certificate> inCase = opened.facts().sha1().map(bySha1::get);
        Certificate judged = inCase.orElseGet(() -> opened.facts().with(List.of(), 0,
                CertificateLint.lint(opened, LintContext.none().withChain(CertificateChains.chainOf(opened, chains.pool())), UtcTime.of(Instant.now()))));
        return dossier(judged, Optional.of(opened), Optional.of(chains), List.of(), Optional.of(from));
    }

    private Dossier dossier(Certificate facts, Optional<DecodedCertificate> decoded, Optional<ChainFacts> chains, List<Dossier.Told> told,
            Optional<String> from)
            throws IOException {
        CertificateSightings sightings = open.isPresent() && !facts.seen().isEmpty()
                ? CertificateSightings.of(facts, open.get().source(), open.get().analysis(), cancel) : CertificateSightings.NONE;
        return new Dossier(facts, decoded, chains, told, sightings, sameKey(facts, decoded), from);
    }

    private ChainFacts chains(DecodedCertificate leaf, List<DecodedCertificate> together) throws IOException {
        List<DecodedCertificate> pool = new ArrayList<>(together);
        for (Certificate other : known.subList(0, Math.min(MOST_IN_POOL, known.size()))) {
            if (cancel.isCancelled()) {
                throw new CancellationException();
            }
            if (other.isCa().orElse(true)) {
                decoded(other).ifPresent(pool::add);
            }
        }
        Optional<CaseTrustLists> lists = open.map(each -> each.source().trustLists());
        TrustAnchors trusted = lists.map(CaseTrustLists::anchors).orElse(TrustAnchors.none());
        pool.addAll(trusted.certificates());
        ChainAlternatives alternatives = ChainAlternatives.of(leaf, pool, trusted, reported());
        return new ChainFacts(alternatives, judged(alternatives), opinions(alternatives), pool, trusted, lists.map(CaseTrustLists::publicRoots)
                .orElse(TrustAnchors.none()));
    }

    /** Which issuer Windows found for which certificate. */
    private List<ReportedIssuer> reported() throws IOException {
        List<ReportedIssuer> reported = new ArrayList<>();
        for (ChainBuild chain : builds()) {
            for (int i = 0; i + 1 < chain.elements().size(); i++) {
                Optional<String> issuer = chain.elements().get(i + 1).thumbprint();
                if (chain.elements().get(i).thumbprint().isPresent() && issuer.isPresent()) {
                    reported.add(new ReportedIssuer(chain.elements().get(i).thumbprint().get(), issuer.get()));
                }
            }
        }
        return reported;
    }

    private List<ChainBuild> builds() throws IOException {
        return open.isPresent() ? open.get().analysis().chainBuilds(cancel) : List.of();
    }

    private Map<String, Certificate> judged(ChainAlternatives alternatives) {
        Map<String, Certificate> judged = new HashMap<>();
        for (ChainAlternative chain : alternatives.alternatives()) {
            for (ChainLink link : chain.links()) {
                link.certificate().facts().sha1().filter(bySha1::containsKey).ifPresent(sha1 -> judged.put(sha1, bySha1.get(sha1)));
            }
            chain.missing().flatMap(MissingIssuer::sha1).filter(bySha1::containsKey).ifPresent(sha1 -> judged.put(sha1, bySha1.get(sha1)));
        }
        return judged;
    }

    private Map<String, CertificateOpinions> opinions(ChainAlternatives alternatives) throws IOException {
        Map<String, CertificateOpinions> opinions = new HashMap<>();
        for (ChainAlternative chain : alternatives.alternatives()) {
            for (ChainLink link : chain.links()) {
                addOpinions(opinions, link.certificate().facts().sha1());
            }
            addOpinions(opinions, chain.missing().flatMap(MissingIssuer::sha1));
        }
        return opinions;
    }

    private void addOpinions(Map<String, CertificateOpinions> opinions, Optional<String> sha1) throws IOException {
        if (sha1.isPresent() && open.isPresent() && !opinions.containsKey(sha1.get())) {
            opinions.put(sha1.get(), CertificateOpinions.on(sha1.get(), open.get().analysis(), cancel));
        }
    }

    /** The chain above a certificate without bytes, as the first Windows machine built it that had it. */
    private List<Dossier.Told> told(Certificate certificate) throws IOException {
        List<Dossier.Told> told = new ArrayList<>();
        for (ChainBuild chain : builds()) {
            for (ChainElement element : chain.elements()) {
                boolean self = element.thumbprint().isPresent() && element.thumbprint().equals(certificate.sha1());
                if (self || !told.isEmpty()) {
                    Map<String, CertificateOpinions> opinions = new HashMap<>();
                    addOpinions(opinions, element.thumbprint());
                    told.add(new Dossier.Told(element.subject().orElse(""), element.thumbprint().map(bySha1::get), opinions.values().stream()
                            .findFirst().orElse(ChainFacts.SILENCE)));
                }
            }
            if (!told.isEmpty()) {
                return told;
            }
        }
        return told;
    }

    private Optional<DecodedCertificate> decoded(Certificate certificate) throws IOException {
        if (open.isEmpty() || certificate.sha1().isEmpty()) {
            return Optional.empty();
        }
        return bytes.der(open.get(), certificate.sha1().get(), cancel).map(CertificateDecoder::examine);
    }

    /** Those with the same key identifier are looked at; the key itself decides. */
    private List<Certificate> sameKey(Certificate facts, Optional<DecodedCertificate> decoded) throws IOException {
        Optional<KeyFingerprints> key = decoded.flatMap(KeyFingerprints::of);
        List<Certificate> same = new ArrayList<>();
        if (key.isEmpty() || facts.subjectKeyId().isEmpty()) {
            return same;
        }
        for (Certificate other : known) {
            if (other.subjectKeyId().equals(facts.subjectKeyId()) && !other.sha1().equals(facts.sha1())
                    && decoded(other).flatMap(KeyFingerprints::of).equals(key)) {
                same.add(other);
            }
        }
        return same;
    }
}
