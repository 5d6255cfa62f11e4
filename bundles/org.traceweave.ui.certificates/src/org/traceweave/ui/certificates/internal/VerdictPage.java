package org.traceweave.ui.certificates.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.traceweave.analysis.CertificateSightings;
import org.traceweave.certificates.CertificateLint;
import org.traceweave.certificates.CertificateRole;
import org.traceweave.certificates.ChainAlternative;
import org.traceweave.certificates.ChainLink;
import org.traceweave.certificates.LintRule;
import org.traceweave.certificates.MissingIssuer;
import org.traceweave.model.Certificate;
import org.traceweave.model.CertificateOrigin;
import org.traceweave.model.Lint;
import org.traceweave.model.LintLevel;
import org.traceweave.model.SignIn;
import org.traceweave.model.UtcTime;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageText.Tone;
import org.traceweave.ui.Texts;
import org.traceweave.ui.TimeDisplay;
import org.traceweave.ui.certificates.internal.words.Explanations;

/**
 * Writes the first page about a certificate: what it is in one sentence, what is wrong with it, why that matters and what mends it, and who saw
 * it.
 */
final class VerdictPage {

    private static final Texts TEXTS = new Texts(VerdictPage.class);
    private static final int PLACES = 12;
    private static final int SIGN_INS = 8;
    private static final int NAMES = 4;
    private static final String INDENT = "    ";
    private static final String DOT = "\u25CF ";

    private final Dossier dossier;
    private final Certificate facts;
    private final TimeDisplay time;
    private final PageText page = new PageText();

    VerdictPage(Dossier dossier, TimeDisplay time) {
        this.dossier = dossier;
        facts = dossier.facts();
        this.time = time;
    }

    PageText write() {
        CertificateRole role = CertificateRole.of(facts);
        page.title(CertificateWords.shortName(facts.subject()).isBlank() ? TEXTS.get("verdict.nameless") : CertificateWords.shortName(facts.subject()));
        dossier.openedFrom().ifPresent(from -> page.line(from, Tone.MUTED));
        page.styled(DOT, worst()).line(sentence(role), Tone.TEXT);
        page.line(TEXTS.get("verdict.role", "reason", role.reason()), Tone.MUTED);
        validityAtEvent();
        summary();
        findings();
        sightings();
        return page;
    }

    /** The tone of the gravest that is to be said of it. */
    private Tone worst() {
        boolean outOfTime = dossier.eventTime().isPresent() && ValidityWords.at(facts, dossier.eventTime().getAsLong(), true).isPresent();
        if (outOfTime) {
            return Tone.ERROR;
        }
        if (dossier.decoded().isEmpty()) {
            return Tone.MUTED;
        }
        return CertificateWords.gravest(facts).filter(level -> level == LintLevel.ERROR || level == LintLevel.WARNING).map(VerdictPage::tone)
                .orElse(facts.problems().isEmpty() ? Tone.GOOD : Tone.WARNING);
    }

    /** What it is, until when, signed with what by whom. */
    private String sentence(CertificateRole role) {
        String what = role.kind().title().substring(0, 1).toUpperCase(Locale.ROOT) + role.kind().title().substring(1);
        String until = facts.notAfter().isPresent() ? time.day(facts.notAfter().getAsLong()) : "?";
        String hash = facts.signatureHash().map(CertificateWords::hash).or(facts::signatureAlgorithm).orElse("?");
        if (facts.isSelfIssued()) {
            return TEXTS.get("verdict.sentence.self", "what", what, "until", until, "hash", hash);
        }
        return TEXTS.get("verdict.sentence", "what", what, "until", until, "hash", hash, "issuer", CertificateWords.shortName(facts.issuer()));
    }

    private void validityAtEvent() {
        if (dossier.eventTime().isPresent()) {
            ValidityWords.at(facts, dossier.eventTime().getAsLong(), true).ifPresent(words -> page.line(words, Tone.ERROR));
        }
    }

    private void summary() {
        page.gap();
        List<String> names = facts.subjectAltNames();
        String more = names.size() > NAMES ? TEXTS.get("verdict.moreNames", "count", names.size() - NAMES) : "";
        page.beginFact(TEXTS.get("verdict.names"));
        Optional<String> undecoded = CertificateWords.undecoded(facts, "subjectAltName");
        if (undecoded.isPresent()) {
            page.styled(undecoded.get(), Tone.WARNING);
        } else if (names.isEmpty()) {
            page.styled(TEXTS.get("verdict.noNames"), Tone.MUTED);
        } else {
            page.styled(String.join(", ", names.stream().limit(NAMES).map(CertificateWords::bareName).toList()), Tone.TEXT);
            if (!more.isEmpty()) {
                page.styled(" ", Tone.TEXT).link(more, new CertificateLink.ToPage(CertificateTab.NAMES));
            }
        }
        page.line();
        page.fact(TEXTS.get("verdict.signed"), facts.signatureAlgorithm().orElse(""), CertificateWords.isWeak(facts) ? Tone.ERROR : Tone.TEXT);
        page.fact(TEXTS.get("verdict.key"), CertificateWords.key(facts));
        page.fact(TEXTS.get("verdict.thumbprint"), facts.sha1().orElse(""));
        dossier.chain().ifPresent(this::chain);
        if (facts.origin() != CertificateOrigin.BYTES && dossier.decoded().isEmpty()) {
            page.line(TEXTS.get("verdict.event"), Tone.MUTED);
        }
    }

