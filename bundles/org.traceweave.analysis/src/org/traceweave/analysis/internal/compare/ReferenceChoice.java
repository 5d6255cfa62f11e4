package org.traceweave.analysis.internal.compare;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.traceweave.analysis.SignInComparison.Basis;
import org.traceweave.model.Outcome;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;

/** The success that an attempt is best held against, and why that one. */
public record ReferenceChoice(SignIn success, Basis basis) {

    /** The last before the attempt, of the nearest kin that has one; without any, the first after it. */
    public static Optional<ReferenceChoice> of(SignIn attempt, Collection<SignIn> all) {
        List<SignIn> successes = all.stream().filter(other -> other.kind() == SignInKind.SIGN_IN && other.outcome() == Outcome.SUCCEEDED).toList();
        Optional<ReferenceChoice> before = nearest(attempt, successes.stream().filter(other -> other.start() < attempt.start()).toList(), latest());
        return before.or(() -> nearest(attempt, successes.stream().filter(other -> other.start() > attempt.start()).toList(), latest().reversed()));
    }

    private static Comparator<SignIn> latest() {
        return Comparator.comparingLong(SignIn::start);
    }

    private static Optional<ReferenceChoice> nearest(SignIn attempt, List<SignIn> successes, Comparator<SignIn> order) {
        return best(successes, order, other -> sameEndpoint(attempt, other)).map(found -> new ReferenceChoice(found, Basis.SAME_ENDPOINT))
                .or(() -> best(successes, order, other -> attempt.user().equals(other.user())).map(found -> new ReferenceChoice(found,
                Basis.SAME_USER)))
                .or(() -> best(successes, order, other -> sameDevice(attempt, other)).map(found -> new ReferenceChoice(found, Basis.SAME_DEVICE)));
    }

    /** A sign-in with saved credentials has no steps to hold others against: one that was challenged is preferred. */
    private static Optional<SignIn> best(List<SignIn> successes, Comparator<SignIn> order, Predicate<SignIn> kin) {
        List<SignIn> found = successes.stream().filter(kin).toList();
        return found.stream().filter(other -> other.challenges() > 0).max(order).or(() -> found.stream().max(order));
    }

    private static boolean sameEndpoint(SignIn one, SignIn other) {
        boolean endpoint = one.endpointId().isPresent() && one.endpointId().equals(other.endpointId());
        boolean device = one.device().isPresent() && product(one.device().get()).equals(other.device().map(ReferenceChoice::product).orElse(""));
        return one.user().equals(other.user()) && (endpoint || device);
    }

    private static boolean sameDevice(SignIn one, SignIn other) {
        boolean device = one.device().isPresent() && product(one.device().get()).equals(other.device().map(ReferenceChoice::product).orElse(""));
        return device && (one.hosts().isEmpty() || one.hosts().stream().anyMatch(other.hosts()::contains));
    }

    /** A User-Agent without its version numbers. */
    private static String product(String userAgent) {
        return userAgent.replaceAll("/[\\w.]+", "");
    }
}
