package org.traceweave.probe.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.traceweave.certificates.ChainAlternative;
import org.traceweave.certificates.ChainAlternative.End;
import org.traceweave.certificates.ChainAlternatives;
import org.traceweave.certificates.ChainJudge;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.MissingIssuer;
import org.traceweave.certificates.PathQuestion;
import org.traceweave.certificates.TrustAnchors;
import org.traceweave.certificates.VerdictReason;
import org.traceweave.model.Certificate;
import org.traceweave.model.Severity;
import org.traceweave.model.UtcTime;
import org.traceweave.probe.ProbeHandshake;
import org.traceweave.probe.ProbeResult;

/** What is wrong with the certificates that a server sent, by the rules of the case's diagnostics where there is one. */
final class ChainFindings {

    private static final long DAY = 86_400_000_000_000L;
    private static final int SOON_DAYS = 30;
    private static final int LEAST_RSA = 2048;
    private static final Set<String> WEAK = Set.of("SHA1", "MD5", "MD4", "MD2");
    private static final Set<String> CLASSIC_KEYS = Set.of("rsaEncryption", "id-ecPublicKey");

    private final ProbeResult result;
    private final List<DecodedCertificate> sent;
    private final ProbeFindings findings;

    ChainFindings(ProbeResult result, ProbeHandshake handshake, ProbeFindings findings) {
        this.result = result;
        this.sent = handshake.sent();
        this.findings = findings;
    }

    void add() {
        if (sent.isEmpty()) {
            findings.add("chain.absent", Severity.WARNING, "The server sent no certificate",
                    "The handshake came without any certificate, as servers with anonymous "
                    + "key exchange do.", "Bind a certificate to the service.", List.of(result.request().target().host()));
            return;
        }
        for (DecodedCertificate certificate : sent) {
            validity(certificate);
            boolean root = certificate.selfIssued();
            if (!root && WEAK.contains(certificate.facts().signatureHash().orElse(""))) {
                weakSignature(certificate.facts());
            }
            key(certificate.facts());
            algorithm(certificate.facts());
        }
        names();
        completeness();
    }

    private void validity(DecodedCertificate certificate) {
        Certificate facts = certificate.facts();
        if (facts.notBefore().isEmpty() || facts.notAfter().isEmpty()) {
            return;
        }
        long at = result.at();
        if (at > facts.notAfter().getAsLong()) {
            add("chain.expired", Severity.WARNING, facts, "Expired", "It ended on " + day(facts.notAfter().getAsLong()) + ", "
                    + days(at - facts.notAfter().getAsLong())
                    + " ago.", "Renew it.");
        } else if (at < facts.notBefore().getAsLong()) {
            add("chain.expired", Severity.WARNING, facts, "Not yet valid", "It begins on " + day(facts.notBefore().getAsLong()) + ", in "
                    + days(facts.notBefore().getAsLong() - at) + ".", "Check the clocks of this machine and of the CA.");
        } else if (facts.notAfter().getAsLong() - at < SOON_DAYS * DAY) {
            add("chain.expires-soon", Severity.WARNING, facts, "Ends soon", "It ends on " + day(facts.notAfter().getAsLong()) + ", in "
                    + days(facts.notAfter().getAsLong() - at) + ".", "Renew it.");
        }
    }

    private void weakSignature(Certificate facts) {
        add("chain.weak-signature", Severity.WARNING, facts, "Signed with " + facts.signatureHash().orElse("a weak hash"), "Signed by "
                + facts.issuer().orElse("its issuer")
                + " with " + facts.signatureAlgorithm().orElse("") + facts.notBefore().stream().mapToObj(from -> " on "
                        + day(from)).findFirst().orElse("")
                + ". Who refuses it stands in the verdicts.",
                "Let the CA sign with SHA-256 and issue this certificate anew; the root's own hash plays no role.");
    }

    private void key(Certificate facts) {
        boolean rsa = facts.keyAlgorithm().filter("rsaEncryption"::equals).isPresent();
        if (rsa && facts.keyBits().isPresent() && facts.keyBits().getAsInt() < LEAST_RSA) {
            add("chain.weak-key", Severity.WARNING, facts, "Short key", String.format(Locale.ROOT, "RSA key of %d bits.", facts.keyBits().getAsInt()),
                    "Issue it anew with a key of 2048 bits or more.");
        }
    }

