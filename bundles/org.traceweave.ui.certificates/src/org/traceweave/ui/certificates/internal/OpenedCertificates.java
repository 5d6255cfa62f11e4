package org.traceweave.ui.certificates.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.CertificateFinder;
import org.traceweave.certificates.CertificateFinds;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.FoundCertificate;
import org.traceweave.certificates.FoundPrivateKey;
import org.traceweave.certificates.TrustEntry;
import org.traceweave.certificates.TrustListException;
import org.traceweave.certificates.TrustLists;
import org.traceweave.ui.Texts;

/**
 * What was found in something that was opened from outside the case: the clipboard, a selection, a file. Private keys are told, never kept.
 *
 * @param from where it came from, in words
 * @param found in the order of the bytes; of equal certificates the first
 */
record OpenedCertificates(String from, List<Found> found) {

    private static final Texts TEXTS = new Texts(OpenedCertificates.class);

    /** One thing that was found. */
    sealed interface Found {

        /** Where and in which form, in words. */
        String place();
    }

    /** A certificate. */
    record One(DecodedCertificate certificate, String place) implements Found {
    }

    /** A private key; what is kept of it is that it is there. */
    record Key(String kind, boolean encrypted, String place) implements Found {
    }

    /** Something that began like a certificate, or a sentence why there is none. */
    record Unread(String problem, String place) implements Found {
    }

    OpenedCertificates {
        found = List.copyOf(found);
    }

    /** All that is found in text, such as a clipboard or a part of a record. */
    static OpenedCertificates ofText(String from, byte[] bytes) {
        return of(from, CertificateFinder.find(bytes), List.of());
    }

    /**
     * All that is found in a file: certificates in any form, stores and keystores.
     *
     * @throws TrustListException if it is a keystore that a password (or another one) is needed for
     */
    static OpenedCertificates ofFile(String name, byte[] bytes, Optional<char[]> password) throws TrustListException {
        String from = TEXTS.get("opened.file", "name", name);
        CertificateFinds finds = CertificateFinder.findInFile(bytes);
        if (!finds.certificates().isEmpty()) {
            return of(from, finds, List.of());
        }
        try {
            return of(from, finds, TrustLists.read(name, bytes, password).entries());
        } catch (TrustListException e) {
            if (e.passwordNeeded()) {
                throw e;
            }
            return of(from, finds, List.of());
        }
    }

    private static OpenedCertificates of(String from, CertificateFinds finds, List<TrustEntry> entries) {
        record Placed(int offset, Found found) {
        }
        List<Placed> placed = new ArrayList<>();
        Set<String> met = new HashSet<>();
        for (FoundCertificate each : finds.certificates()) {
            DecodedCertificate decoded = CertificateDecoder.examine(each.der());
            if (met.add(decoded.facts().sha256().orElse(""))) {
                placed.add(new Placed(each.offset(), new One(decoded, place(each))));
            }
        }
        for (TrustEntry entry : entries) {
            entry.certificate().filter(certificate -> met.add(certificate.facts().sha256().orElse("")))
                    .ifPresent(certificate -> placed.add(new Placed(placed.size(), new One(certificate, entry.label().orElse("")))));
        }
        for (FoundPrivateKey key : finds.privateKeys()) {
            placed.add(new Placed(key.offset(), new Key(key.kind(), key.encrypted(), TEXTS.get("opened.place", "form", form(key.encoding().name()), "offset", key.offset()))));
        }
        // what is said of the whole file counts only where nothing else was found
        for (CertificateFinds.Problem problem : placed.isEmpty() || !finds.certificates().isEmpty() ? finds.problems() : List.<CertificateFinds.Problem>of()) {
            placed.add(new Placed(problem.offset(), new Unread(problem.text(), TEXTS.get("opened.at", "offset", problem.offset()))));
        }
        placed.sort(Comparator.comparingInt(Placed::offset));
        return new OpenedCertificates(from, placed.stream().map(Placed::found).toList());
    }

    private static String place(FoundCertificate found) {
        String place = TEXTS.get("opened.place", "form", form(found.encoding().name()), "offset", found.offset());
        return found.notes().isEmpty() ? place : place + ", " + String.join(", ", found.notes());
    }

    private static String form(String name) {
        return TEXTS.get("opened.form." + name.toLowerCase(Locale.ROOT));
    }

    List<DecodedCertificate> certificates() {
        return found.stream().flatMap(each -> each instanceof One one ? Stream.of(one.certificate()) : Stream.empty()).toList();
    }

    /** Whether there is more to choose from than one certificate. */
    boolean isChoice() {
        return found.size() > 1;
    }
}
