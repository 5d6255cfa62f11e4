package org.traceweave.analysis;

import static org.traceweave.model.RecordField.keyword;
import static org.traceweave.model.RecordField.number;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.traceweave.analysis.internal.certificates.CertificateQuery;
import org.traceweave.cases.Case;
import org.traceweave.index.IndexLockedException;
import org.traceweave.index.IndexOutdatedException;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.QuerySyntaxException;
import org.traceweave.index.RecordIndex;
import org.traceweave.index.RecordText;
import org.traceweave.model.Certificate;
import org.traceweave.model.CertificateExtension;
import org.traceweave.model.Lint;
import org.traceweave.model.RecordField;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.RecordDraft;

/**
 * Finds certificates of a case by any of their fields, in the query language of records: {@code hash:sha1 NOT ca:true},
 * {@code san:*.contoso.com}, {@code keyBits:<2048}, {@code notAfter:[2018-10-01 TO 2018-12-31]}, or words that stand anywhere in them. Numbers may be
 * written as dialogs and tools show them: {@code serial:3f:20}, {@code serial:"3f 20"}, in decimal, or with their bytes reversed. {@code time:} is the end
 * of their validity. The index is kept in the case and built again when its certificates have changed; where the case cannot
 * be written, in a temporary folder. Not safe for use by several threads.
 */
public final class CertificateIndex implements Closeable {

    private static final RecordField SHA1 = keyword("thumbprint", "SHA-1 thumbprint");
    private static final RecordField SHA256 = keyword("sha256", "SHA-256 thumbprint");
    private static final RecordField ORIGIN = keyword("origin", "Origin");
    private static final RecordField SUBJECT = keyword("subject", "Subject");
    private static final RecordField ISSUER = keyword("issuer", "Issuer");
    private static final RecordField SERIAL = keyword("serial", "Serial number");
    private static final RecordField NOT_BEFORE = number("notBefore", "Valid from (YYYYMMDD)");
    private static final RecordField NOT_AFTER = number("notAfter", "Valid to (YYYYMMDD)");
    private static final RecordField SIGNATURE = keyword("signature", "Signature algorithm");
    private static final RecordField HASH = keyword("hash", "Hash of the signature");
    private static final RecordField KEY = keyword("key", "Key algorithm");
    private static final RecordField KEY_BITS = number("keyBits", "Key length");
    private static final RecordField CURVE = keyword("curve", "Curve");
    private static final RecordField SAN = keyword("san", "Subject alternative name");
    private static final RecordField USAGE = keyword("usage", "Key usage");
    private static final RecordField EKU = keyword("eku", "Extended key usage");
    private static final RecordField CA = keyword("ca", "Certificate authority");
    private static final RecordField KEY_ID = keyword("keyId", "Subject key identifier");
    private static final RecordField AUTHORITY_ID = keyword("authorityKeyId", "Authority key identifier");
    private static final RecordField URL = keyword("url", "CRL, OCSP and issuer URLs");
    private static final RecordField EXTENSION = keyword("extension", "Extension (name or OID)");
    private static final RecordField TEMPLATE = keyword("template", "Certificate template (name or OID)");
    private static final RecordField PATH_LENGTH = number("pathLength", "Path length");
    private static final RecordField PROBLEM = keyword("problem", "Field that could not be decoded");
    private static final RecordField LINT = keyword("lint", "Lint (rule or level)");
    private static final RecordField SEEN = keyword("seen", "Source it was seen in");

    /** What a query can name, beside {@code time}. */
    public static final List<RecordField> FIELDS = List.of(SHA1, SHA256, ORIGIN, SUBJECT, ISSUER, SERIAL, NOT_BEFORE, NOT_AFTER, SIGNATURE, HASH,
            KEY, KEY_BITS, CURVE, SAN, USAGE, EKU, CA, KEY_ID, AUTHORITY_ID, URL, EXTENSION, TEMPLATE, PATH_LENGTH, PROBLEM, LINT, SEEN);

