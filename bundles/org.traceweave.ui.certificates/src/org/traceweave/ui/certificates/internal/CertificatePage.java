package org.traceweave.ui.certificates.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.traceweave.certificates.CertificateChain;
import org.traceweave.certificates.CertificateText;
import org.traceweave.certificates.ChainLink;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.model.Certificate;
import org.traceweave.model.CertificateExtension;
import org.traceweave.model.CertificateOrigin;
import org.traceweave.model.Evidence;
import org.traceweave.model.Lint;
import org.traceweave.model.LintLevel;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageText.Tone;
import org.traceweave.ui.Texts;
import org.traceweave.ui.TimeDisplay;

/** Writes a certificate: the verdict first, then names, validity, key, fingerprints, chain, extensions, where it was seen, and its text. */
final class CertificatePage {

    private static final Texts TEXTS = new Texts(CertificatePage.class);
    private static final int SHOWN = 20;

    private final Certificate certificate;
    private final Optional<CertificateChain> chain;
    private final TimeDisplay time;
    private final PageText page = new PageText();

    /** @param chain as far as the case's certificates reach; empty where its bytes are not at hand */
    CertificatePage(Certificate certificate, Optional<CertificateChain> chain, TimeDisplay time) {
        this.certificate = certificate;
        this.chain = chain;
        this.time = time;
    }

    PageText write() {
        page.title(CertificateWords.shortName(certificate.subject()));
        page.line(TEXTS.get(role()), Tone.MUTED);
        verdict();
        names();
        validity();
        key();
        fingerprints();
        chain.ifPresent(this::chain);
        extensions();
        problems();
        seen();
        chain.map(CertificateChain::leaf).ifPresent(this::text);
        return page;
    }

    private String role() {
        if (certificate.isSelfIssued()) {
            return "role.root";
        }
        return certificate.isCa().orElse(false) ? "role.ca" : "role.leaf";
    }

    private void verdict() {
        page.gap();
        if (certificate.lints().isEmpty()) {
            page.styled("\u25CF ", Tone.GOOD).line(TEXTS.get("verdict.none"), Tone.TEXT);
        }
        List<Lint> sorted = certificate.lints().stream().sorted((one, other) -> one.level().compareTo(other.level())).toList();
        for (Lint lint : sorted) {
            page.styled("\u25CF ", tone(lint.level())).styled(lint.text(), lint.level() == LintLevel.ERROR ? Tone.STRONG : Tone.TEXT);
            page.styled("   " + lint.id(), Tone.MUTED).line();
        }
        if (certificate.origin() == CertificateOrigin.EVENT) {
            page.line(TEXTS.get("verdict.event"), Tone.MUTED);
        }
    }

    private static Tone tone(LintLevel level) {
        return switch (level) {
            case ERROR -> Tone.ERROR;
            case WARNING -> Tone.WARNING;
            case INFO -> Tone.ACCENT;
            case NOT_EFFECTIVE -> Tone.MUTED;
        };
    }

    private void names() {
        page.heading(TEXTS.get("page.names"));
        page.fact(TEXTS.get("page.subject"), certificate.subject().orElse(""));
        page.fact(TEXTS.get("page.issuer"), certificate.issuer().orElse(""));
        page.fact(TEXTS.get("page.serial"), certificate.serial().orElse(""));
        page.fact(TEXTS.get("page.altNames"), String.join(", ", certificate.subjectAltNames()));
    }

    private void validity() {
        page.heading(TEXTS.get("page.validity"));
        certificate.notBefore().ifPresent(from -> page.fact(TEXTS.get("page.from"), time.seconds(from) + " " + time.zoneName()));
        certificate.notAfter().ifPresent(to -> page.fact(TEXTS.get("page.to"), time.seconds(to) + " " + time.zoneName()));
    }

