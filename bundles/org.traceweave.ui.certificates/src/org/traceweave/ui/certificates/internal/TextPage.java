package org.traceweave.ui.certificates.internal;

import org.traceweave.certificates.CertificateText;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageText.Tone;
import org.traceweave.ui.Texts;

/** Writes a certificate as other tools print it, and as PEM. */
final class TextPage {

    private static final Texts TEXTS = new Texts(TextPage.class);

    private TextPage() {
    }

    static PageText write(Dossier dossier) {
        PageText page = new PageText();
        if (dossier.decoded().isEmpty()) {
            return page.line(TEXTS.get("asn1.none"), Tone.MUTED);
        }
        page.styled(CertificateText.pem(dossier.decoded().get()).strip(), Tone.MONO).line().line();
        return page.styled(CertificateText.text(dossier.decoded().get()).strip(), Tone.MONO).line();
    }
}
