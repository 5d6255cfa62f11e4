package org.traceweave.ui.certificates.internal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.traceweave.analysis.CertificateOpinions;
import org.traceweave.analysis.CertificateSightings;
import org.traceweave.certificates.ChainAlternative;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.model.Certificate;

/**
 * All that the pages about one certificate are written from.
 *
 * @param facts as the case judged them, or as they are judged now where it was opened from elsewhere
 * @param decoded its bytes and tree; empty where only an event tells of it
 * @param chains as far as the certificates at hand reach; empty without its bytes
 * @param told the chain as Windows built it, for a certificate without its bytes; empty otherwise
 * @param sightings who saw it in the case
 * @param sameKey other certificates of the case with the same public key
 * @param openedFrom in words, where it was opened from; empty for one of the case
 */
record Dossier(Certificate facts, Optional<DecodedCertificate> decoded, Optional<ChainFacts> chains, List<Told> told, CertificateSightings sightings,
        List<Certificate> sameKey, Optional<String> openedFrom) {

    /** A certificate of a chain that Windows built, with what is known of it besides its name. */
    record Told(String name, Optional<Certificate> certificate, CertificateOpinions opinions) {
    }

    Dossier {
        told = List.copyOf(told);
        sameKey = List.copyOf(sameKey);
    }

    /** The best chain. */
    Optional<ChainAlternative> chain() {
        return chains.map(all -> all.alternatives().alternatives().getFirst());
    }

    /** The certificates of the best chain, leaf first. */
    List<ChainPane.Element> elements() {
        return chains.map(all -> all.elements(all.alternatives().alternatives().getFirst())).orElse(List.of());
    }

    /** The moment for which its validity counts: when it was last seen. */
    OptionalLong eventTime() {
        return sightings.last();
    }
}
