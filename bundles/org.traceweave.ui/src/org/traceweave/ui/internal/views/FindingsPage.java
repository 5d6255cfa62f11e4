package org.traceweave.ui.internal.views;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.traceweave.model.Evidence;
import org.traceweave.model.Finding;
import org.traceweave.model.Severity;
import org.traceweave.model.SignIn;
import org.traceweave.ui.CaseAnswers;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageText.Tone;
import org.traceweave.ui.Texts;

/** Writes the findings of a case: each by its claim, the unfolded ones with why, what to do, and the evidence for and against. */
final class FindingsPage {

    /** Unfolds or folds a finding when its link is followed. */
    record Unfold(Finding finding) {
    }

    /** A piece of evidence of a finding. */
    record EvidenceLink(Finding finding, Evidence evidence) {
    }

    /** Shows a list to its end, the one of that name under that finding. */
    record ShowAll(String finding, String list) {
    }

    /** A sign-in that a finding is joined to. */
    record SignInLink(String id) {
    }

    private static final Texts TEXTS = new Texts(FindingsPage.class);
    private static final int SHOWN_EVIDENCE = 12;

    private final CaseAnswers answers;
    private final Optional<String> unfolded;
    private final Set<ShowAll> whole;
    private final EvidenceNames names;
    private final PageText page = new PageText();

    /** @param whole the lists that are shown to their end */
    FindingsPage(CaseAnswers answers, Optional<String> unfolded, Set<ShowAll> whole, EvidenceNames names) {
        this.answers = answers;
        this.unfolded = unfolded;
        this.whole = whole;
        this.names = names;
    }

    PageText write() {
        List<Finding> top = answers.findings().stream().filter(finding -> finding.explainedBy().isEmpty()).toList();
        answers.troubles().forEach(trouble -> page.line(trouble, Tone.WARNING));
        if (top.isEmpty()) {
            page.line(TEXTS.get(answers.pending().isPresent() ? "findings.pending" : "findings.none"), Tone.MUTED);
        }
        for (Finding finding : top) {
            write(finding, 0);
        }
        return page;
    }

    private void write(Finding finding, int depth) {
        boolean open = unfolded.filter(finding.id()::equals).isPresent();
        if (depth == 0) {
            page.gap();
        }
        page.band();
        page.styled("\u25CF ", tone(finding.severity()));
        page.titleLink((open ? "\u25BE " : "\u25B8 ") + finding.title(), new Unfold(finding));
        page.styled("   " + TEXTS.get("severity." + finding.severity().word()), tone(finding.severity()));
        page.styled("   " + TEXTS.get("findings.confidence", "percent", Math.round(finding.confidence() * 100)), Tone.MUTED).line();
        page.paragraph(finding.summary());
        if (open) {
            details(finding);
        }
        answers.findings().stream().filter(other -> other.explainedBy().filter(finding.id()::equals).isPresent())
                .forEach(consequence -> {
                    page.line(TEXTS.get("findings.consequence"), Tone.MUTED);
                    write(consequence, depth + 1);
                });
    }

    private void details(Finding finding) {
        section("findings.why", finding.explanation());
        section("findings.remedy", finding.remedy());
        section("findings.capture", finding.captureAdvice());
        signIns(finding);
        evidence("findings.for", finding, finding.evidence(), finding.evidenceCount());
        evidence("findings.against", finding, finding.against(), finding.against().size());
        page.fact(TEXTS.get("findings.needs"), String.join(", ", finding.needs()));
        page.line(TEXTS.get("findings.rule", "rule", finding.rule()), Tone.MUTED);
    }

    private void section(String key, String words) {
        if (!words.isBlank()) {
            page.gap().line(TEXTS.get(key), Tone.STRONG).paragraph(words);
        }
    }

    private void signIns(Finding finding) {
        if (finding.signins().isEmpty()) {
            return;
        }
        page.gap().line(TEXTS.get("findings.signIns"), Tone.STRONG);
        ShowAll all = new ShowAll(finding.id(), "findings.signIns");
        for (String id : finding.signins().subList(0, shown(all, finding.signins().size()))) {
            Optional<SignIn> signIn = answers.signIns().stream().filter(each -> each.id().equals(id)).findFirst();
            page.link(signIn.map(names::of).orElse(id), new SignInLink(id)).line();
        }
        more(all, finding.signins().size(), finding.signins().size());
    }

    private void evidence(String key, Finding finding, List<Evidence> evidence, long count) {
        if (evidence.isEmpty()) {
            return;
        }
        page.gap().line(TEXTS.get(key, "count", count), Tone.STRONG);
        ShowAll all = new ShowAll(finding.id(), key);
        for (Evidence each : evidence.subList(0, shown(all, evidence.size()))) {
            page.link(names.of(each), new EvidenceLink(finding, each)).line();
        }
        more(all, evidence.size(), count);
    }

    private int shown(ShowAll list, int size) {
        return whole.contains(list) ? size : Math.min(SHOWN_EVIDENCE, size);
    }

    /** @param size how many are at hand; {@code count} is the true number, of which the finding may hold only a part */
    private void more(ShowAll list, int size, long count) {
        if (shown(list, size) < size) {
            page.link(TEXTS.get("findings.all", "count", size), list).line();
        } else if (count > size) {
            page.line(TEXTS.get("findings.more", "count", count - size), Tone.MUTED);
        }
    }

    static Tone tone(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Tone.ERROR;
            case WARNING -> Tone.WARNING;
            case INFO -> Tone.ACCENT;
            case OK -> Tone.GOOD;
            case NOT_APPLICABLE -> Tone.MUTED;
        };
    }
}
