package org.traceweave.certificates.internal.trust;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.CertificateFinder;
import org.traceweave.certificates.CertificateFinds;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.DerReader;
import org.traceweave.certificates.TrustEntry;
import org.traceweave.certificates.TrustList;
import org.traceweave.certificates.TrustList.Format;
import org.traceweave.certificates.TrustListException;
import org.traceweave.certificates.TrustLists;

/** Tells the form of a trust list from its first bytes and gives it to the reader of that form. */
public final class TrustListReader {

    private TrustListReader() {
    }

    public static TrustList read(String name, byte[] bytes, Optional<char[]> password) throws TrustListException {
        if (bytes.length == 0 || bytes.length > TrustLists.MAX_BYTES) {
            throw new TrustListException(name + (bytes.length == 0 ? " is empty" : " has more than " + (TrustLists.MAX_BYTES >> 20) + " MB"), false);
        }
        List<String> problems = new ArrayList<>();
        if (SerializedStore.is(bytes)) {
            return list(name, Format.SERIALIZED_STORE, SerializedStore.read(bytes, problems), problems);
        }
        if (JavaKeystore.is(bytes)) {
            return list(name, Format.JKS, JavaKeystore.read(name, bytes, password, problems), problems);
        }
        if (bytes[0] == 0x30) {
            Optional<TrustList> der = der(name, bytes, password, problems);
            if (der.isPresent()) {
                return der.get();
            }
        }
        String text = EncodedText.of(bytes);
        if (text.contains("-----BEGIN ")) {
            List<TrustEntry> entries = found(text.getBytes(StandardCharsets.UTF_8), problems);
            return list(name, text.contains("-----BEGIN PKCS7") || text.contains("-----BEGIN CMS") ? Format.CMS : Format.PEM, entries, problems);
        }
        if (CertutilText.is(text)) {
            return list(name, Format.CERTUTIL_TEXT, CertutilText.read(text), problems);
        }
        return list(name, Format.PEM, found(bytes, problems), problems);
    }

    private static Optional<TrustList> der(String name, byte[] bytes, Optional<char[]> password, List<String> problems) throws TrustListException {
        DerNode outer = DerReader.readTo(bytes, 0, bytes.length, 2);
        if (outer.isSequence() && !outer.children().isEmpty()) {
            DerNode first = outer.children().getFirst();
            if (first.isUniversal(org.traceweave.certificates.Asn1Tag.INTEGER)) {
                return Optional.of(list(name, Format.PKCS12, Pkcs12Store.read(name, bytes, password, problems), problems));
            }
            if (first.isUniversal(org.traceweave.certificates.Asn1Tag.OBJECT_IDENTIFIER)) {
                return Optional.of(list(name, Format.CMS, found(bytes, problems), problems));
            }
            if (first.isSequence()) {
                return Optional.of(list(name, Format.DER, found(bytes, problems), problems));
            }
        }
        return Optional.empty();
    }

    /** The certificates that the finder sees, in order and each once. */
    private static List<TrustEntry> found(byte[] bytes, List<String> problems) {
        CertificateFinds finds = CertificateFinder.findInFile(bytes);
        finds.problems().forEach(problem -> problems.add(problem.text()));
        if (!finds.privateKeys().isEmpty()) {
            problems.add("holds " + finds.privateKeys().size() + " private key(s), passed over");
        }
        Map<String, TrustEntry> entries = new LinkedHashMap<>();
        finds.certificates().forEach(found -> {
            TrustEntry entry = TrustEntry.of(CertificateDecoder.examine(found.der()), Optional.empty());
            entries.putIfAbsent(entry.sha1().orElse(""), entry);
        });
        return List.copyOf(entries.values());
    }

    private static TrustList list(String name, Format format, List<TrustEntry> entries, List<String> problems) throws TrustListException {
        if (entries.isEmpty()) {
            throw new TrustListException(name + ": no certificate in it" + (problems.isEmpty() ? "" : " (" + String.join("; ", problems) + ")"), false);
        }
        return new TrustList(name, format, entries, problems);
    }
}
