package org.traceweave.ui.internal.pages;

import java.util.Optional;
import java.util.function.Function;
import org.traceweave.model.Certificate;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageText.Tone;

/** Writes certificates as facts: by the common name where they are known to the case, with a link. */
final class CertificateNames {

    private final Function<String, Optional<Certificate>> known;

    CertificateNames(Function<String, Optional<Certificate>> known) {
        this.known = known;
    }

    void write(PageText page, String name, String sha1) {
        Optional<Certificate> certificate = known.apply(sha1);
        page.beginFact(name);
        if (certificate.isPresent()) {
            page.link(shortName(certificate.get().subject().orElse(sha1)), new DetailLink.ToCertificate(sha1));
            certificate.get().signatureHash().ifPresent(hash -> page.styled("  " + hash, weak(hash) ? Tone.ERROR : Tone.MUTED));
            page.styled("  " + sha1, Tone.MUTED).line();
        } else {
            page.styled(sha1, Tone.TEXT).line();
        }
    }

    /** The common name of a certificate that is known to the case, with the beginning of its thumbprint. */
    String name(String sha1) {
        String start = sha1.substring(0, Math.min(8, sha1.length()));
        return known.apply(sha1).flatMap(Certificate::subject).map(subject -> shortName(subject) + " (" + start + ")").orElse(start);
    }

    private static boolean weak(String hash) {
        return hash.equals("SHA1") || hash.startsWith("MD");
    }

    /** The first common name of an RFC 4514 name, or all of it. */
    static String shortName(String name) {
        for (String part : name.split("(?<!\\\\),")) {
            if (part.strip().startsWith("CN=")) {
                return part.strip().substring(3);
            }
        }
        return name;
    }
}