    private void algorithm(Certificate facts) {
        String signed = facts.signatureAlgorithm().orElse("");
        if (signed.equals("rsassaPss") || signed.toUpperCase(Locale.ROOT).contains("PSS")) {
            add("chain.unsupported-algorithm", Severity.WARNING, facts, "Signed with RSASSA-PSS",
                    "Skype for Business does not support RSASSA-PSS; sign-in and call "
                    + "forwarding may fail.", "Set AlternateSignatureAlgorithm=0 on the CA and issue it anew.");
        }
        facts.keyAlgorithm().filter(key -> !CLASSIC_KEYS.contains(key)).ifPresent(key -> add("chain.unsupported-algorithm", Severity.WARNING, facts,
                "Unusual key",
                "Its key is " + key + ", which Skype for Business and older Windows do not know.", "Issue it anew with an RSA key."));
        if (facts.keyAlgorithm().filter("id-ecPublicKey"::equals).isPresent() && facts.curve().isEmpty()) {
            add("chain.unsupported-algorithm", Severity.WARNING, facts, "Curve parameters spelled out",
                    "Its key spells out the parameters of its curve instead of "
                    + "naming it; most clients refuse that.", "Issue it anew with a named curve or an RSA key.");
        }
    }

    /** What the strict judge says of names and usages of the leaf. */
    private void names() {
        String name = Judgement.name(result.request());
        Certificate leaf = sent.getFirst().facts();
        PathQuestion question = PathQuestion.server(sent.getFirst(), List.of(), TrustAnchors.of(List.of(sent.getFirst())), result.at(), name);
        for (VerdictReason reason : ChainJudge.strictly(question).best().elements().getFirst().reasons()) {
            if (reason.rule().equals("name")) {
                add("chain.name-mismatch", Severity.WARNING, leaf, "Not for " + name, ProbeFindings.sentence(reason.text()),
                        "Issue a certificate with " + name + " among its alternative names, or correct the name that clients ask for.");
            } else if (reason.rule().equals("extended-key-usage")) {
                add("chain.wrong-usage", Severity.WARNING, leaf, "Not for servers", ProbeFindings.sentence(reason.text()),
                        "Issue it anew from a template with Server Authentication.");
            }
        }
    }

    private void completeness() {
        TrustAnchors anchors = result.request().trusted().and(result.request().publicRoots());
        boolean machineListGiven = !result.request().publicRoots().coversAll(result.request().trusted());
        List<DecodedCertificate> pool = new ArrayList<>(sent);
        ChainAlternative best = ChainAlternatives.of(sent.getFirst(), pool, anchors, List.of()).alternatives().getFirst();
        Certificate last = best.last().facts();
        if (best.end() == End.ROOT && machineListGiven) {
            add("chain.untrusted-root", Severity.WARNING, last, "Root not trusted", "The chain ends in it, and none of the trust lists given has it.",
                    "Import it into Trusted Root Certification Authorities of the computer; a device outside the domain needs that by hand.");
        }
        Optional<MissingIssuer> missing = best.missing();
        if (missing.isEmpty()) {
            return;
        }
        String issuer = missing.get().name().orElse("an issuer without a name") + missing.get().keyId().map(id -> " (key identifier " + id
                + ")").orElse("");
        if (!machineListGiven) {
            findings.add("chain.incomplete", Severity.INFO, "The chain ends below "
                    + missing.get().name().orElse("an unnamed issuer"), "The server sent " + sent.size()
                    + (sent.size() == 1 ? " certificate" : " certificates") + ", up to one issued by " + issuer
                            + ". That is right if this is a root; an intermediate "
                    + "would have to be sent. No trust list of a machine was given that could tell.", "Give a trust list to tell.",
                            List.of(last.sha1().orElse("")));
        } else {
            findings.add("chain.incomplete", Severity.WARNING, "An issuer is missing", issuer + " was neither sent nor is it in the trust lists given"
                    + (missing.get().otherKeys().isEmpty() ? "" : "; a certificate of that name is there, and its key is another one") + ".",
                    "Install the intermediate in the computer's Intermediate Certification Authorities on the server, so that it is sent.",
                    List.of(last.sha1().orElse("")));
        }
    }

    private void add(String rule, Severity severity, Certificate about, String title, String summary, String remedy) {
        String name = about.subject().filter(subject -> !subject.isEmpty()).orElse("A certificate without a name");
        findings.add(rule, severity, title + ": " + name, summary, remedy, List.of(about.sha1().orElse("")));
    }

    private static String day(long nanos) {
        return UtcTime.format(nanos).substring(0, 10);
    }

    private static String days(long nanos) {
        long days = nanos / DAY;
        return days == 1 ? "1 day" : days + " days";
    }
}
