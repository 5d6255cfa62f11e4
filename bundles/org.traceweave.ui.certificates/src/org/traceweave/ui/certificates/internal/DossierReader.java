package org.traceweave.ui.certificates.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.traceweave.analysis.CaseAnalysis;
import org.traceweave.analysis.CertificateOpinions;
import org.traceweave.analysis.CertificateSightings;
import org.traceweave.cases.CancelSignal;
import org.traceweave.certificates.CertificateChain;
import org.traceweave.certificates.CertificateChains;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.CertificateLint;
import org.traceweave.certificates.ChainLink;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.KeyFingerprints;
import org.traceweave.certificates.LintContext;
import org.traceweave.model.Certificate;
import org.traceweave.model.UtcTime;
import org.traceweave.ui.OpenCase;

/** Gathers all that is to be told of a certificate, from the open case where there is one. For a background thread. */
final class DossierReader {

    /** Certificates of the case that a chain is looked for in; a case with more of them is searched only among these. */
    private static final int MOST_IN_POOL = 4000;

    private final Optional<OpenCase> open;
    private final List<Certificate> known;
    private final CancelSignal cancel;

    /** @param known the certificates of the case, judged */
    DossierReader(Optional<OpenCase> open, List<Certificate> known, CancelSignal cancel) {
        this.open = open;
        this.known = known;
        this.cancel = cancel;
    }

    /** What is to be told of a certificate of the case. */
    Dossier ofCase(Certificate certificate) throws IOException {
        Optional<DecodedCertificate> decoded = decoded(certificate);
        Optional<CertificateChain> chain = decoded.isPresent() ? Optional.of(CertificateChains.chainOf(decoded.get(), pool(List.of()))) : Optional.empty();
        return dossier(certificate, decoded, chain, Optional.empty());
    }

    /**
     * What is to be told of a certificate that was opened from elsewhere; one the case has too is told with what the case knows.
     *
     * @param together what was opened together with it
     */
    Dossier ofOpened(DecodedCertificate opened, List<DecodedCertificate> together, String from) throws IOException {
        CertificateChain chain = CertificateChains.chainOf(opened, pool(together));
        Optional<Certificate> inCase = known.stream().filter(each -> each.sha1().isPresent() && each.sha1().equals(opened.facts().sha1())).findFirst();
        Certificate judged = inCase.orElseGet(() -> opened.facts().with(List.of(), 0,
                CertificateLint.lint(opened, LintContext.none().withChain(chain), UtcTime.of(Instant.now()))));
        return dossier(judged, Optional.of(opened), Optional.of(chain), Optional.of(from));
    }

    private Dossier dossier(Certificate facts, Optional<DecodedCertificate> decoded, Optional<CertificateChain> chain, Optional<String> from)
            throws IOException {
        CertificateSightings sightings = open.isPresent() && !facts.seen().isEmpty()
                ? CertificateSightings.of(facts, open.get().source(), open.get().analysis(), cancel) : CertificateSightings.NONE;
        return new Dossier(facts, decoded, chain, elements(chain), sightings, sameKey(facts, decoded), from);
    }

    private List<DecodedCertificate> pool(List<DecodedCertificate> more) throws IOException {
        List<DecodedCertificate> pool = new ArrayList<>(more);
        for (Certificate other : known.subList(0, Math.min(MOST_IN_POOL, known.size()))) {
            if (cancel.isCancelled()) {
                throw new CancellationException();
            }
            if (other.isCa().orElse(true)) {
                decoded(other).ifPresent(pool::add);
            }
        }
        return pool;
    }

    private Optional<DecodedCertificate> decoded(Certificate certificate) throws IOException {
        if (open.isEmpty() || certificate.sha1().isEmpty()) {
            return Optional.empty();
        }
        return open.get().analysis().der(certificate.sha1().get(), cancel).map(CertificateDecoder::examine);
    }

    /** The chain's certificates as the case judged them, each with what is said of it. */
    private List<ChainPane.Element> elements(Optional<CertificateChain> chain) throws IOException {
        Map<String, Certificate> bySha1 = new HashMap<>();
        known.forEach(certificate -> certificate.sha1().ifPresent(sha1 -> bySha1.put(sha1, certificate)));
        List<ChainPane.Element> elements = new ArrayList<>();
        for (ChainLink link : chain.map(CertificateChain::links).orElse(List.of())) {
            String sha1 = link.certificate().facts().sha1().orElse("");
            CertificateOpinions all = opinions(sha1);
            elements.add(new ChainPane.Element(link, bySha1.getOrDefault(sha1, link.certificate().facts()),
                    elements.isEmpty() ? all : new CertificateOpinions(all.windows(), List.of())));
        }
        return elements;
    }

    private CertificateOpinions opinions(String sha1) throws IOException {
        Optional<CaseAnalysis> analysis = open.map(OpenCase::analysis);
        return analysis.isPresent() ? CertificateOpinions.on(sha1, analysis.get(), cancel) : new CertificateOpinions(List.of(), List.of());
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
