package org.traceweave.cases;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.CertificateFinder;
import org.traceweave.certificates.CertificateFinds;
import org.traceweave.certificates.CertificateText;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.DecodedObject;
import org.traceweave.certificates.FoundCertificate;
import org.traceweave.certificates.FoundPrivateKey;
import org.traceweave.certificates.ObjectDecoder;
import org.traceweave.model.CertificateMark;
import org.traceweave.model.Damage;
import org.traceweave.model.DamageKind;
import org.traceweave.model.Level;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.readers.ClockSample;
import org.traceweave.readers.RecordDraft;
import org.traceweave.readers.RecordSink;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.SourceHead;
import org.traceweave.readers.SourcePart;
import org.traceweave.readers.SourceReader;
import org.traceweave.readers.SourceReading;

/**
 * Reads certificate files (DER, PEM, PKCS#7, PKCS#12, stores of Windows and Java): one record a certificate, without a time, whose text is the
 * certificate decoded and its PEM; one for each revocation list, request, CMS message, OCSP response and time stamp, decoded; and one record a private
 * key, which says that there is one and nothing of it. What cannot be read in the file is reported as damage.
 */
public final class CertificateFileReader implements SourceReader {

    private static final long LARGEST = 16L << 20;
    private static final int CERTAIN = 95;
    private static final int LIKELY = 60;
    private static final String PEM_BEGIN = "-----BEGIN ";
    /** The component of a record that tells of a private key; at the level of a warning if it is not encrypted. */
    public static final String PRIVATE_KEY = "PrivateKey";

    /** The component of a record that tells of a revocation list, a request, a message or an answer. */
    public static final String OBJECT = "CertificateObject";
    private static final String PKCS12 = "PKCS#12";

    @Override
    public String format() {
        return "certificate";
    }

    @Override
    public String name() {
        return "Certificate file";
    }

