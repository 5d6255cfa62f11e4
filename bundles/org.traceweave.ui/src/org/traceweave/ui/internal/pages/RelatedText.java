package org.traceweave.ui.internal.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.traceweave.model.Related;
import org.traceweave.model.Relation;
import org.traceweave.model.RelationGround;
import org.traceweave.model.SignIn;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageText.Tone;
import org.traceweave.ui.Texts;

/** Writes what stands beside an attempt, what explains it first, and how the confidence of each adds up. */
final class RelatedText {

    private static final Texts TEXTS = new Texts(RelatedText.class);
    private static final int MOST_VALUE = 90;

    private final SignIn signIn;
    private final AttemptContext context;
    private final PageText page;

    RelatedText(SignIn signIn, AttemptContext context, PageText page) {
        this.signIn = signIn;
        this.context = context;
        this.page = page;
    }

    void write() {
        if (signIn.related().isEmpty()) {
            return;
        }
        page.heading(TEXTS.get("attempt.related"));
        List<Related> order = signIn.related().stream().limit(AttemptPage.SHOWN)
                .sorted(Comparator.comparing(Related::relation).thenComparing(Comparator.comparingDouble(Related::confidence).reversed())).toList();
        order.forEach(this::one);
    }

    private void one(Related related) {
        AttemptContext.Beside beside = context.beside().getOrDefault(related.evidence(), new AttemptContext.Beside("", "", ""));
        boolean explains = related.relation() == Relation.EXPLAINS;
        page.beginFact(String.format(Locale.ROOT, "%+.3f s", related.deltaSeconds()));
        page.link(beside.name().isEmpty() ? TEXTS.get("related." + related.kind().word()) : beside.name(),
                new DetailLink.ToEvidence(related.evidence()));
        page.styled((beside.host().isEmpty() ? "" : "   " + beside.host()) + "   " + TEXTS.get(explains ? "attempt.explains" : "attempt.coincident",
                "percent", Math.round(related.confidence() * 100)), explains ? Tone.STRONG : Tone.MUTED).line();
        if (!beside.words().isBlank()) {
            page.beginFact(" ").styled(beside.words(), explains ? Tone.TEXT : Tone.MUTED).line();
        }
        for (RelationGround ground : related.grounds()) {
            page.beginFact(" ").styled(TEXTS.get("ground.line", "weight", String.format(Locale.ROOT, "%+.1f %%", ground.weight() * 100), "join",
                    TEXTS.get("ground." + ground.join().word()), "value", shortened(ground.value())), Tone.MUTED).line();
        }
    }

    private static String shortened(String value) {
        return value.length() <= MOST_VALUE ? value : value.substring(0, MOST_VALUE - 1) + "\u2026";
    }
}