    private static final String FOLDER = "certificate-index";
    private static final String KEY_OF_COMMIT = "answersFor";

    private final List<Certificate> certificates;
    private final RecordIndex index;
    private final boolean temporary;
    private final Path folder;

    private CertificateIndex(List<Certificate> certificates, RecordIndex index, Path folder, boolean temporary) {
        this.certificates = certificates;
        this.index = index;
        this.folder = folder;
        this.temporary = temporary;
    }

    /**
     * The index over {@code certificates}, which are all those of {@code source}.
     *
     * @param key changes whenever the certificates could have changed
     */
    static CertificateIndex of(Case source, String key, List<Certificate> certificates) throws IOException {
        List<Certificate> all = List.copyOf(certificates);
        RecordText text = (number, offset, length) -> text(all.get((int) offset));
        if (!source.isReadOnly()) {
            Path folder = source.derived().resolve(FOLDER);
            Files.createDirectories(folder);
            try {
                return filled(all, open(folder, text), folder, key, false);
            } catch (IndexLockedException heldByAnother) {
                return temporary(all, text, key);
            }
        }
        return temporary(all, text, key);
    }

    private static CertificateIndex temporary(List<Certificate> certificates, RecordText text, String key) throws IOException {
        Path folder = Files.createTempDirectory("traceweave-certificates");
        return filled(certificates, open(folder, text), folder, key, true);
    }

    private static RecordIndex open(Path folder, RecordText text) throws IOException {
        try {
            return RecordIndex.openForWriting(folder, FIELDS, text);
        } catch (IndexOutdatedException olderVersion) {
            empty(folder);
            return RecordIndex.openForWriting(folder, FIELDS, text);
        }
    }

    private static CertificateIndex filled(List<Certificate> certificates, RecordIndex index, Path folder, String key, boolean temporary)
            throws IOException {
        CertificateIndex filled = new CertificateIndex(certificates, index, folder, temporary);
        boolean good = false;
        try {
            if (!key.equals(index.commitData().get(KEY_OF_COMMIT))) {
                index.deleteSource(0);
                RecordDraft draft = new RecordDraft();
                for (int at = 0; at < certificates.size(); at++) {
                    index.add(0, facts(certificates.get(at), at, draft));
                }
                index.commit(Map.of(KEY_OF_COMMIT, key));
            }
            index.refresh();
            good = true;
            return filled;
        } finally {
            if (!good) {
                filled.close();
            }
        }
    }

    private static RecordDraft facts(Certificate certificate, int at, RecordDraft draft) {
        byte[] text = text(certificate).getBytes(StandardCharsets.UTF_8);
        draft.begin(at, 1).text(text, 0, text.length);
        certificate.notAfter().ifPresent(draft::time);
        certificate.sha1().ifPresent(value -> draft.add(SHA1, value));
        certificate.sha256().ifPresent(value -> draft.add(SHA256, value));
        draft.add(ORIGIN, certificate.origin().word());
        certificate.subject().ifPresent(value -> draft.add(SUBJECT, value));
        certificate.issuer().ifPresent(value -> draft.add(ISSUER, value));
        certificate.serial().map(CertificateQuery::serials).ifPresent(forms -> forms.forEach(form -> draft.add(SERIAL, form)));
        day(certificate.notBefore()).ifPresent(day -> draft.add(NOT_BEFORE, day));
        day(certificate.notAfter()).ifPresent(day -> draft.add(NOT_AFTER, day));
        certificate.signatureAlgorithm().ifPresent(value -> draft.add(SIGNATURE, value));
        certificate.signatureHash().ifPresent(value -> draft.add(HASH, value));
        certificate.keyAlgorithm().ifPresent(value -> draft.add(KEY, value));
        certificate.keyBits().ifPresent(bits -> draft.add(KEY_BITS, (long) bits));
        certificate.curve().ifPresent(value -> draft.add(CURVE, value));
        certificate.subjectAltNames().forEach(name -> draft.add(SAN, name.substring(name.indexOf(':') + 1)));
        certificate.keyUsage().forEach(usage -> draft.add(USAGE, usage));
        certificate.extendedKeyUsage().forEach(usage -> draft.add(EKU, usage));
        CertificateQuery.usageNames(certificate).forEach(name -> draft.add(EKU, name));
        CertificateQuery.templates(certificate).forEach(name -> draft.add(TEMPLATE, name));
        certificate.pathLength().ifPresent(length -> draft.add(PATH_LENGTH, (long) length));
        certificate.problems().forEach(problem -> draft.add(PROBLEM, problem.field()));
        // without basic constraints it is none
        draft.add(CA, Boolean.toString(certificate.isCa().orElse(false)));
        certificate.subjectKeyId().ifPresent(value -> draft.add(KEY_ID, value));
        certificate.authorityKeyId().ifPresent(value -> draft.add(AUTHORITY_ID, value));
        urls(certificate).forEach(url -> draft.add(URL, url));
        certificate.extensions().forEach(extension -> draft.add(EXTENSION, extension.oid()).add(EXTENSION, extension.name()));
        certificate.lints().forEach(lint -> draft.add(LINT, lint.id()).add(LINT, lint.level().word()));
        certificate.seen().stream().map(evidence -> evidence.source()).distinct().forEach(source -> draft.add(SEEN, source));
        return draft;
    }

