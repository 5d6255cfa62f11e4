package org.traceweave.analysis.internal.certificates;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.model.Certificate;
import org.traceweave.model.Evidence;
import org.traceweave.model.UtcTime;

/**
 * One certificate while a case is searched: every sighting counts, whether of its bytes or of an event that tells of it; facts decoded from its bytes
 * take the place of what an event told, whichever came first.
 */
final class CollectedCertificate {

    /** How many sightings are kept; the rest are counted. */
    private static final int SIGHTINGS = 1000;
    private static final int USES = 32;

    private Certificate facts;
    private byte @Nullable [] der;
    private long firstTime = UtcTime.UNKNOWN;
    private final List<Evidence> evidence = new ArrayList<>();
    private long count;
    private final Set<SeenUse> uses = new LinkedHashSet<>();

    /** One that an event tells of. */
    CollectedCertificate(Certificate told) {
        facts = told;
    }

    /** One whose bytes were met. */
    CollectedCertificate(byte[] der) {
        facts = CertificateDecoder.decode(der);
        this.der = der;
    }

    /** Its bytes have turned up. */
    void found(byte[] bytes) {
        if (der == null) {
            der = bytes;
            facts = CertificateDecoder.decode(bytes);
        }
    }

    /** Certificate files have no time: the earliest record that has one counts. */
    void seen(Evidence at, long time) {
        count++;
        if (time != UtcTime.UNKNOWN && (firstTime == UtcTime.UNKNOWN || time < firstTime)) {
            firstTime = time;
        }
        if (evidence.size() < SIGHTINGS) {
            evidence.add(at);
        }
    }

    void used(SeenUse use) {
        if (uses.size() < USES) {
            uses.add(use);
        }
    }

    Certificate facts() {
        return facts;
    }

    Optional<byte[]> der() {
        return Optional.ofNullable(der);
    }

    /** When it was first met, {@link UtcTime#UNKNOWN} if only in files without a time. */
    long firstTime() {
        return firstTime;
    }

    List<SeenUse> uses() {
        return List.copyOf(uses);
    }

    /** The facts with all that was seen. */
    Certificate with(List<org.traceweave.model.Lint> lints) {
        return facts.with(evidence, count, lints);
    }
}
