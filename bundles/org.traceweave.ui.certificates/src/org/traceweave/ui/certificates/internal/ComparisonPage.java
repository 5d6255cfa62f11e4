package org.traceweave.ui.certificates.internal;

import java.util.List;
import org.traceweave.certificates.CertificateComparison;
import org.traceweave.certificates.CertificateComparison.Difference;
import org.traceweave.model.Certificate;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageText.Tone;
import org.traceweave.ui.Texts;

/** Writes in what certificates differ. */
final class ComparisonPage {

    private static final Texts TEXTS = new Texts(ComparisonPage.class);

    private ComparisonPage() {
    }

    /** @param certificates those that were kept, and the one shown */
    static PageText write(List<Certificate> certificates) {
        PageText page = new PageText();
        page.title(TEXTS.get("compare.title"));
        if (certificates.size() < 2) {
            return page.gap().line(TEXTS.get("compare.how"), Tone.MUTED);
        }
        for (int i = 0; i < certificates.size(); i++) {
            Certificate certificate = certificates.get(i);
            page.beginFact(mark(i)).link(CertificateWords.shortName(certificate.subject()), new CertificateLink.ToCertificate(certificate.sha1()
                    .orElse("")))
                    .styled("   " + certificate.sha1().map(sha1 -> sha1.substring(0, Math.min(12, sha1.length())) + "\u2026").orElse(""), Tone.MUTED)
                    .line();
        }
        List<Difference> differences = CertificateComparison.of(certificates);
        if (differences.isEmpty()) {
            return page.gap().line(TEXTS.get("compare.same"), Tone.GOOD);
        }
        for (Difference difference : differences) {
            page.heading(difference.field());
            for (int i = 0; i < difference.values().size(); i++) {
                page.fact(mark(i), difference.values().get(i));
            }
            if (!difference.meaning().isEmpty()) {
                page.line(difference.meaning(), Tone.MUTED);
            }
        }
        return page;
    }

    private static String mark(int index) {
        return TEXTS.get("compare.mark", "number", index + 1);
    }
}