    private static Stream<String> urls(Certificate certificate) {
        return Stream.of(certificate.crlUrls(), certificate.ocspUrls(), certificate.issuerUrls()).flatMap(List::stream);
    }

    private static OptionalLong day(OptionalLong time) {
        return time.isEmpty() ? time
                : OptionalLong.of(Long.parseLong(UtcTime.format(time.getAsLong()).substring(0, "YYYY-MM-DD".length()).replace("-", "")));
    }

    /** All that is known of a certificate, a line each. */
    private static String text(Certificate certificate) {
        List<String> lines = new ArrayList<>();
        Stream.of(certificate.subject(), certificate.issuer(), certificate.serial(), certificate.sha1(), certificate.sha256(),
                certificate.signatureAlgorithm(), certificate.signatureHash(), certificate.keyAlgorithm(), certificate.curve(),
                certificate.subjectKeyId(), certificate.authorityKeyId()).forEach(value -> value.ifPresent(lines::add));
        certificate.serial().map(CertificateQuery::serials).ifPresent(lines::addAll);
        lines.addAll(certificate.subjectAltNames());
        lines.addAll(certificate.keyUsage());
        lines.addAll(certificate.extendedKeyUsage());
        urls(certificate).forEach(lines::add);
        for (CertificateExtension extension : certificate.extensions()) {
            lines.add(extension.oid() + " " + extension.name() + " " + extension.text());
        }
        for (Lint lint : certificate.lints()) {
            lines.add(lint.id() + " " + lint.text());
        }
        certificate.problems().forEach(problem -> lines.add(problem.field() + " " + problem.text()));
        return String.join("\n", lines);
    }

    /**
     * The certificates that match, in the order of the case.
     *
     * @throws QuerySyntaxException if the query cannot be understood
     */
    public List<Certificate> find(String query) throws IOException, QuerySyntaxException {
        Set<Long> found = new HashSet<>();
        try (IndexSnapshot snapshot = index.snapshot()) {
            snapshot.scan(snapshot.parse(CertificateQuery.normal(query)), List.of(), record -> found.add(record.offset()) || true);
        }
        List<Certificate> matching = new ArrayList<>();
        for (int at = 0; at < certificates.size(); at++) {
            if (found.contains((long) at)) {
                matching.add(certificates.get(at));
            }
        }
        return matching;
    }

    @Override
    public void close() throws IOException {
        index.close();
        if (temporary) {
            empty(folder);
            Files.delete(folder);
        }
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> !each.equals(folder)).sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
