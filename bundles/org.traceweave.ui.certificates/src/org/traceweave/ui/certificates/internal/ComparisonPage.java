package org.traceweave.ui.certificates.internal;

import java.util.ArrayList;
import java.util.List;
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
    static PageText write(List<Certificate> certificates, List<Difference> differences) {
        PageText page = new PageText();
        page.title(TEXTS.get("compare.title"));
        if (certificates.size() < 2) {
            return page.gap().line(TEXTS.get("compare.how"), Tone.MUTED);
        }
        for (int i = 0; i < certificates.size(); i++) {
            Certificate certificate = certificates.get(i);
            name(page.beginFact(mark(i)), certificate).styled("   " + thumbprint(certificate), Tone.MUTED).line();
        }
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

    private static PageText name(PageText page, Certificate certificate) {
        return page.link(CertificateWords.shortName(certificate.subject()), new CertificateLink.ToCertificate(certificate.sha1().orElse("")));
    }

    private static String thumbprint(Certificate certificate) {
        return certificate.sha1().map(sha1 -> sha1.substring(0, Math.min(12, sha1.length())) + "\u2026").orElse("");
    }

    /** The same as a table: a column for what differs and what it means, then one for each certificate. */
    static List<List<PageText>> columns(List<Certificate> certificates, List<Difference> differences) {
        List<List<PageText>> rows = new ArrayList<>();
        List<PageText> head = new ArrayList<>(List.of(new PageText().line(TEXTS.get("compare.title"), Tone.STRONG)));
        for (Certificate certificate : certificates) {
            head.add(name(new PageText(), certificate).line().line(thumbprint(certificate), Tone.MUTED));
        }
        rows.add(head);
        for (Difference difference : differences) {
            PageText field = new PageText().line(difference.field(), Tone.STRONG);
            List<PageText> row = new ArrayList<>(List.of(difference.meaning().isEmpty() ? field : field.line(difference.meaning(), Tone.MUTED)));
            difference.values().forEach(value -> row.add(new PageText().line(value, Tone.TEXT)));
            rows.add(row);
        }
        return rows;
    }

    private static String mark(int index) {
        return TEXTS.get("compare.mark", "number", index + 1);
    }
}