    private void chain(ChainAlternative chain) {
        page.beginFact(TEXTS.get("verdict.chain"));
        String last = CertificateWords.shortName(chain.missing().flatMap(MissingIssuer::name).or(() -> chain.last().facts().subject()));
        boolean wrong = chain.links().stream().anyMatch(link -> link.signature() == ChainLink.SignatureCheck.WRONG);
        boolean fine = chain.end() == ChainAlternative.End.TRUSTED || chain.end() == ChainAlternative.End.ROOT;
        page.styled(wrong ? TEXTS.get("verdict.chain.unverified") : TEXTS.get("chain.end." + chain.end().name(), "name", last, "count", chain.links()
                .size()),
                fine && !wrong ? Tone.TEXT : Tone.WARNING);
        page.styled("  ", Tone.TEXT).link(TEXTS.get("verdict.chain.show"), new CertificateLink.ToPage(CertificateTab.CHAIN)).line();
    }

    private void findings() {
        List<Lint> sorted = facts.lints().stream().sorted((one, other) -> one.level().compareTo(other.level())).toList();
        page.heading(TEXTS.get(sorted.isEmpty() ? "verdict.findings.none" : "verdict.findings"));
        if (dossier.decoded().isEmpty()) {
            page.line(TEXTS.get("verdict.unjudged"), Tone.MUTED);
        } else if (sorted.isEmpty()) {
            page.styled(DOT, Tone.GOOD).line(TEXTS.get("verdict.none"), Tone.TEXT);
        }
        sorted.forEach(this::finding);
        if (!facts.problems().isEmpty()) {
            page.styled(DOT, Tone.WARNING).styled(TEXTS.get(facts.problems().size() == 1 ? "verdict.problem" : "verdict.problems", "count",
                    facts.problems().size()), Tone.TEXT)
                    .styled("  ", Tone.TEXT).link(TEXTS.get("verdict.problems.show"), new CertificateLink.ToPage(CertificateTab.DETAILS)).line();
        }
    }

    private void finding(Lint lint) {
        Optional<LintRule> rule = CertificateLint.rules().stream().filter(each -> each.id().equals(lint.id())).findFirst();
        page.styled(DOT, tone(lint.level())).styled(lint.text(), lint.level() == LintLevel.ERROR ? Tone.STRONG : Tone.TEXT);
        page.styled("   " + TEXTS.get("level." + lint.level().word()) + ", " + lint.id() + rule.map(each -> " " + each.name()).orElse(""),
                Tone.MUTED).line();
        if (lint.level() == LintLevel.NOT_EFFECTIVE) {
            rule.flatMap(LintRule::effective).ifPresent(day -> page.line(INDENT + TEXTS.get("verdict.notEffective", "day", day), Tone.MUTED));
            return;
        }
        Explanations.why(lint.id()).ifPresent(why -> page.fact(INDENT + TEXTS.get("verdict.why"), why));
        Explanations.fix(lint.id()).ifPresent(fix -> page.fact(INDENT + TEXTS.get("verdict.fix"), fix));
        rule.ifPresent(each -> source(each.source()));
    }

    private void source(String source) {
        page.beginFact(INDENT + TEXTS.get("verdict.source"));
        Explanations.address(source).ifPresentOrElse(address -> page.link(source, new CertificateLink.ToAddress(address)),
                () -> page.styled(source, Tone.MUTED));
        page.line();
    }

    static Tone tone(LintLevel level) {
        return switch (level) {
            case ERROR -> Tone.ERROR;
            case WARNING -> Tone.WARNING;
            case INFO -> Tone.ACCENT;
            case NOT_EFFECTIVE -> Tone.MUTED;
        };
    }

    private void sightings() {
        CertificateSightings seen = dossier.sightings();
        if (seen.count() == 0) {
            if (dossier.openedFrom().isPresent()) {
                page.heading(TEXTS.get("verdict.unseen"));
            }
            return;
        }
        page.heading(seen.count() == 1 ? TEXTS.get("verdict.seen.one") : TEXTS.get("verdict.seen", "count", seen.count()));
        seen.places().stream().limit(PLACES).forEach(this::place);
        if (seen.count() > PLACES) {
            page.line(TEXTS.get("verdict.seen.more", "count", seen.count() - Math.min(PLACES, seen.places().size())), Tone.MUTED);
        }
        if (!seen.signIns().isEmpty()) {
            long failed = seen.signIns().stream().filter(SignIn::isFailure).count();
            page.heading(TEXTS.get(seen.signIns().size() == 1 ? "verdict.signIns.one" : "verdict.signIns", "count", seen.signIns().size(), "failed",
                    failed));
            seen.signIns().stream().sorted((one, other) -> Boolean.compare(other.isFailure(), one.isFailure())).limit(SIGN_INS).forEach(this::signIn);
            if (seen.signIns().size() > SIGN_INS) {
                page.line(TEXTS.get("verdict.seen.more", "count", seen.signIns().size() - SIGN_INS), Tone.MUTED);
            }
        }
    }

    private void place(CertificateSightings.Place place) {
        String when = place.time() == UtcTime.UNKNOWN ? TEXTS.get("verdict.file") : time.dateTime(place.time());
        page.link(when, new CertificateLink.ToEvidence(place.evidence()));
        place.host().ifPresent(host -> page.styled("  " + host, Tone.STRONG));
        String kind = place.time() == UtcTime.UNKNOWN ? "" : TEXTS.get("kind." + place.kind().word()) + ", ";
        page.styled("  " + kind + place.evidence().source(), Tone.MUTED).line();
    }

    private void signIn(SignIn signIn) {
        page.styled(DOT, signIn.isFailure() ? Tone.ERROR : Tone.GOOD).link(time.dateTime(signIn.start()), new CertificateLink.ToSignIn(signIn.id()));
        page.styled("  " + signIn.user(), Tone.STRONG).styled("  " + signIn.outcome().word() + signIn.device().map(device -> ", " + device)
                .orElse(""), Tone.MUTED).line();
    }
}
