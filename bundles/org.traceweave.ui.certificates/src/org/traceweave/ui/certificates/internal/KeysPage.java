package org.traceweave.ui.certificates.internal;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.traceweave.certificates.Asn1Tag;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.DerReader;
import org.traceweave.certificates.KeyFingerprints;
import org.traceweave.model.Certificate;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageText.Tone;
import org.traceweave.ui.Texts;

/** Writes the key and everything by which certificate and key are recognised, plain as Windows shows it and with colons as other tools do. */
final class KeysPage {

    private static final Texts TEXTS = new Texts(KeysPage.class);
    private static final int LINE = 64;
    private static final int LONGEST_EXPONENT = 8;

    private final Dossier dossier;
    private final Certificate facts;
    private final PageText page = new PageText();

    KeysPage(Dossier dossier) {
        this.dossier = dossier;
        facts = dossier.facts();
    }

    PageText write() {
        page.heading(TEXTS.get("keys.fingerprints"));
        fingerprint("SHA-1", facts.sha1());
        fingerprint("SHA-256", facts.sha256());
        Optional<KeyFingerprints> key = dossier.decoded().flatMap(KeyFingerprints::of);
        key.ifPresent(this::keyFingerprints);
        page.heading(TEXTS.get("keys.ids"));
        facts.subjectKeyId().ifPresentOrElse(id -> id(TEXTS.get("keys.subject"), id, key),
                () -> page.fact(TEXTS.get("keys.subject"), TEXTS.get("keys.none"), Tone.MUTED));
        authority();
        sameKey();
        page.heading(TEXTS.get("keys.key"));
        page.fact(TEXTS.get("keys.algorithm"), CertificateWords.key(facts));
        dossier.decoded().flatMap(DecodedCertificate::publicKey).ifPresent(this::numbers);
        return page;
    }

    private void fingerprint(String name, Optional<String> hex) {
        hex.ifPresent(value -> {
            page.fact(name, value);
            page.beginFact("").styled(CertificateWords.pairs(value), Tone.MUTED).line();
        });
    }

    private void keyFingerprints(KeyFingerprints key) {
        page.fact(TEXTS.get("keys.pin"), key.pin());
        page.beginFact("").styled(TEXTS.get("keys.pin.why"), Tone.MUTED).line();
        page.fact(TEXTS.get("keys.keyHash"), key.keyHash());
        page.beginFact("").styled(TEXTS.get("keys.keyHash.why"), Tone.MUTED).line();
    }

    private void id(String title, String id, Optional<KeyFingerprints> key) {
        page.fact(title, id);
        key.ifPresent(known -> page.beginFact("")
                .styled(TEXTS.get(known.keyId().equals(id) ? "keys.id.sha1" : "keys.id.other", "sha1", known.keyId()), Tone.MUTED).line());
    }

    private void authority() {
        if (facts.authorityKeyId().isEmpty()) {
            page.fact(TEXTS.get("keys.authority"), TEXTS.get("keys.none"), Tone.MUTED);
            return;
        }
        page.fact(TEXTS.get("keys.authority"), facts.authorityKeyId().get());
        Optional<Certificate> issuer = dossier.elements().size() > 1 ? Optional.of(dossier.elements().get(1).certificate()) : Optional.empty();
        issuer.ifPresent(found -> page.beginFact("")
                .styled(TEXTS.get(found.subjectKeyId().equals(facts.authorityKeyId()) ? "keys.authority.same" : "keys.authority.other",
                "name", CertificateWords.shortName(found.subject()), "id", found.subjectKeyId().orElse(TEXTS.get("keys.none"))),
                found.subjectKeyId().equals(facts.authorityKeyId()) ? Tone.MUTED : Tone.WARNING).line());
    }

    private void sameKey() {
        page.heading(TEXTS.get("keys.same"));
        if (dossier.sameKey().isEmpty()) {
            page.line(TEXTS.get("keys.same.none"), Tone.MUTED);
        }
        for (Certificate other : dossier.sameKey()) {
            page.link(CertificateWords.shortName(other.subject()), new CertificateLink.ToCertificate(other.sha1().orElse("")));
            page.styled("  " + TEXTS.get("keys.same.of", "serial", other.serial().orElse("?"), "sha1", other.sha1().orElse("?")), Tone.MUTED).line();
        }
    }

    private void numbers(DerNode key) {
        Optional<DerNode> bits = key.children().stream().filter(part -> part.isUniversal(Asn1Tag.BIT_STRING)).findFirst()
                .filter(part -> part.contentLength() > 1);
        if (bits.isEmpty()) {
            return;
        }
        List<DerNode> parts = facts.keyAlgorithm().filter(name -> name.startsWith("rsa")).isPresent() ? DerReader.readInside(bits.get(), 1)
                .children() : List.of();
        if (parts.size() == 2 && parts.stream().allMatch(part -> part.isUniversal(Asn1Tag.INTEGER) && part.contentLength() > 0)) {
            byte[] exponent = parts.get(1).content();
            page.fact(TEXTS.get("keys.exponent"), exponent.length <= LONGEST_EXPONENT ? new java.math.BigInteger(exponent)
                    .toString() : HexFormat.of().formatHex(exponent));
            block(TEXTS.get("keys.modulus"), HexFormat.of().formatHex(parts.get(0).content()).replaceFirst("^00(?=[89a-f])", ""));
        } else {
            block(TEXTS.get("keys.bits"), HexFormat.of().formatHex(bits.get().content()).substring(2));
        }
    }

    private void block(String title, String hex) {
        page.line(title, Tone.KEY);
        for (int at = 0; at < hex.length(); at += LINE) {
            page.line("    " + hex.substring(at, Math.min(hex.length(), at + LINE)), Tone.MONO);
        }
    }
}
