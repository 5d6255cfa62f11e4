package org.traceweave.charts;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.traceweave.model.Outcome;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;

/**
 * Which attempts the timeline shows: those of some outcomes in which each word of a text is found (user, device, host, address, reason,
 * Call-ID, scheme, phase), and, if wished, the refreshes, re-authentications and sign-outs too. Immutable.
 */
public record AttemptFilter(Set<Outcome> outcomes, String text, boolean allKinds) {

    public static final AttemptFilter ALL = new AttemptFilter(EnumSet.allOf(Outcome.class), "", false);

    public AttemptFilter {
        outcomes = Set.copyOf(outcomes);
        text = text.strip().toLowerCase(Locale.ROOT);
    }

    public boolean isEverything() {
        return equals(ALL);
    }

    public boolean shows(SignIn signIn) {
        if (!isOfKind(signIn) || !outcomes.contains(signIn.outcome())) {
            return false;
        }
        return text.isEmpty() || Arrays.stream(text.split("\\s+")).allMatch(word -> holds(signIn, word));
    }

    /** Whether an attempt would be shown if it had the outcome and the words. */
    boolean isOfKind(SignIn signIn) {
        return allKinds || signIn.kind() == SignInKind.SIGN_IN;
    }

    private static boolean holds(SignIn signIn, String word) {
        return Stream.of(Stream.of(signIn.user(), signIn.phase().word(), signIn.scheme().word(), signIn.outcome().word()),
                        Stream.of(signIn.device(), signIn.clientAddress(), signIn.reason(), signIn.hresult()).flatMap(Optional::stream),
                        Stream.of(signIn.hosts(), signIn.callIds()).flatMap(List::stream)).flatMap(each -> each)
                .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(word));
    }
}
