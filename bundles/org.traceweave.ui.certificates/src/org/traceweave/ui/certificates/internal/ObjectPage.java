package org.traceweave.ui.certificates.internal;

import org.traceweave.certificates.DecodedObject;
import org.traceweave.model.CertificateProblem;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageText.Tone;
import org.traceweave.ui.Texts;

/** Writes what is no certificate field by field: a revocation list, a request, a message, a keystore. */
final class ObjectPage {

    private static final Texts TEXTS = new Texts(ObjectPage.class);

    private ObjectPage() {
    }

    static PageText write(DecodedObject object, String from) {
        PageText page = new PageText();
        page.title(TEXTS.get("object." + object.kind().name()));
        page.line(from, Tone.MUTED);
        if (object.locked()) {
            page.line(TEXTS.get("object.locked"), Tone.WARNING);
        }
        page.gap();
        for (DecodedObject.Line line : object.lines()) {
            String name = "    ".repeat(Math.max(0, line.depth() - 1)) + line.name();
            boolean title = line.depth() == 0 && line.value().isEmpty() && line == object.lines().getFirst();
            if (title) {
                continue; // the page has one already
            }
            if (line.value().isEmpty()) {
                page.line(name, line.depth() == 0 ? Tone.HEADING : Tone.KEY);
            } else {
                page.fact(name, line.value());
            }
        }
        if (!object.problems().isEmpty()) {
            page.heading(TEXTS.get("details.problems"));
            for (CertificateProblem problem : object.problems()) {
                page.styled("\u25CF ", Tone.WARNING).styled(problem.field(), Tone.STRONG).styled("  " + problem.text() + "  ", Tone.TEXT)
                        .link(TEXTS.get("details.at", "offset", problem.offset()), new CertificateLink.ToBytes((int) problem.offset())).line();
            }
        }
        return page;
    }
}
