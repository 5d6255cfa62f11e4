package org.traceweave.ui.certificates.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.traceweave.analysis.CertificateOpinions;
import org.traceweave.analysis.ChainDisagreement;
import org.traceweave.certificates.ChainLink;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.MissingIssuer;
import org.traceweave.model.Certificate;
import org.traceweave.model.CertificateOrigin;
import org.traceweave.model.Lint;
import org.traceweave.model.LintLevel;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageText.Tone;
import org.traceweave.ui.Texts;

/** Writes the cells of the table of a chain: a certificate, what is computed for it, what Windows said of it, what peers did with it. */
final class ChainCells {

    private static final Texts TEXTS = new Texts(ChainCells.class);
    private static final String DOT = "\u25CF ";

    private final Optional<String> machine;

    /** @param machine the one machine whose words count; empty for all */
    ChainCells(Optional<String> machine) {
        this.machine = machine;
    }

    static PageText head(String key) {
        return new PageText().styled(TEXTS.get(key), Tone.KEY);
    }

    PageText certificate(ChainPane.Element element, boolean trusted) {
        PageText cell = name(element.certificate(), CertificateWords.shortName(element.certificate().subject()));
        if (trusted) {
            cell.styled(DOT, Tone.GOOD).line(TEXTS.get("chain.trusted"), Tone.TEXT);
        }
        for (ChainDisagreement each : ChainDisagreement.about(element.link(), ofMachine(element.opinions()))) {
            cell.styled("\u2260 ", Tone.ERROR).line(TEXTS.get("chain.differ." + each.kind().name(), "who", each.who()
                    .isBlank() ? TEXTS.get("chain.machine") : each.who()), Tone.ERROR);
        }
        return cell;
    }

    /** The name as a link, in italics for one without bytes, and what it is signed with. */
    static PageText name(Certificate facts, String name) {
        PageText cell = new PageText();
        String shown = name.isBlank() ? facts.sha1().orElse("?") : name;
        if (facts.origin() != CertificateOrigin.BYTES) {
            cell.line(shown, Tone.ITALIC);
            facts.sha1().ifPresent(sha1 -> cell.link(TEXTS.get("chain.virtual"), new CertificateLink.ToCertificate(sha1)).line());
        } else if (facts.sha1().isPresent()) {
            cell.link(shown, new CertificateLink.ToCertificate(facts.sha1().get())).line();
        } else {
            cell.line(shown, Tone.STRONG);
        }
        facts.signatureHash().ifPresent(hash -> cell.styled(CertificateWords.hash(hash), CertificateWords.isWeak(facts) ? Tone.ERROR : Tone.MUTED)
                .styled(", ", Tone.MUTED));
        return cell.styled(CertificateWords.key(facts), Tone.MUTED).line();
    }

    static PageText computed(ChainPane.Element element) {
        PageText cell = new PageText();
        ChainLink.SignatureCheck signature = element.link().signature();
        cell.styled(DOT, signature == ChainLink.SignatureCheck.WRONG ? Tone.ERROR : signature == ChainLink.SignatureCheck.VERIFIED ? Tone.GOOD
                : Tone.MUTED)
                .line(TEXTS.get("signature." + signature.name().toLowerCase(Locale.ROOT)), Tone.TEXT);
        if (element.link().issuer() == ChainLink.IssuerMatch.NAME) {
            cell.styled(DOT, Tone.WARNING).line(TEXTS.get("chain.nameOnly"), Tone.TEXT);
        }
        lints(cell, element.certificate());
        return cell;
    }

    /** What its own fields say, where how it hangs on the next one cannot be computed. */
    static PageText judged(Certificate certificate) {
        PageText cell = new PageText();
        lints(cell, certificate);
        return cell.length() == 0 ? cell.styled(DOT, Tone.GOOD).line(TEXTS.get("verdict.none"), Tone.TEXT) : cell;
    }

    private static void lints(PageText cell, Certificate certificate) {
        for (Lint lint : certificate.lints()) {
            if (lint.level() == LintLevel.ERROR || lint.level() == LintLevel.WARNING) {
                cell.styled(DOT, lint.level() == LintLevel.ERROR ? Tone.ERROR : Tone.WARNING).line(lint.text() + " (" + lint.id() + ")", Tone.TEXT);
            }
        }
    }

