package org.traceweave.ui.certificates.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.traceweave.analysis.CertificateOpinions;
import org.traceweave.certificates.ChainAlternative;
import org.traceweave.certificates.ChainAlternatives;
import org.traceweave.certificates.ChainLink;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.TrustAnchors;
import org.traceweave.model.Certificate;

/**
 * All chains of a certificate and what is known to judge them.
 *
 * @param judged certificates as the case judged them, by SHA-1
 * @param opinions what is said of each, by SHA-1; those of the issuers that are missing too, where their thumbprints are known
 * @param pool certificates that may stand in the chain
 * @param trusted everything in the trust lists of the case
 * @param publicRoots those of public programs
 */
record ChainFacts(ChainAlternatives alternatives, Map<String, Certificate> judged, Map<String, CertificateOpinions> opinions,
        List<DecodedCertificate> pool,
        TrustAnchors trusted, TrustAnchors publicRoots) {

    static final CertificateOpinions SILENCE = new CertificateOpinions(List.of(), List.of());

    ChainFacts {
        judged = Map.copyOf(judged);
        opinions = Map.copyOf(opinions);
        pool = List.copyOf(pool);
    }

    CertificateOpinions opinions(Optional<String> sha1) {
        return sha1.map(opinions::get).orElse(SILENCE);
    }

    /** The certificates of a chain, leaf first. A peer takes or refuses a chain as a whole, which is told at its leaf. */
    List<ChainPane.Element> elements(ChainAlternative chain) {
        List<ChainPane.Element> elements = new ArrayList<>();
        for (ChainLink link : chain.links()) {
            Certificate facts = link.certificate().facts();
            CertificateOpinions all = opinions(facts.sha1());
            elements.add(new ChainPane.Element(link, facts.sha1().map(judged::get).orElse(facts), elements.isEmpty() ? all
                    : new CertificateOpinions(all.windows(), List.of())));
        }
        return elements;
    }
}
