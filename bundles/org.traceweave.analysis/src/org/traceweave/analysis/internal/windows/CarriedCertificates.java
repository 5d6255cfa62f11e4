package org.traceweave.analysis.internal.windows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.traceweave.analysis.internal.Thumbprints;
import org.traceweave.cases.Case;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.CertificateFinder;
import org.traceweave.certificates.FoundCertificate;
import org.traceweave.model.Certificate;
import org.traceweave.model.Evidence;

/**
 * The facts of the certificates that handshakes carried, read from the messages when they are first asked for: only a few attempts have an
 * event beside them that makes the question worth the reading.
 */
final class CarriedCertificates {

    private final Case source;
    private final Population population;
    private final Map<String, Certificate> known = new HashMap<>();
    private final Set<String> sought = new HashSet<>();
    private final Set<String> read = new HashSet<>();

    CarriedCertificates(Case source, Population population) {
        this.source = source;
        this.population = population;
    }

    /** The facts of a certificate that some handshake carried; empty where its bytes cannot be found again. */
    Optional<Certificate> of(String sha1) throws IOException {
        if (!known.containsKey(sha1) && sought.add(sha1)) {
            read(population.carriedIn(sha1), sha1);
        }
        return Optional.ofNullable(known.get(sha1));
    }

    private void read(List<Evidence> messages, String wanted) throws IOException {
        for (Evidence message : messages) {
            if (!known.containsKey(wanted) && read.add(message.source() + "@" + message.offset())) {
                byte[] text = source.text(message, true).getBytes(StandardCharsets.UTF_8);
                for (FoundCertificate found : CertificateFinder.find(text).certificates()) {
                    String sha1 = Thumbprints.sha1(found.der());
                    if (!known.containsKey(sha1)) {
                        known.put(sha1, CertificateDecoder.decode(found.der()));
                    }
                }
            }
        }
    }

    /** The host names a certificate bears, lower-case: its DNS names, and its common name. */
    static Set<String> hostNames(Certificate certificate) {
        Set<String> names = new LinkedHashSet<>();
        certificate.subjectAltNames().stream().filter(name -> name.startsWith("DNS:")).map(name -> name.substring(4).toLowerCase(Locale.ROOT))
                .forEach(names::add);
        certificate.subject().ifPresent(subject -> {
            for (String part : subject.split(",")) {
                String name = part.strip().toLowerCase(Locale.ROOT);
                if (name.startsWith("cn=") && name.indexOf('.') > 0 && name.indexOf('@') < 0) {
                    names.add(name.substring(3));
                }
            }
        });
        return names;
    }

    /** Whether the certificate names that user: by an address as its subject or among its other names. */
    static boolean names(Certificate certificate, String user) {
        String wanted = user.toLowerCase(Locale.ROOT);
        return certificate.subject().filter(subject -> subject.toLowerCase(Locale.ROOT).contains(wanted)).isPresent()
                || certificate.subjectAltNames().stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith(wanted));
    }
}