    @Override
    public int confidence(SourceHead head) {
        if (head.size() > LARGEST) {
            return 0;
        }
        boolean named = head.name().toLowerCase(Locale.ROOT).matches(".*\\.(cer|crt|der|pem|p7b|p7c|sst|jks|p12|pfx|crl|csr|p10|req|tsr|ors)");
        byte[] bytes = head.bytes();
        if (begins(bytes, 0, 0, 0, 0, 'C', 'E', 'R', 'T') || begins(bytes, 0xfe, 0xed, 0xfe, 0xed)) {
            return CERTAIN;
        }
        boolean sequence = bytes.length > 4 && bytes[0] == 0x30 && (bytes[1] & 0xf0) == 0x80;
        if (sequence) {
            return named ? CERTAIN : LIKELY;
        }
        String start = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1).stripLeading();
        boolean pem = start.startsWith(PEM_BEGIN) && start.contains("CERTIFICATE-----") || start.startsWith(PEM_BEGIN + "PKCS7-----")
                || start.startsWith(PEM_BEGIN) && (start.contains("PRIVATE KEY-----") || start.contains("X509 CRL-----"));
        return pem ? CERTAIN : named ? LIKELY : 0;
    }

    private static boolean begins(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public SourceReading open(SourceBytes bytes) throws IOException {
        CertificateFinds finds = CertificateFinder.findInFile(bytes.read(0, (int) bytes.size()));
        if (finds.certificates().isEmpty() && finds.privateKeys().isEmpty() && finds.objects().isEmpty()) {
            String why = finds.problems().isEmpty() ? "it holds none" : finds.problems().getFirst().text();
            throw new IOException("No certificate could be read from " + bytes.name() + ": " + why + ".");
        }
        return new Reading(bytes, finds);
    }

    /** One file, searched whole and once: one with thousands of certificates is asked for each of them. Any thread. */
    private static final class Reading implements SourceReading {

        private final SourceBytes bytes;
        /** Searched again where memory was short meanwhile. */
        private SoftReference<Searched> searched;

        Reading(SourceBytes bytes, CertificateFinds finds) {
            this.bytes = bytes;
            searched = new SoftReference<>(Searched.of(finds));
        }

        private synchronized Searched searched() throws IOException {
            Searched kept = searched.get();
            if (kept == null) {
                kept = Searched.of(CertificateFinder.findInFile(bytes.read(0, (int) bytes.size())));
                searched = new SoftReference<>(kept);
            }
            return kept;
        }

        @Override
        public List<SourcePart> parts(long targetBytes) {
            return List.of(new SourcePart(0, bytes.size()));
        }

        @Override
        public boolean timeIsUtc() {
            return true;
        }

        @Override
        public List<ClockSample> clockSamples() {
            return List.of();
        }

        @Override
        public void read(SourcePart part, long offsetNanos, RecordSink sink) throws IOException {
            CertificateFinds finds = searched().finds();
            RecordDraft draft = new RecordDraft();
            finds.certificates().forEach(found -> record(found, draft, sink));
            keys(finds).forEach(found -> record(found, draft, sink));
            finds.objects().forEach(found -> record(found, draft, sink));
            for (CertificateFinds.Problem problem : finds.problems()) {
                sink.damage(new Damage(problem.offset(), problem.length(), DamageKind.UNREADABLE, problem.text()));
            }
        }

        @Override
        public void readAt(long offset, int length, long offsetNanos, RecordSink sink) throws IOException {
            RecordDraft draft = new RecordDraft();
            Searched whole = searched();
            CertificateFinds finds = whole.finds();
            for (FoundCertificate found : whole.certificates().getOrDefault(offset, List.of())) {
                if (found.length() == length) {
                    record(found, draft, sink);
                    break;
                }
            }
            keys(finds).filter(found -> found.offset() == offset && found.length() == length).findFirst().ifPresent(found -> record(found, draft, sink));
            finds.objects().stream().filter(found -> found.offset() == offset && found.length() == length)
                    .findFirst().ifPresent(found -> record(found, draft, sink));
        }

        /** A PKCS#12 file is told as a whole, with its keys counted. */
        private static Stream<FoundPrivateKey> keys(CertificateFinds finds) {
            return finds.privateKeys().stream().filter(key -> !key.kind().equals(PKCS12));
        }

        private static void record(CertificateFinds.FoundObject found, RecordDraft draft, RecordSink sink) {
            byte[] text = ObjectDecoder.decode(found.der()).map(DecodedObject::text).orElse(found.kind().words()).getBytes(StandardCharsets.UTF_8);
            draft.begin(found.offset(), found.length()).kind(RecordKind.TRACE).level(Level.INFO).component(OBJECT).text(text, 0, text.length);
            sink.record(draft);
        }

        private static void record(FoundPrivateKey found, RecordDraft draft, RecordSink sink) {
            String kind = found.kind().isBlank() ? "" : found.kind() + " ";
            byte[] text = ("A private key (" + kind + found.length() + " bytes, " + (found.encrypted() ? "encrypted" : "in the clear")
                    + "). Its bytes are not shown.").getBytes(StandardCharsets.UTF_8);
            draft.begin(found.offset(), found.length()).kind(RecordKind.TRACE).level(found.encrypted() ? Level.INFO : Level.WARNING)
                    .component(PRIVATE_KEY).text(text, 0, text.length)
                    .addCertificateMarks(found.encrypted() ? 0 : 1 << CertificateMark.PRIVATE_KEY.ordinal());
            sink.record(draft);
        }

        private static void record(FoundCertificate found, RecordDraft draft, RecordSink sink) {
            DecodedCertificate decoded = CertificateDecoder.examine(found.der());
            byte[] text = (CertificateText.text(decoded) + "\n" + CertificateText.pem(decoded)).getBytes(StandardCharsets.UTF_8);
            draft.begin(found.offset(), found.length()).kind(RecordKind.TRACE).level(Level.INFO).component("Certificate")
                    .text(text, 0, text.length).addCertificateMarks(1 << CertificateMark.PEM.ordinal());
            decoded.facts().sha1().ifPresent(sha1 -> draft.add(RecordField.THUMBPRINT, sha1));
            decoded.facts().subject().ifPresent(subject -> draft.add(RecordField.SUBJECT, subject));
            sink.record(draft);
        }
    }

    /** What was found in a file, the certificates by their offsets. */
    private record Searched(CertificateFinds finds, Map<Long, List<FoundCertificate>> certificates) {

        static Searched of(CertificateFinds finds) {
            return new Searched(finds, finds.certificates().stream().collect(Collectors.groupingBy(found -> (long) found.offset())));
        }
    }
}
