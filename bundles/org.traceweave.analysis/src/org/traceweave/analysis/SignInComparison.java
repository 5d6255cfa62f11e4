package org.traceweave.analysis;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.traceweave.analysis.internal.compare.DifferingFacts;
import org.traceweave.analysis.internal.compare.ReferenceChoice;
import org.traceweave.analysis.internal.compare.StepAlignment;
import org.traceweave.model.Outcome;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInStep;
import org.traceweave.model.Worded;

/**
 * An attempt that did not succeed beside one that did: the last earlier success of the same endpoint or device, else of the same user, else of
 * the same kind of device on the same host; where there is no earlier one, the next later. {@code steps} of both are aligned; {@code
 * differences} are facts that are known of both and are not the same.
 */
public record SignInComparison(
        SignIn attempt,
        SignIn success,
        Basis basis,
        List<StepPair> steps,
        List<FactDifference> differences) {

    /** What the two attempts have in common. */
    public enum Basis implements Worded {
        /** User and endpoint, or user and device. */
        SAME_ENDPOINT("same-endpoint"),
        /** The user, with another device. */
        SAME_USER("same-user"),
        /** The kind of device and the host, with another user. */
        SAME_DEVICE("same-device");

        private final String word;

        Basis(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** A step of one attempt and what the other did there; either may be missing. {@code alike}: both came to the same. */
    public record StepPair(
            Optional<SignInStep> attempted,
            Optional<SignInStep> succeeded,
            boolean alike) {
    }

    /** What can differ between two attempts. */
    public enum Fact implements Worded {
        SCHEME("scheme"),
        HOSTS("hosts"),
        ADDRESS("address"),
        DEVICE("device"),
        CLIENT_VERSION("client-version"),
        SERVER_VERSION("server-version"),
        TLS_VERSION("tls-version"),
        CIPHER_SUITE("cipher-suite"),
        /** Thumbprints, those that the other attempt did not carry. */
        CERTIFICATES("certificates");

        private final String word;

        Fact(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** Values of one fact. */
    public record FactDifference(
            Fact fact,
            List<String> attempted,
            List<String> succeeded) {

        public FactDifference {
            attempted = List.copyOf(attempted);
            succeeded = List.copyOf(succeeded);
        }
    }

    public SignInComparison {
        steps = List.copyOf(steps);
        differences = List.copyOf(differences);
    }

    /**
     * Compares an attempt with a success among all sign-ins of its case; empty for an attempt that succeeded itself, and where nothing
     * comparable did.
     */
    public static Optional<SignInComparison> of(SignIn attempt, Collection<SignIn> all) {
        if (attempt.outcome() == Outcome.SUCCEEDED) {
            return Optional.empty();
        }
        return ReferenceChoice.of(attempt, all).map(reference -> new SignInComparison(attempt, reference.success(), reference.basis(),
                StepAlignment.of(attempt.steps(), reference.success().steps()), DifferingFacts.of(attempt, reference.success())));
    }

    /** Where the two part for the first time; steps that only one of them had to take, and that went well, do not count. */
    public Optional<StepPair> firstDifference() {
        return steps.stream().filter(pair -> !pair.alike() && !StepAlignment.isIncidental(pair)).findFirst();
    }

    /** Whether the success came before the attempt. */
    public boolean isEarlier() {
        return success.start() < attempt.start();
    }
}
