package org.traceweave.certificates.internal.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.traceweave.certificates.CertificateFinds;
import org.traceweave.certificates.DecodedObject;
import org.traceweave.certificates.FindEncoding;
import org.traceweave.certificates.FoundCertificate;
import org.traceweave.certificates.FoundPrivateKey;

/** Finds while a search runs, and which parts of the text they have used up. */
final class Collected {

    private static final int MAX_FINDS = 100_000;

    private final List<FoundCertificate> certificates = new ArrayList<>();
    private final List<FoundPrivateKey> keys = new ArrayList<>();
    private final List<CertificateFinds.FoundObject> objects = new ArrayList<>();
    private final List<CertificateFinds.FoundFlight> flights = new ArrayList<>();
    private final List<CertificateFinds.Problem> problems = new ArrayList<>();

    void certificate(byte[] der, int offset, int end, FindEncoding encoding, String container, List<String> notes) {
        if (certificates.size() < MAX_FINDS) {
            certificates.add(new FoundCertificate(der, offset, end - offset, encoding, container, notes));
        }
    }

    void key(int offset, int end, FindEncoding encoding, String kind, boolean encrypted) {
        keys.add(new FoundPrivateKey(offset, end - offset, encoding, kind, encrypted));
    }

    void object(byte[] der, int offset, int end, FindEncoding encoding, DecodedObject.Kind kind) {
        if (objects.size() < MAX_FINDS) {
            objects.add(new CertificateFinds.FoundObject(der, offset, end - offset, encoding, kind));
        }
    }

    void flight(CertificateFinds.FoundFlight flight) {
        flights.add(flight);
    }

    void problem(int offset, int end, String text) {
        if (problems.size() < 1_000) {
            problems.add(new CertificateFinds.Problem(offset, end - offset, text));
        }
    }

    boolean nothing() {
        return certificates.isEmpty() && keys.isEmpty() && objects.isEmpty() && flights.isEmpty() && problems.isEmpty();
    }

    boolean noCertificate() {
        return certificates.isEmpty();
    }

    /** Adds a note to the last certificate found. */
    void noteLast(String note) {
        FoundCertificate last = certificates.removeLast();
        List<String> notes = new ArrayList<>(last.notes());
        notes.add(note);
        certificates.add(new FoundCertificate(last.der(), last.offset(), last.length(), last.encoding(), last.container(), notes));
    }

    CertificateFinds finds() {
        certificates.sort(Comparator.comparingInt(FoundCertificate::offset));
        keys.sort(Comparator.comparingInt(FoundPrivateKey::offset));
        objects.sort(Comparator.comparingInt(CertificateFinds.FoundObject::offset));
        problems.sort(Comparator.comparingInt(CertificateFinds.Problem::offset));
        return new CertificateFinds(certificates, keys, objects, flights, problems);
    }
}
