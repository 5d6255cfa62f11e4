package org.traceweave.ui.certificates.internal;

import java.util.Optional;
import org.traceweave.model.Certificate;
import org.traceweave.ui.Texts;

/** Says how a moment lies to the validity of a certificate. */
final class ValidityWords {

    private static final Texts TEXTS = new Texts(ValidityWords.class);

    private ValidityWords() {
    }

    /**
     * Expired so many days before, or not valid yet; empty where it was valid or its times are not known.
     *
     * @param event whether the moment is that of an event rather than the present
     */
    static Optional<String> at(Certificate certificate, long moment, boolean event) {
        String when = TEXTS.get(event ? "validity.event" : "validity.today");
        if (certificate.notAfter().isPresent() && moment > certificate.notAfter().getAsLong()) {
            return Optional.of(TEXTS.get("validity.expired", "days", Days.words(certificate.notAfter().getAsLong(), moment), "when", when));
        }
        if (certificate.notBefore().isPresent() && moment < certificate.notBefore().getAsLong()) {
            return Optional.of(TEXTS.get("validity.notYet", "days", Days.words(moment, certificate.notBefore().getAsLong()), "when", when));
        }
        return Optional.empty();
    }
}
