package org.traceweave.analysis.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.certificates.CertificateChains;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.CertificateFinder;
import org.traceweave.certificates.CertificateLint;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.FoundCertificate;
import org.traceweave.certificates.LintContext;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.IndexedRecord;
import org.traceweave.index.RecordQuery;
import org.traceweave.model.Certificate;
import org.traceweave.model.CertificateMark;
import org.traceweave.model.CertificateOrigin;
import org.traceweave.model.Evidence;
import org.traceweave.model.Lint;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.windows.Capi2Events;

/**
 * The certificates of a case: found in the records that import marked as candidates, decoded once each, and joined with what CAPI2's
 * event 90 tells of certificates whose bytes are nowhere.
 */
public final class CaseCertificates {

    /** How many sightings of one certificate are kept; the rest are counted. */
    private static final int SIGHTINGS = 1000;

    private final Case source;
    private final CancelSignal cancel;
    private final Map<String, Sightings> found = new LinkedHashMap<>();
    private final Map<String, byte[]> ders = new HashMap<>();

    /** One certificate and where it was met. */
    private static final class Sightings {
        private final Certificate facts;
        private long firstTime = UtcTime.UNKNOWN;
        private final List<Evidence> evidence = new ArrayList<>();
        private long count;

        Sightings(Certificate facts) {
            this.facts = facts;
        }

        /** Certificate files have no time: the first record that has one counts. */
        void add(Evidence at, long time) {
            count++;
            if (firstTime == UtcTime.UNKNOWN) {
                firstTime = time;
            }
            if (evidence.size() < SIGHTINGS) {
                evidence.add(at);
            }
        }
    }

    private CaseCertificates(Case source, CancelSignal cancel) {
        this.source = source;
        this.cancel = cancel;
    }

    /** In the order in which they were first met. */
    public static List<Certificate> of(Case source, CancelSignal cancel) throws IOException {
        CaseCertificates certificates = new CaseCertificates(source, cancel);
        try (IndexSnapshot snapshot = source.snapshot()) {
            int bytes = bit(CertificateMark.PEM) | bit(CertificateMark.DER) | bit(CertificateMark.TLS);
            snapshot.scan(RecordQuery.marked(bytes), record -> certificates.visit(record, false));
            snapshot.scan(RecordQuery.marked(bit(CertificateMark.EVENT90)), record -> certificates.visit(record, true));
        }
        return certificates.judged();
    }

    private static int bit(CertificateMark mark) {
        return 1 << mark.ordinal();
    }

    private boolean visit(IndexedRecord record, boolean event90) throws IOException {
        if (cancel.isCancelled()) {
            throw new CancellationException();
        }
        Evidence at = source.evidence(record);
        if (event90) {
            for (Certificate told : Capi2Events.certificates(source.windowsEvent(record))) {
                told.sha1().ifPresent(sha1 -> found.computeIfAbsent(sha1, absent -> new Sightings(told)).add(at, record.time()));
            }
            return true;
        }
        byte[] text = source.unmaskedText(record).getBytes(StandardCharsets.UTF_8);
        for (FoundCertificate each : CertificateFinder.find(text).certificates()) {
            String sha1 = Thumbprints.sha1(each.der());
            Sightings sightings = found.get(sha1);
            if (sightings == null) {
                sightings = new Sightings(CertificateDecoder.decode(each.der()));
                found.put(sha1, sightings);
                ders.put(sha1, each.der());
            }
            sightings.add(at, record.time());
        }
        return true;
    }

    /**
     * Judges each certificate in its chain as far as the case has it, at the time of the record in which it was first met; one that only
     * certificate files hold, at the end of what was captured.
     */
    private List<Certificate> judged() {
        long end = source.sources().stream().flatMapToLong(each -> each.last().stream()).max().orElseGet(() -> UtcTime.of(Instant.now()));
        List<DecodedCertificate> authorities = found.values().stream().map(each -> each.facts)
                .filter(facts -> facts.isCa().orElse(false) || facts.isSelfIssued()).flatMap(facts -> facts.sha1().map(ders::get).stream())
                .map(CertificateDecoder::examine).toList();
        List<Certificate> judged = new ArrayList<>();
        found.forEach((sha1, each) -> {
            byte[] der = ders.get(sha1);
            List<Lint> lints = der == null ? List.of() : lints(CertificateDecoder.examine(der), authorities, each.firstTime == UtcTime.UNKNOWN ? end : each.firstTime);
            judged.add(each.facts.with(each.evidence, each.count, lints));
        });
        return judged;
    }

    private static List<Lint> lints(DecodedCertificate certificate, List<DecodedCertificate> authorities, long at) {
        return CertificateLint.lint(certificate, LintContext.none().withChain(CertificateChains.chainOf(certificate, authorities)), at);
    }

    /** The DER of one of these certificates, read again where it was first seen; empty for one that only an event tells of. */
    public static Optional<byte[]> der(Case source, Certificate certificate) throws IOException {
        if (certificate.origin() == CertificateOrigin.EVENT || certificate.seen().isEmpty()) {
            return Optional.empty();
        }
        for (Evidence at : certificate.seen()) {
            byte[] text = source.text(at, true).getBytes(StandardCharsets.UTF_8);
            Optional<byte[]> der = CertificateFinder.find(text).certificates().stream().map(FoundCertificate::der)
                    .filter(bytes -> certificate.sha1().equals(Optional.of(Thumbprints.sha1(bytes)))).findFirst();
            if (der.isPresent()) {
                return der;
            }
        }
        return Optional.empty();
    }
}