    private void key() {
        page.heading(TEXTS.get("page.key"));
        page.fact(TEXTS.get("page.publicKey"), CertificateWords.key(certificate));
        page.fact(TEXTS.get("page.signature"), certificate.signatureAlgorithm().orElse(""),
                CertificateWords.isWeak(certificate) ? Tone.ERROR : Tone.TEXT);
        page.fact(TEXTS.get("page.usage"), String.join(", ", certificate.keyUsage()));
        page.fact(TEXTS.get("page.extendedUsage"), String.join(", ", certificate.extendedKeyUsage()));
        certificate.isCa().ifPresent(ca -> page.fact(TEXTS.get("page.isCa"), TEXTS.get(ca ? "page.yes" : "page.no")));
    }

    private void fingerprints() {
        page.heading(TEXTS.get("page.fingerprints"));
        certificate.sha1().ifPresent(hash -> page.fact("SHA-1", CertificateWords.pairs(hash)));
        certificate.sha256().ifPresent(hash -> page.fact("SHA-256", CertificateWords.pairs(hash)));
        page.fact(TEXTS.get("page.subjectKeyId"), certificate.subjectKeyId().orElse(""));
        page.fact(TEXTS.get("page.authorityKeyId"), certificate.authorityKeyId().orElse(""));
    }

    private void chain(CertificateChain built) {
        page.heading(TEXTS.get("page.chain"));
        int depth = 0;
        for (ChainLink link : built.links()) {
            Certificate facts = link.certificate().facts();
            page.styled("    ".repeat(depth) + (depth == 0 ? "" : "\u2514 "), Tone.MUTED);
            String name = CertificateWords.shortName(facts.subject());
            if (depth > 0 && facts.sha1().isPresent()) {
                page.link(name, new CertificateLink.ToCertificate(facts.sha1().get()));
            } else {
                page.styled(name, Tone.STRONG);
            }
            facts.signatureHash().ifPresent(hash -> page.styled("   " + hash, CertificateWords.isWeak(facts) ? Tone.ERROR : Tone.MUTED));
            page.styled("   " + TEXTS.get("signature." + link.signature().name().toLowerCase(Locale.ROOT)),
                    link.signature() == ChainLink.SignatureCheck.WRONG ? Tone.ERROR : Tone.MUTED).line();
            depth++;
        }
        int missing = depth;
        built.missingIssuer().ifPresent(name -> page.styled("    ".repeat(missing) + "\u2514 ", Tone.MUTED)
                .line(TEXTS.get("page.missingIssuer", "name", CertificateWords.shortName(Optional.of(name))), Tone.WARNING));
    }

    private void extensions() {
        if (certificate.extensions().isEmpty()) {
            return;
        }
        page.heading(TEXTS.get("page.extensions"));
        for (CertificateExtension extension : certificate.extensions()) {
            String name = extension.critical() ? TEXTS.get("page.critical", "name", extension.name()) : extension.name();
            page.fact(name, extension.text().replace('\n', ' '));
        }
    }

    private void problems() {
        if (!certificate.problems().isEmpty()) {
            page.heading(TEXTS.get("page.problems"));
            certificate.problems().forEach(problem -> page.fact(problem.field(), TEXTS.get("page.problem", "text", problem.text(), "offset",
                    problem.offset()), Tone.WARNING));
        }
    }

    private void seen() {
        page.heading(TEXTS.get("page.seen", "count", certificate.seenCount()));
        for (Evidence evidence : certificate.seen().subList(0, Math.min(SHOWN, certificate.seen().size()))) {
            page.link(TEXTS.get("page.place", "source", evidence.source(), "offset", evidence.offset()),
                    new CertificateLink.ToEvidence(evidence)).line();
        }
    }

    private void text(DecodedCertificate decoded) {
        page.heading(TEXTS.get("page.text"));
        page.styled(CertificateText.text(decoded).strip(), Tone.MONO).line().line();
        page.styled(CertificateText.pem(decoded).strip(), Tone.MONO).line();
    }
}
