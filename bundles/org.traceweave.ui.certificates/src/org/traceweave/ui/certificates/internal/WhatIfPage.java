package org.traceweave.ui.certificates.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.traceweave.certificates.ChainJudge;
import org.traceweave.certificates.ChainPolicy;
import org.traceweave.certificates.ChainVerdict;
import org.traceweave.certificates.ElementVerdict;
import org.traceweave.certificates.PathVerdicts;
import org.traceweave.certificates.PolicyQuestion;
import org.traceweave.certificates.Verdict;
import org.traceweave.certificates.VerdictReason;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageText.Tone;
import org.traceweave.ui.Texts;
import org.traceweave.ui.certificates.internal.words.Explanations;

/** Judges the chains of a certificate by policies and writes the verdicts, with every reason and who says so. For a background thread. */
final class WhatIfPage {

    private static final Texts TEXTS = new Texts(WhatIfPage.class);
    private static final int MOST_PATHS = 6;
    private static final String DOT = "\u25CF ";

    private final PageText page;

    WhatIfPage(PageText page) {
        this.page = page;
    }

    /** One kind of client after the other: the verdict and what it rests on. */
    void clients(List<ChainPolicy> policies, PolicyQuestion question) {
        for (ChainPolicy policy : policies) {
            client(policy, ChainJudge.by(policy, question));
        }
    }

    /** What one kind of client makes of the chain. */
    void client(ChainPolicy policy, PathVerdicts verdicts) {
        page.gap();
        verdict(verdicts.verdict(), policy.title());
        Set<VerdictReason> said = new LinkedHashSet<>();
        verdicts.best().allReasons().forEach(said::add);
        said.forEach(reason -> reason(reason, named(verdicts.best(), reason)));
        if (said.isEmpty()) {
            page.line("    " + TEXTS.get("whatIf.nothing"), Tone.MUTED);
        }
    }

    /** The certificate a reason is about; empty for one about the chain. */
    private static Optional<String> named(ChainVerdict chain, VerdictReason reason) {
        return chain.elements().stream().filter(element -> element.reasons().contains(reason)).findFirst()
                .map(element -> CertificateWords.shortName(element.certificate().facts().subject()));
    }

    /** Every path under one policy, element by element. */
    void policy(ChainPolicy policy, PolicyQuestion question) {
        PathVerdicts verdicts = ChainJudge.by(policy, question);
        page.gap();
        verdict(verdicts.verdict(), policy.title());
        source(policy.source());
        int number = 1;
        for (ChainVerdict path : verdicts.paths().subList(0, Math.min(MOST_PATHS, verdicts.paths().size()))) {
            page.heading(TEXTS.get("whatIf.path", "number", number++, "count", verdicts.paths().size()));
            path.reasons().forEach(reason -> reason(reason, Optional.empty()));
            for (ElementVerdict element : path.elements()) {
                page.styled(DOT, tone(element.verdict())).styled(CertificateWords.shortName(element.certificate().facts().subject()), Tone.STRONG)
                        .styled("  " + TEXTS.get("whatIf.element." + element.verdict().name()), tone(element.verdict())).line();
                if (element.anchor()) {
                    page.line("    " + TEXTS.get("whatIf.anchor"), Tone.MUTED);
                }
                element.reasons().forEach(reason -> reason(reason, Optional.empty()));
            }
        }
        if (!verdicts.complete()) {
            page.line(TEXTS.get("chain.more"), Tone.WARNING);
        }
    }

    private void verdict(Verdict verdict, String what) {
        page.styled(DOT, tone(verdict)).styled(what, Tone.STRONG).styled("  " + TEXTS.get("whatIf." + verdict.name()), tone(verdict)).line();
    }

    static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> Tone.GOOD;
            case REFUSED -> Tone.ERROR;
            case UNKNOWN -> Tone.WARNING;
        };
    }

    private void reason(VerdictReason reason, Optional<String> about) {
        page.styled("    " + about.map(name -> name + ": ").orElse(""), Tone.MUTED)
                .styled(reason.text(), reason.verdict() == Verdict.REFUSED ? Tone.TEXT : Tone.MUTED).line();
        source(reason.source());
    }

    private void source(String source) {
        List<String> addresses = new ArrayList<>();
        if (source.startsWith("https://")) {
            addresses.add(source);
        } else {
            Explanations.address(source).ifPresent(addresses::add);
        }
        page.styled("        ", Tone.MUTED);
        addresses.stream().findFirst().ifPresentOrElse(address -> page.link(source, new CertificateLink.ToAddress(address)),
                () -> page.styled(source, Tone.MUTED));
        page.line();
    }
}
