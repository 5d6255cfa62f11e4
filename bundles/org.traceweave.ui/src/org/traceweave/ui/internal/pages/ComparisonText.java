package org.traceweave.ui.internal.pages;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.traceweave.analysis.SignInComparison;
import org.traceweave.analysis.SignInComparison.Fact;
import org.traceweave.analysis.SignInComparison.FactDifference;
import org.traceweave.analysis.SignInComparison.StepPair;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInStep;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageText.Tone;
import org.traceweave.ui.Texts;
import org.traceweave.ui.TimeDisplay;

/** Writes how an attempt differs from the last success: the first step at which they part, what else is not the same, both with their evidence. */
final class ComparisonText {

    private static final Texts TEXTS = new Texts(ComparisonText.class);
    private static final int MOST_VALUES = 6;

    private final SignInComparison comparison;
    private final TimeDisplay time;
    private final CertificateNames certificates;
    private final PageText page;

    ComparisonText(SignInComparison comparison, TimeDisplay time, CertificateNames certificates, PageText page) {
        this.comparison = comparison;
        this.time = time;
        this.certificates = certificates;
        this.page = page;
    }

    void write() {
        SignIn success = comparison.success();
        page.heading(TEXTS.get(comparison.isEarlier() ? "compare.last" : "compare.next"));
        String apart = TimeDisplay.duration(Math.abs(comparison.attempt().start() - success.start()));
        page.beginFact(TEXTS.get("compare.success"));
        page.link(time.seconds(success.start()), new DetailLink.ToSignIn(success.id()));
        page.styled("   " + TEXTS.get("compare.basis." + comparison.basis().word(), "user", success.user(), "device", success.device().orElse(""))
                + "   "
                + TEXTS.get(comparison.isEarlier() ? "compare.before" : "compare.after", "apart", apart), Tone.MUTED).line();
        Optional<StepPair> first = comparison.firstDifference();
        if (first.isPresent()) {
            step(TEXTS.get("compare.here"), first.get().attempted(), true);
            step(TEXTS.get("compare.there"), first.get().succeeded(), false);
        } else {
            page.fact(TEXTS.get("compare.first"), TEXTS.get("compare.sameSteps"));
        }
        comparison.differences().forEach(this::difference);
    }

    private void step(String name, Optional<SignInStep> step, boolean own) {
        page.beginFact(name);
        if (step.isEmpty()) {
            page.styled(TEXTS.get("compare.nothing"), Tone.MUTED).line();
            return;
        }
        page.link(TEXTS.get("phase." + step.get().phase().word()), new DetailLink.ToEvidence(step.get().evidence()));
        page.styled("   " + step.get().result(), own ? Tone.STRONG : Tone.TEXT).line();
    }

    private void difference(FactDifference difference) {
        boolean certificate = difference.fact() == Fact.CERTIFICATES;
        String here = words(certificate ? difference.attempted().stream().map(certificates::name).toList() : difference.attempted());
        String there = words(certificate ? difference.succeeded().stream().map(certificates::name).toList() : difference.succeeded());
        String key = here.isEmpty() ? "compare.onlyThere" : there.isEmpty() ? "compare.onlyHere" : "compare.values";
        page.fact(TEXTS.get("compare.fact." + difference.fact().word()), TEXTS.get(key, "here", here, "there", there));
    }

    private static String words(List<String> values) {
        String first = values.stream().limit(MOST_VALUES).collect(Collectors.joining(", "));
        return values.size() <= MOST_VALUES ? first : TEXTS.get("compare.more", "first", first, "count", values.size() - MOST_VALUES);
    }
}
