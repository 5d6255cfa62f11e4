package org.traceweave.ui.certificates.internal;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.DerNode;
import org.traceweave.model.Certificate;
import org.traceweave.model.CertificateExtension;
import org.traceweave.model.CertificateProblem;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageText.Tone;
import org.traceweave.ui.Texts;
import org.traceweave.ui.TimeDisplay;
import org.traceweave.ui.certificates.internal.words.Explanations;

/** Writes every field and extension: its value, what it is for, and where it stands in the bytes; what could not be decoded with its bytes. */
final class DetailsPage {

    private static final Texts TEXTS = new Texts(DetailsPage.class);
    private static final int MOST_HEX = 96;

    private final Certificate facts;
    private final Optional<DecodedCertificate> decoded;
    private final TimeDisplay time;
    private final PageText page = new PageText();

    DetailsPage(Dossier dossier, TimeDisplay time) {
        facts = dossier.facts();
        decoded = dossier.decoded();
        this.time = time;
    }

    PageText write() {
        problems();
        page.heading(TEXTS.get("details.fields"));
        if (decoded.isPresent()) {
            field("version", decoded.get().version().isPresent() ? String.valueOf(decoded.get().version().getAsInt()) : "", Optional.empty());
        }
        field("serial", facts.serial().orElse(""), decoded.flatMap(DecodedCertificate::serialNumber));
        if (decoded.isPresent() && decoded.get().innerSignatureAlgorithm().isPresent()) {
            field("innerSignature", facts.signatureAlgorithm().orElse(""), decoded.get().innerSignatureAlgorithm());
        }
        field("issuer", facts.issuer().orElse(""), decoded.flatMap(DecodedCertificate::issuer));
        field("notBefore", facts.notBefore().isPresent() ? time.seconds(facts.notBefore().getAsLong()) + " " + time.zoneName() : "",
                decoded.flatMap(DecodedCertificate::notBefore));
        field("notAfter", facts.notAfter().isPresent() ? time.seconds(facts.notAfter().getAsLong()) + " " + time.zoneName() : "",
                decoded.flatMap(DecodedCertificate::notAfter));
        field("subject", facts.subject().orElse(""), decoded.flatMap(DecodedCertificate::subject));
        field("publicKey", CertificateWords.key(facts), decoded.flatMap(DecodedCertificate::publicKey));
        field("signatureAlgorithm", facts.signatureAlgorithm().orElse(""), decoded.flatMap(DecodedCertificate::signatureAlgorithm));
        decoded.flatMap(DecodedCertificate::signature)
                .ifPresent(bits -> field("signature", TEXTS.get("details.bytes", "count", Math.max(0, bits.contentLength() - 1)), Optional.of(bits)));
        extensions();
        return page;
    }

    private void problems() {
        if (facts.problems().isEmpty()) {
            return;
        }
        page.heading(TEXTS.get("details.problems"));
        for (CertificateProblem problem : facts.problems()) {
            page.styled("\u25CF ", Tone.WARNING).styled(problem.field(), Tone.STRONG).styled("  " + problem.text() + "  ", Tone.TEXT);
            if (decoded.isPresent()) {
                page.link(TEXTS.get("details.at", "offset", problem.offset()), new CertificateLink.ToBytes((int) problem.offset())).line();
                hex((int) problem.offset());
            } else {
                page.line(TEXTS.get("details.at", "offset", problem.offset()), Tone.MUTED);
            }
        }
    }

    private void hex(int offset) {
        byte[] der = decoded.orElseThrow().der();
        Optional<DerNode> node = decoded.orElseThrow().tree().at(offset);
        int end = node.map(DerNode::end).orElse(Math.min(der.length, offset + MOST_HEX));
        if (offset >= 0 && offset < der.length) {
            bytes(Arrays.copyOfRange(der, offset, Math.max(offset, Math.min(Math.min(end, der.length), offset + MOST_HEX))), end - offset);
        }
    }

    private void bytes(byte[] shown, int all) {
        page.styled("    " + HexFormat.ofDelimiter(" ").formatHex(shown) + (all > shown.length ? " \u2026" : ""), Tone.MONO).line();
    }

    private void field(String name, String value, Optional<DerNode> node) {
        page.beginFact(TEXTS.get("details.field." + name));
        if (value.isBlank()) {
            page.styled(TEXTS.get("details.none"), Tone.MUTED);
        } else {
            page.styled(value, Tone.TEXT);
        }
        place(node);
        explanation(Explanations.field(name));
    }

    private void place(Optional<DerNode> node) {
        node.ifPresent(found -> page.styled("  ", Tone.TEXT).link(TEXTS.get("details.at", "offset", found.offset()),
                new CertificateLink.ToBytes(found.offset())));
        page.line();
    }

    private void explanation(Optional<String> words) {
        words.ifPresent(text -> page.beginFact("").styled(text, Tone.MUTED).line());
    }

    private void extensions() {
        page.heading(TEXTS.get("details.extensions", "count", facts.extensions().size()));
        if (facts.extensions().isEmpty()) {
            page.line(TEXTS.get("details.extensions.none"), Tone.MUTED);
        }
        List<DecodedCertificate.Extension> nodes = decoded.map(DecodedCertificate::extensions).orElse(List.of());
        for (int i = 0; i < facts.extensions().size(); i++) {
            CertificateExtension extension = facts.extensions().get(i);
            boolean paired = i < nodes.size() && nodes.get(i).oid().equals(extension.oid());
            extension(extension, paired ? Optional.of(nodes.get(i)) : nodes.stream().filter(each -> each.oid().equals(extension.oid())).findFirst());
        }
    }

    private void extension(CertificateExtension extension, Optional<DecodedCertificate.Extension> node) {
        page.gap();
        page.styled(extension.name(), Tone.STRONG);
        page.styled((extension.name().equals(extension.oid()) ? "" : "  " + extension.oid()) + "  ", Tone.MUTED);
        if (extension.critical()) {
            page.styled(TEXTS.get("details.critical") + "  ", Tone.WARNING);
        }
        node.ifPresent(found -> page.link(TEXTS.get("details.at", "offset", found.node().offset()), new CertificateLink.ToBytes(found.node().offset())));
        page.line();
        boolean broken = node.isPresent() && facts.problems().stream()
                .anyMatch(problem -> problem.offset() >= node.get().node().offset() && problem.offset() < node.get().node().end());
        page.styled(broken ? TEXTS.get("details.undecodable") + " " : "", Tone.WARNING).line(extension.text(), Tone.TEXT);
        Explanations.field(extension.oid()).ifPresent(words -> page.line(words, Tone.MUTED));
        node.map(DecodedCertificate.Extension::value).ifPresent(value -> {
            byte[] content = value.content();
            bytes(Arrays.copyOf(content, Math.min(content.length, broken ? MOST_HEX : MOST_HEX / 4)), content.length);
        });
    }
}
