package org.traceweave.ui.certificates.internal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.traceweave.analysis.CertificateSightings;
import org.traceweave.certificates.CertificateRole;
import org.traceweave.certificates.ChainAlternative;
import org.traceweave.certificates.ChainLink;
import org.traceweave.certificates.MissingIssuer;
import org.traceweave.certificates.CertificateText;
import org.traceweave.model.Certificate;
import org.traceweave.model.Lint;
import org.traceweave.model.LintLevel;
import org.traceweave.model.UtcTime;
import org.traceweave.ui.Texts;
import org.traceweave.ui.certificates.internal.words.Explanations;

/**
 * Writes a certificate as Markdown for a ticket: the facts, what is wrong with it and how to mend it, its chain, where it was seen, and its PEM.
 * Times in UTC.
 */
final class CertificateMarkdown {

    private static final Texts TEXTS = new Texts(CertificateMarkdown.class);
    private static final int PLACES = 5;

    private final Dossier dossier;
    private final Certificate facts;
    private final StringBuilder text = new StringBuilder();

    private CertificateMarkdown(Dossier dossier) {
        this.dossier = dossier;
        facts = dossier.facts();
    }

    static String of(Dossier dossier) {
        return new CertificateMarkdown(dossier).write();
    }

    private String write() {
        text.append("### ").append(escaped(CertificateWords.shortName(facts.subject()))).append("\n\n");
        text.append(CertificateRole.of(facts).kind().title()).append("\n\n| | |\n| --- | --- |\n");
        row("verdict.subject", facts.subject());
        row("verdict.issuer", facts.issuer());
        row("verdict.names", Optional.of(String.join(", ", facts.subjectAltNames())));
        row("verdict.valid", Optional.of(day(facts.notBefore()) + " \u2013 " + day(facts.notAfter())));
        row("verdict.signed", facts.signatureAlgorithm());
        row("verdict.key", Optional.of(CertificateWords.key(facts)));
        row("verdict.serial", facts.serial());
        code("SHA-1", facts.sha1());
        code("SHA-256", facts.sha256());
        findings();
        dossier.chain().ifPresent(this::chain);
        seen();
        dossier.decoded().map(CertificateText::pem).ifPresent(pem -> text.append("\n```\n").append(pem.strip()).append("\n```\n"));
        return text.toString();
    }

    private void row(String title, Optional<String> value) {
        value.filter(each -> !each.isBlank()).ifPresent(each -> text.append("| ").append(TEXTS.get(title)).append(" | ").append(escaped(each))
                .append(" |\n"));
    }

    private void code(String title, Optional<String> value) {
        value.ifPresent(each -> text.append("| ").append(title).append(" | `").append(each).append("` |\n"));
    }

    private static String day(OptionalLong time) {
        return time.isPresent() ? UtcTime.format(time.getAsLong()).substring(0, "YYYY-MM-DDThh:mm".length()).replace('T', ' ') + " UTC" : "?";
    }

    private void findings() {
        List<Lint> said = facts.lints().stream().filter(each -> each.level() != LintLevel.NOT_EFFECTIVE)
                .sorted((one, other) -> one.level().compareTo(other.level())).toList();
        for (Lint lint : said) {
            text.append(lint == said.getFirst() ? "\n" : "").append("- **").append(lint.level().word()).append("** ").append(escaped(lint.text()))
                    .append(" (").append(lint.id()).append(')');
            Explanations.fix(lint.id()).filter(fix -> lint.level() != LintLevel.INFO).ifPresent(fix -> text.append("  \n  ").append(escaped(fix)));
            text.append('\n');
        }
    }

    private void chain(ChainAlternative chain) {
        text.append("\n").append(TEXTS.get("tab.CHAIN")).append(":\n\n");
        int number = 1;
        for (ChainLink link : chain.links()) {
            Certificate each = link.certificate().facts();
            text.append(number++).append(". ").append(escaped(CertificateWords.shortName(each.subject()))).append(", ")
                    .append(each.signatureAlgorithm().orElse("?"))
                    .append(", ").append(each.sha1().map(sha1 -> "`" + sha1 + "`").orElse("")).append('\n');
        }
        if (chain.missing().isPresent()) {
            text.append(number).append(". ").append(TEXTS.get("page.missingIssuer", "name",
                    escaped(CertificateWords.shortName(chain.missing().flatMap(MissingIssuer::name))))).append('\n');
        }
    }

    private void seen() {
        CertificateSightings seen = dossier.sightings();
        if (seen.count() == 0) {
            return;
        }
        text.append('\n').append(seen.count() == 1 ? TEXTS.get("verdict.seen.one") : TEXTS.get("verdict.seen", "count", seen.count())).append(":\n\n");
        for (CertificateSightings.Place place : seen.places().subList(0, Math.min(PLACES, seen.places().size()))) {
            text.append("- ").append(place.time() == UtcTime.UNKNOWN ? "" : UtcTime.format(place.time()) + ", ")
                    .append(place.host().map(host -> host + ", ").orElse(""))
                    .append('`').append(place.evidence().source()).append("` ").append(TEXTS.get("details.at", "offset", place.evidence().offset()))
                    .append('\n');
        }
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\").replace("|", "\\|").replace("*", "\\*").replace("_", "\\_").replace("<", "&lt;").replace('\n', ' ');
    }
}
