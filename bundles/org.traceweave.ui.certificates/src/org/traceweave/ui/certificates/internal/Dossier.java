package org.traceweave.ui.certificates.internal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.traceweave.analysis.CertificateSightings;
import org.traceweave.certificates.CertificateChain;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.model.Certificate;

/**
 * All that the pages about one certificate are written from.
 *
 * @param facts as the case judged them, or as they are judged now where it was opened from elsewhere
 * @param decoded its bytes and tree; empty where only an event tells of it
 * @param chain as far as the certificates at hand reach
 * @param elements the certificates of the chain, each with what is said of it
 * @param sightings who saw it in the case
 * @param sameKey other certificates of the case with the same public key
 * @param openedFrom in words, where it was opened from; empty for one of the case
 */
record Dossier(Certificate facts, Optional<DecodedCertificate> decoded, Optional<CertificateChain> chain, List<ChainPane.Element> elements,
        CertificateSightings sightings, List<Certificate> sameKey, Optional<String> openedFrom) {

    Dossier {
        elements = List.copyOf(elements);
        sameKey = List.copyOf(sameKey);
    }

    /** The moment for which its validity counts: when it was last seen. */
    OptionalLong eventTime() {
        return sightings.last();
    }
}
