package org.traceweave.cli.internal;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.traceweave.cases.Case;
import org.traceweave.index.IndexedRecord;
import org.traceweave.model.Evidence;
import org.traceweave.model.Finding;

/** Findings for a person: gravest first, each with what it explains under it, its texts wrapped and its evidence with time and host. */
final class FindingText {

    private static final String INDENT = "    ";
    private static final int LABEL = 10;
    private static final String RULE_LINE = "-".repeat(Shown.WIDTH);

    private final Case of;
    private final Shown shown;
    private final int mostEvidence;

    FindingText(Case of, Shown shown, int mostEvidence) {
        this.of = of;
        this.shown = shown;
        this.mostEvidence = mostEvidence;
    }

    void print(List<Finding> findings) throws IOException {
        boolean first = true;
        for (Finding finding : findings) {
            if (isExplained(finding, findings)) {
                continue;
            }
            if (!first) {
                shown.line("");
                shown.line(RULE_LINE);
            }
            first = false;
            print(finding, "");
            for (Finding consequence : findings) {
                if (consequence.explainedBy().equals(Optional.of(finding.id()))) {
                    shown.line("");
                    print(consequence, INDENT);
                }
            }
        }
    }

    /** Whether it is printed under another. What is explained by a consequence is not: it stands for itself. */
    private static boolean isExplained(Finding finding, List<Finding> findings) {
        return finding.explainedBy().isPresent() && findings.stream()
                .anyMatch(cause -> cause.id().equals(finding.explainedBy().get()) && cause.explainedBy().isEmpty());
    }

    private void print(Finding finding, String indent) throws IOException {
        String severity = finding.severity().word().toUpperCase(Locale.ROOT);
        shown.wrapped(indent + severity + "  ", finding.title());
        shown.line(indent + INDENT + String.format(Locale.ROOT, "%s, confidence %.2f", finding.rule(), finding.confidence())
                + finding.explainedBy().map(cause -> ", explained by " + cause).orElse(""));
        shown.line("");
        shown.wrapped(indent + INDENT, finding.summary());
        labelled(indent, "Why", finding.explanation());
        labelled(indent, "Do", finding.remedy());
        labelled(indent, "Capture", finding.captureAdvice());
        labelled(indent, "Missing", String.join(", ", finding.needs()));
        evidence(indent, "Evidence", finding.evidence(), finding.evidenceCount());
        evidence(indent, "Against", finding.against(), finding.against().size());
    }

    private void labelled(String indent, String label, String text) {
        if (!text.isBlank()) {
            shown.wrapped(indent + INDENT + label + " ".repeat(LABEL - label.length()), text);
        }
    }

    private void evidence(String indent, String label, List<Evidence> evidence, long count) throws IOException {
        if (evidence.isEmpty()) {
            return;
        }
        int printed = Math.min(evidence.size(), mostEvidence);
        labelled(indent, label, count + (count == 1 ? " record" : " records") + (printed < count ? ", the first " + printed + ":" : ":"));
        for (Evidence each : evidence.subList(0, printed)) {
            Optional<IndexedRecord> record = of.find(each);
            String when = record.map(found -> shown.time(found.time())).orElse("-");
            String host = record.flatMap(IndexedRecord::host).orElse("-");
            shown.wrapped(indent + INDENT + " ".repeat(LABEL) + String.format(Locale.ROOT, "%-24s  %-10s  ", when, host), Shown.evidence(each));
        }
    }
}
