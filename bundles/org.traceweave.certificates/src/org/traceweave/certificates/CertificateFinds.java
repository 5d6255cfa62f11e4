package org.traceweave.certificates;

import java.util.List;

/**
 * All that {@link CertificateFinder} met in some bytes, in order of offset.
 *
 * @param objects revocation lists, requests, messages and answers, with where
 * @param flights TLS records met in base64, with where
 * @param problems things that began like a certificate and could not be read, or, for a whole file, why it is none
 */
public record CertificateFinds(
        List<FoundCertificate> certificates,
        List<FoundPrivateKey> privateKeys,
        List<FoundObject> objects,
        List<FoundFlight> flights,
        List<Problem> problems) {

    public CertificateFinds {
        certificates = List.copyOf(certificates);
        privateKeys = List.copyOf(privateKeys);
        objects = List.copyOf(objects);
        flights = List.copyOf(flights);
        problems = List.copyOf(problems);
    }

    /** Something that {@link ObjectDecoder} decodes, by its DER, a copy. */
    public record FoundObject(byte[] der, int offset, int length, FindEncoding encoding, DecodedObject.Kind kind) {
    }

    /** TLS records of one base64 value. */
    public record FoundFlight(int offset, int length, TlsFlight flight) {
    }

    /** What is wrong at an offset of the bytes searched, such as {@code declared 1200 bytes, 700 available}. */
    public record Problem(int offset, int length, String text) {
    }

    public boolean isEmpty() {
        return certificates.isEmpty() && privateKeys.isEmpty() && objects.isEmpty() && flights.isEmpty() && problems.isEmpty();
    }
}
