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
import org.traceweave.certificates.DecodedObject;
import org.traceweave.certificates.FoundCertificate;
import org.traceweave.certificates.FoundPrivateKey;
import org.traceweave.certificates.ObjectDecoder;
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

    /** Something that is no certificate: a revocation list, a request, a message, a keystore. */
    record Other(DecodedObject object, byte[] der, String place) implements Found {
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
        CertificateFinds finds = CertificateFinder.find(bytes);
        return new Gathering(Optional.empty()).all(from, finds);
    }

    /**
     * All that is found in a file: certificates in any form, stores and keystores.
     *
     * @throws TrustListException if it is a keystore that a password (or another one) is needed for
     */
    static OpenedCertificates ofFile(String name, byte[] bytes, Optional<char[]> password) throws TrustListException {
        String from = TEXTS.get("opened.file", "name", name);
        CertificateFinds finds = CertificateFinder.findInFile(bytes);
        Gathering gathering = new Gathering(password);
        OpenedCertificates opened = gathering.all(from, finds);
        if (gathering.locked) {
            throw new TrustListException(TEXTS.get(password.isPresent() ? "password.wrong" : "password.needed", "name", name), true);
        }
        return finds.certificates().isEmpty() && finds.objects().isEmpty() ? ofStore(opened, name, bytes, password) : opened;
    }

    /** Forms that only readers of trust lists know, such as Java's keystores. */
    private static OpenedCertificates ofStore(OpenedCertificates opened, String name, byte[] bytes, Optional<char[]> password) throws TrustListException {
        try {
            List<Found> entries = new ArrayList<>();
            for (TrustEntry entry : TrustLists.read(name, bytes, password).entries()) {
                entry.certificate().ifPresent(certificate -> entries.add(new One(certificate, entry.label().orElse(""))));
            }
            return entries.isEmpty() ? opened : new OpenedCertificates(opened.from, entries);
        } catch (TrustListException e) {
            if (e.passwordNeeded()) {
                throw e;
            }
            return opened;
        }
    }

    /** Puts what was found into one list. */
    private static final class Gathering {

        private final Optional<char[]> password;
        private final List<Placed> placed = new ArrayList<>();
        private final Set<String> met = new HashSet<>();
        private boolean locked;

        private record Placed(int offset, Found found) {
        }

        Gathering(Optional<char[]> password) {
            this.password = password;
        }

        OpenedCertificates all(String from, CertificateFinds finds) {
            for (FoundCertificate each : finds.certificates()) {
                certificate(each.offset(), each.der(), OpenedCertificates.place(each));
            }
            finds.objects().forEach(this::object);
            for (FoundPrivateKey key : finds.privateKeys()) {
                placed.add(new Placed(key.offset(), new Key(key.kind(), key.encrypted(), OpenedCertificates.place(key.encoding().name(), key.offset()))));
            }
            // what is said of the whole file counts only where nothing else was found
            for (CertificateFinds.Problem problem : placed.isEmpty() || !finds.certificates().isEmpty() ? finds.problems()
                    : List.<CertificateFinds.Problem>of()) {
                placed.add(new Placed(problem.offset(), new Unread(problem.text(), TEXTS.get("opened.at", "offset", problem.offset()))));
            }
            placed.sort(Comparator.comparingInt(Placed::offset));
            return new OpenedCertificates(from, placed.stream().map(Placed::found).toList());
        }

        private void certificate(int offset, byte[] der, String place) {
            DecodedCertificate decoded = CertificateDecoder.examine(der);
            if (met.add(decoded.facts().sha256().orElse(""))) {
                placed.add(new Placed(offset, new One(decoded, place)));
            }
        }

        private void object(CertificateFinds.FoundObject each) {
            Optional<DecodedObject> decoded = ObjectDecoder.decode(each.der(), password);
            String place = OpenedCertificates.place(each.encoding().name(), each.offset());
            decoded.ifPresent(object -> {
                locked |= object.locked();
                placed.add(new Placed(each.offset(), new Other(object, each.der(), place)));
                for (int i = 0; i < object.certificates().size(); i++) {
                    String label = object.labels().get(i);
                    certificate(each.offset(), object.certificates().get(i), label.isEmpty() ? place : label);
                }
            });
        }
    }

    private static String place(FoundCertificate found) {
        String place = place(found.encoding().name(), found.offset());
        return found.notes().isEmpty() ? place : place + ", " + String.join(", ", found.notes());
    }

    private static String place(String encoding, int offset) {
        return TEXTS.get("opened.place", "form", TEXTS.get("opened.form." + encoding.toLowerCase(Locale.ROOT)), "offset", offset);
    }

    List<DecodedCertificate> certificates() {
        return found.stream().flatMap(each -> each instanceof One one ? Stream.of(one.certificate()) : Stream.empty()).toList();
    }

    /** What there is besides certificates and can be shown. */
    List<Other> others() {
        return found.stream().flatMap(each -> each instanceof Other other ? Stream.of(other) : Stream.empty()).toList();
    }

    /** Whether there is more to choose from than one certificate. */
    boolean isChoice() {
        return found.size() > 1;
    }
}
