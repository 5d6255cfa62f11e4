package org.traceweave.certificates;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.traceweave.certificates.WeakCryptoSettings.Algorithm;
import org.traceweave.certificates.internal.policy.PolicyFile;

/** The policies that are known: those of the versioned file that comes with the product, and those made of a machine's settings. Any thread. */
public final class ChainPolicies {

    private static final PolicyFile FILE = PolicyFile.load();

    private ChainPolicies() {
    }

    /** The day of the file of policies. */
    public static String version() {
        return FILE.version();
    }

    /** All policies of the file: strict, Windows, Edge, Chrome, Skype Room System. */
    public static List<ChainPolicy> all() {
        return FILE.policies();
    }

    public static Optional<ChainPolicy> find(String id) {
        return all().stream().filter(policy -> policy.id().equals(id)).findFirst();
    }

    /** One policy of each kind of client, as it is when the program is kept up to date. */
    public static List<ChainPolicy> current() {
        return all().stream().filter(policy -> policy.dated() || policy.id().equals(StrictProfile.RFC_5280.id())
                || policy.client() == ClientKind.SKYPE_ROOM_SYSTEM).toList();
    }

    /** Windows applications on the machine that has these settings, with all updates of the date. */
    public static ChainPolicy windowsWith(WeakCryptoSettings settings) {
        List<PolicyRule> rules = find("windows").orElseThrow().rules().stream().filter(rule -> !replaced(rule, settings)).toList();
        return new ChainPolicy("windows-registry", ClientKind.WINDOWS, "Windows applications with the settings of " + settings.name(), true,
                rules, Optional.of(settings), "Microsoft, Disable weak cryptographic algorithms in certificate validation");
    }

    /** What an administrator set replaces what Windows does by default. */
    private static boolean replaced(PolicyRule rule, WeakCryptoSettings settings) {
        return switch (rule.kind()) {
            case RSA_BITS -> settings.number("MinRsaPubKeyBitLength").isPresent();
            case SIGNATURE_HASH -> rule.values().stream().anyMatch(hash -> Stream.of(Algorithm.values())
                    .anyMatch(algorithm -> algorithm.name().equals(hash) && settings.flags(algorithm, true) != 0));
            default -> false;
        };
    }
}
