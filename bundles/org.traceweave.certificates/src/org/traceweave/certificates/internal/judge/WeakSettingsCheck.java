package org.traceweave.certificates.internal.judge;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.PathQuestion.Usage;
import org.traceweave.certificates.PolicyQuestion;
import org.traceweave.certificates.Verdict;
import org.traceweave.certificates.VerdictReason;
import org.traceweave.certificates.WeakCryptoSettings;
import org.traceweave.certificates.WeakCryptoSettings.Algorithm;

/** What the weak-crypto settings of a machine's registry make of a path. */
final class WeakSettingsCheck {

    private static final String SOURCE = "Microsoft, Disable weak cryptographic algorithms in certificate validation";
    private static final long ONLY_LOG = 0x8;
    private static final long ALL_USAGES = 0x1_0000;
    private static final long SERVER_OPT_IN = 0x4_0000;
    private static final long SERVER = 0x10_0000;
    private static final long WEAK_RSA_ROOT = 0x2;

    private final Path path;
    private final WeakCryptoSettings settings;
    private final Usage usage;
    private final Findings findings;
    private final RootKind root;

    WeakSettingsCheck(Path path, WeakCryptoSettings settings, PolicyQuestion question, Findings findings) {
        this.path = path;
        this.settings = settings;
        this.usage = question.usage();
        this.findings = findings;
        root = RootKind.of(path, question);
    }

    void check() {
        for (int i = 0; i < path.size(); i++) {
            DecodedCertificate certificate = path.get(i);
            if (!path.isTop(i)) {
                int element = i;
                hash(certificate).ifPresent(algorithm -> judge(element, algorithm, "signed by " + certificate.facts().issuer().orElse("its issuer")
                        + " with " + certificate.facts().signatureAlgorithm().orElse(algorithm.name()), 0));
            }
            int bits = certificate.facts().keyBits().orElse(0);
            int element = i;
            key(certificate).filter(algorithm -> bits > 0)
                    .ifPresent(algorithm -> judge(element, algorithm, algorithm + " key of " + bits + " bits", bits));
            least(certificate, i);
        }
    }

    private static Optional<Algorithm> hash(DecodedCertificate certificate) {
        return switch (certificate.facts().signatureHash().orElse("")) {
            case "MD5" -> Optional.of(Algorithm.MD5);
            case "SHA1" -> Optional.of(Algorithm.SHA1);
            default -> Optional.empty();
        };
    }

    private static Optional<Algorithm> key(DecodedCertificate certificate) {
        return switch (certificate.facts().keyAlgorithm().orElse("")) {
            case "rsaEncryption" -> Optional.of(Algorithm.RSA);
            case "id-dsa", "dsaEncryption" -> Optional.of(Algorithm.DSA);
            case "id-ecPublicKey" -> Optional.of(Algorithm.ECDSA);
            default -> Optional.empty();
        };
    }

    /** @param bits of the key; 0 for a hash, which is weak whatever its length */
    private void judge(int i, Algorithm algorithm, String fact, int bits) {
        switch (root) {
            case PUBLIC -> reason(i, algorithm, fact, bits, true).ifPresent(reason -> findings.add(i, reason));
            case PRIVATE -> reason(i, algorithm, fact, bits, false).ifPresent(reason -> findings.add(i, reason));
            case UNKNOWN -> {
                Optional<VerdictReason> underPublic = reason(i, algorithm, fact, bits, true);
                Optional<VerdictReason> underPrivate = reason(i, algorithm, fact, bits, false);
                if (verdict(underPublic) == verdict(underPrivate)) {
                    underPrivate.or(() -> underPublic).ifPresent(reason -> findings.add(i, reason));
                } else {
                    VerdictReason reason = underPublic.orElseThrow();
                    findings.unknown(i, reason.rule(), reason.text() + "; this holds under roots of Microsoft's program, and whether the root is one "
                            + "is not known, as no list of them was given", SOURCE);
                }
            }
        }
    }

    private static Verdict verdict(Optional<VerdictReason> reason) {
        return reason.map(VerdictReason::verdict).orElse(Verdict.ACCEPTED);
    }

    private Optional<VerdictReason> reason(int i, Algorithm algorithm, String fact, int bits, boolean publicRoot) {
        long flags = settings.flags(algorithm, publicRoot);
        long least = settings.minimumBits(algorithm, publicRoot);
        if (flags == 0 || bits > 0 && bits >= least) {
            return Optional.empty();
        }
        String name = "Weak" + algorithm + (publicRoot ? "ThirdParty" : "All") + "Flags";
        String setting = String.format(Locale.ROOT, "%s=0x%08x", name, flags) + (bits > 0 ? " with at least " + least + " bits" : "");
        String rule = name.toLowerCase(Locale.ROOT);
        if (settings.allows(algorithm, publicRoot, path.get(i).facts().sha256().orElse(""))) {
            return accepted(rule, fact + ": the machine's " + setting + " would refuse it, but its thumbprint is in the list of allowed ones");
        }
        boolean refuses = (flags & ALL_USAGES) != 0 || usage == Usage.SERVER && (flags & SERVER) != 0;
        boolean optIn = usage == Usage.SERVER && (flags & SERVER_OPT_IN) != 0;
        if ((flags & ONLY_LOG) != 0) {
            return refuses || optIn ? accepted(rule, fact + ": the machine's " + setting + " logs it and refuses nothing") : Optional.empty();
        }
        if (refuses) {
            return Optional.of(new VerdictReason(rule, Verdict.REFUSED, fact + ": the machine's " + setting + " refuses it", SOURCE));
        }
        return optIn ? Optional.of(new VerdictReason(rule, Verdict.UNKNOWN, fact + ": the machine's " + setting
                + " refuses it for applications that opt in (CERT_CHAIN_OPT_IN_WEAK_SIGNATURE, 0x10000 in the Flags of CAPI2 event 11); others take it",
                SOURCE)) : Optional.empty();
    }

    private static Optional<VerdictReason> accepted(String rule, String text) {
        return Optional.of(new VerdictReason(rule, Verdict.ACCEPTED, text, SOURCE));
    }

    /** The older setting for RSA keys of any use. It may be lower than what the policy asks by default, which then no longer holds. */
    private void least(DecodedCertificate certificate, int i) {
        OptionalInt bits = PolicyRulesCheck.rsaBits(certificate);
        long least = settings.number("MinRsaPubKeyBitLength").orElse(0);
        boolean rootAllowed = path.isTop(i) && (settings.number("EnableWeakSignatureFlags").orElse(0) & WEAK_RSA_ROOT) != 0;
        if (bits.isPresent() && bits.getAsInt() < least && !rootAllowed) {
            findings.refuse(i, "minrsapubkeybitlength", "RSA key of " + bits.getAsInt() + " bits: the machine's MinRsaPubKeyBitLength is " + least,
                    "https://support.microsoft.com/help/2661254");
        }
    }
}
