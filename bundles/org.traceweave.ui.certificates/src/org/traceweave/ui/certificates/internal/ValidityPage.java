package org.traceweave.ui.certificates.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.traceweave.model.Certificate;
import org.traceweave.model.UtcTime;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageText.Tone;
import org.traceweave.ui.Texts;
import org.traceweave.ui.TimeDisplay;

/** Writes from when to when a certificate is valid, and how the moments lie to that when it was seen. */
final class ValidityPage {

    private static final Texts TEXTS = new Texts(ValidityPage.class);

    private final Dossier dossier;
    private final TimeDisplay time;
    private final PageText page = new PageText();

    ValidityPage(Dossier dossier, TimeDisplay time) {
        this.dossier = dossier;
        this.time = time;
    }

    PageText write() {
        Certificate facts = dossier.facts();
        bound("validity.from", facts.notBefore(), CertificateWords.undecoded(facts, "notBefore"));
        bound("validity.to", facts.notAfter(), CertificateWords.undecoded(facts, "notAfter"));
        if (facts.notBefore().isPresent() && facts.notAfter().isPresent()) {
            page.fact(TEXTS.get("validity.length"), Days.words(facts.notBefore().getAsLong(), facts.notAfter().getAsLong()));
        }
        moment("validity.firstSeen", dossier.sightings().first(), true);
        moment("validity.lastSeen", dossier.sightings().last(), true);
        moment("validity.now", OptionalLong.of(UtcTime.of(Instant.now())), false);
        for (int i = 1; i < dossier.elements().size(); i++) {
            Certificate issuer = dossier.elements().get(i).certificate();
            Certificate below = dossier.elements().get(i - 1).certificate();
            if (issuer.notAfter().isPresent() && below.notAfter().isPresent() && issuer.notAfter().getAsLong() < below.notAfter().getAsLong()) {
                page.line(TEXTS.get("validity.outlives", "name", CertificateWords.shortName(below.subject()), "issuer",
                        CertificateWords.shortName(issuer.subject()), "days",
                        Days.words(issuer.notAfter().getAsLong(), below.notAfter().getAsLong())), Tone.WARNING);
            }
        }
        return page;
    }

    private void bound(String title, OptionalLong moment, Optional<String> undecoded) {
        page.fact(TEXTS.get(title), moment.isEmpty() ? undecoded.orElse(written(moment)) : written(moment),
                moment.isEmpty() && undecoded.isPresent() ? Tone.WARNING : Tone.TEXT);
    }

    private String written(OptionalLong moment) {
        return moment.isPresent() ? time.seconds(moment.getAsLong()) + " " + time.zoneName() : TEXTS.get("validity.unknown");
    }

    private void moment(String title, OptionalLong moment, boolean event) {
        if (moment.isEmpty()) {
            return;
        }
        page.beginFact(TEXTS.get(title)).styled(written(moment) + "  ", Tone.TEXT);
        ValidityWords.at(dossier.facts(), moment.getAsLong(), event).ifPresentOrElse(words -> page.styled(words, Tone.ERROR), () -> {
            OptionalLong end = dossier.facts().notAfter();
            if (end.isPresent()) {
                page.styled(TEXTS.get("validity.left", "days", Days.words(moment.getAsLong(), end.getAsLong())), Tone.GOOD);
            }
        });
        page.line();
    }
}
