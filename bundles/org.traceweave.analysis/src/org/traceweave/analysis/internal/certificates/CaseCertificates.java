package org.traceweave.analysis.internal.certificates;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.traceweave.analysis.internal.TextLines;
import org.traceweave.analysis.internal.Thumbprints;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.cases.CaseTrustLists;
import org.traceweave.certificates.CertificateFinder;
import org.traceweave.certificates.CertificateFinds;
import org.traceweave.certificates.CertificateLint;
import org.traceweave.certificates.FoundCertificate;
import org.traceweave.certificates.LintContext.Role;
import org.traceweave.certificates.LintContext.Store;
import org.traceweave.certificates.TlsFlight;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.IndexedRecord;
import org.traceweave.index.RecordQuery;
import org.traceweave.model.Certificate;
import org.traceweave.model.CertificateMark;
import org.traceweave.model.CertificateOrigin;
import org.traceweave.model.ChainBuild;
import org.traceweave.model.Evidence;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.Source;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.windows.Capi2Events;

/**
 * The certificates of a case: found in the records that import marked as candidates, also where several messages share one, decoded once each, and
 * joined with what CAPI2's event 90 tells of certificates whose bytes are nowhere.
 */
public final class CaseCertificates {

    private final Case source;
    private final CancelSignal cancel;
    private final Map<String, CollectedCertificate> found = new LinkedHashMap<>();
    private final SipFlights handshakes = new SipFlights();
    private final Set<String> hosts;

    private CaseCertificates(Case source, CancelSignal cancel) {
        this.source = source;
        this.cancel = cancel;
        hosts = source.sources().stream().flatMap(each -> each.hosts().stream()).collect(Collectors.toSet());
    }

    /**
     * In the order in which they were first met.
     *
     * @param chains what the Windows machines of the case said
     */
    public static List<Certificate> of(Case source, List<ChainBuild> chains, CancelSignal cancel) throws IOException {
        CaseCertificates certificates = new CaseCertificates(source, cancel);
        certificates.collect();
        long end = source.sources().stream().flatMapToLong(each -> each.last().stream()).max().orElseGet(() -> UtcTime.of(Instant.now()));
        CaseTrustLists lists = source.trustLists();
        return new CertificateJudging(certificates.found, chains, end, lists.machines(), lists.publicRoots()).judged();
    }

    private void collect() throws IOException {
        int bits = bit(CertificateMark.PEM) | bit(CertificateMark.DER) | bit(CertificateMark.TLS) | bit(CertificateMark.EVENT90);
        try (IndexSnapshot snapshot = source.snapshot()) {
            snapshot.scan(RecordQuery.marked(bits), this::visit);
        }
        listings();
    }

    private static int bit(CertificateMark mark) {
        return 1 << mark.ordinal();
    }

    private boolean visit(IndexedRecord record) throws IOException {
        if (cancel.isCancelled()) {
            throw new CancellationException();
        }
        Evidence at = source.evidence(record);
        if ((record.certificateMarks() & bit(CertificateMark.EVENT90)) != 0) {
            for (Certificate told : Capi2Events.certificates(source.windowsEvent(record))) {
                told.sha1().ifPresent(sha1 -> found.computeIfAbsent(sha1, absent -> new CollectedCertificate(told)).seen(at, record.time()));
            }
        }
        String text = source.unmaskedText(record);
        CertificateFinds finds = CertificateFinder.find(text.getBytes(StandardCharsets.UTF_8));
        Optional<Store> store = ExportedStore.of(at.source(), hosts);
        Set<String> here = new HashSet<>();
        for (FoundCertificate each : finds.certificates()) {
            String sha1 = Thumbprints.sha1(each.der());
            here.add(sha1);
            CollectedCertificate collected = bytes(sha1, each.der());
            collected.seen(at, record.time());
            store.ifPresent(name -> collected.used(SeenUse.in(name)));
        }
        if (record.kind() == RecordKind.SIP) {
            handshakes.read(Integer.toString(record.source()), text, (sent, use, ends) -> {
                String sha1 = Thumbprints.sha1(sent.der());
                CollectedCertificate collected = bytes(sha1, sent.der());
                if (ends && here.add(sha1)) {
                    collected.seen(at, record.time());
                }
                collected.used(use);
            });
        } else {
            Optional<String> asked = record.keyword(RecordField.TARGET);
            finds.flights().forEach(flight -> use(flight.flight(), text, asked));
        }
        return true;
    }

    private CollectedCertificate bytes(String sha1, byte[] der) {
        CollectedCertificate collected = found.computeIfAbsent(sha1, absent -> new CollectedCertificate(der));
        collected.found(der);
        return collected;
    }

    /** A handshake that stands in no SIP message known as one: in plain text, or in a capture of the network. */
    private void use(TlsFlight flight, String text, Optional<String> asked) {
        List<String> sent = flight.certificates().stream().filter(TlsFlight.SentCertificate::complete).map(each -> Thumbprints.sha1(each.der())).toList();
        if (sent.isEmpty()) {
            return;
        }
        Role client = text.contains("TLS-DSK") ? Role.TLS_DSK_USER : Role.MUTUAL_TLS_CLIENT;
        SeenUse use = new SeenUse(flight.serverHello().isPresent() ? Role.SERVER : client, flight.serverHello().isPresent() ? asked : Optional.empty(), List.of(), sent,
                flight.serverHello().map(hello -> OptionalInt.of(hello.cipherSuite())).orElse(OptionalInt.empty()), Optional.empty(), CertificateLint.lint(flight));
        CollectedCertificate leaf = found.get(sent.getFirst());
        if (leaf != null) {
            leaf.used(use);
        }
    }

    /** Certificates that a machine's stores have, as a command listed them; those of which nothing else is known stand for themselves. */
    private void listings() throws IOException {
        for (Source text : source.sources()) {
            if (!TextLines.mayBeListing(text)) {
                continue;
            }
            TextLines lines = TextLines.of(source, text);
            for (StoreListing.Listed listed : StoreListing.read(lines.texts())) {
                CollectedCertificate known = listed.store() == Store.ROOT
                        ? found.computeIfAbsent(listed.sha1(), absent -> new CollectedCertificate(listed.facts())) : found.get(listed.sha1());
                if (known != null) {
                    known.seen(lines.evidence(listed.line()), UtcTime.UNKNOWN);
                    known.used(SeenUse.in(listed.store()));
                }
            }
        }
    }

    /** The DER of one of these certificates, read again where it was seen; empty for one that only events tell of. */
    public static Optional<byte[]> der(Case source, Certificate certificate, CancelSignal cancel) throws IOException {
        if (certificate.origin() != CertificateOrigin.BYTES || certificate.sha1().isEmpty()) {
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
        // spread over several messages: none of them has it whole
        CaseCertificates again = new CaseCertificates(source, cancel);
        again.collect();
        return Optional.ofNullable(again.found.get(certificate.sha1().get())).flatMap(CollectedCertificate::der);
    }
}