    /** An issuer that is not at hand. */
    PageText missing(MissingIssuer issuer, Optional<Certificate> told) {
        PageText cell = new PageText();
        cell.styled("\u2508\u2508 ", Tone.WARNING).line(CertificateWords.shortName(issuer.name()), Tone.ITALIC);
        cell.line(TEXTS.get("chain.missing.why"), Tone.WARNING);
        told.flatMap(Certificate::sha1).ifPresent(sha1 -> cell.link(TEXTS.get("chain.virtual"), new CertificateLink.ToCertificate(sha1)).line());
        return cell;
    }

    static PageText knownFrom(MissingIssuer issuer) {
        PageText cell = new PageText().line(TEXTS.get("chain.known"), Tone.MUTED);
        for (MissingIssuer.Source source : issuer.knownFrom()) {
            cell.styled(TEXTS.get("chain.known." + source.kind().name()) + " ", Tone.KEY).line(source.value(), Tone.TEXT);
        }
        for (DecodedCertificate other : issuer.otherKeys()) {
            cell.styled(DOT, Tone.WARNING).link(TEXTS.get("chain.otherKey", "name", CertificateWords.shortName(other.facts().subject())),
                    new CertificateLink.ToCertificate(other.facts().sha1().orElse(""))).line();
        }
        return cell;
    }

    private CertificateOpinions ofMachine(CertificateOpinions opinions) {
        return machine.isEmpty() ? opinions
                : new CertificateOpinions(opinions.windows().stream().filter(said -> machine.get().equals(said.host())).toList(), opinions.peers());
    }

    PageText windows(CertificateOpinions opinions) {
        PageText cell = new PageText();
        List<CertificateOpinions.OfWindows> said = ofMachine(opinions).windows();
        if (said.isEmpty()) {
            return cell.line(TEXTS.get("chain.windows.none"), Tone.MUTED);
        }
        said.forEach(each -> windows(cell, each));
        return cell;
    }

    private static void windows(PageText cell, CertificateOpinions.OfWindows said) {
        cell.styled(DOT, said.trustErrors().isEmpty() ? Tone.GOOD : Tone.ERROR)
                .link(said.host().isBlank() ? TEXTS.get("chain.machine") : said.host(), new CertificateLink.ToEvidence(said.evidence()))
                .styled(times(said.count()), Tone.MUTED).line();
        cell.line(said.trustErrors().isEmpty() ? TEXTS.get("chain.windows.good") : said.meanings().isEmpty() ? String.join(", ", said.trustErrors())
                : String.join(" ", said.meanings()),
                Tone.TEXT);
        if (!said.trustErrors().isEmpty() && !said.meanings().isEmpty()) {
            cell.line(String.join(", ", said.trustErrors()), Tone.MUTED);
        }
        said.revocation().ifPresent(revocation -> cell.line(revocation, Tone.MUTED));
    }

    static PageText peers(CertificateOpinions opinions) {
        PageText cell = new PageText();
        if (opinions.peers().isEmpty()) {
            return cell.line(TEXTS.get("chain.peers.none"), Tone.MUTED);
        }
        for (CertificateOpinions.OfPeer peer : opinions.peers()) {
            Tone tone = switch (peer.reaction()) {
                case ACCEPTED -> Tone.GOOD;
                case REFUSED -> Tone.ERROR;
                case FELL_SILENT -> Tone.WARNING;
            };
            cell.styled(DOT, tone).link(peer.who().isBlank() ? TEXTS.get("chain.client") : peer.who(), new CertificateLink.ToEvidence(peer.evidence()))
                    .styled(times(peer.count()), Tone.MUTED).line();
            cell.line(TEXTS.get("chain." + peer.reaction().name().toLowerCase(Locale.ROOT)) + peer.reason().map(reason -> ": " + reason).orElse(""),
                    Tone.TEXT);
        }
        return cell;
    }

    static PageText peersOfLeaf() {
        return new PageText().line(TEXTS.get("chain.peers.leaf"), Tone.MUTED);
    }

    private static String times(long count) {
        return count == 1 ? "" : "  \u00D7" + count;
    }
}
