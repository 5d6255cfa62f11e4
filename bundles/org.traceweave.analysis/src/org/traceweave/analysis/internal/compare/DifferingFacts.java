package org.traceweave.analysis.internal.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.traceweave.analysis.SignInComparison.Fact;
import org.traceweave.analysis.SignInComparison.FactDifference;
import org.traceweave.model.SignIn;
import org.traceweave.model.SoftwareSide;

/** Finds what is known of two attempts and is not the same. What is known of one alone is no difference. */
public final class DifferingFacts {

    private static final Pattern VERSION = Pattern.compile("\\b(?:TLS|SSL) \\d\\.\\d\\b");
    private static final Pattern SUITE = Pattern.compile("\\b(?:TLS|SSL)_[A-Z0-9_]+\\b");

    private final SignIn attempt;
    private final SignIn success;
    private final List<FactDifference> found = new ArrayList<>();

    private DifferingFacts(SignIn attempt, SignIn success) {
        this.attempt = attempt;
        this.success = success;
    }

    public static List<FactDifference> of(SignIn attempt, SignIn success) {
        DifferingFacts facts = new DifferingFacts(attempt, success);
        facts.add(Fact.SCHEME, signIn -> List.of(signIn.scheme().word()));
        facts.add(Fact.HOSTS, SignIn::hosts);
        facts.add(Fact.ADDRESS, signIn -> signIn.clientAddress().map(DifferingFacts::withoutPort).stream().toList());
        facts.add(Fact.DEVICE, signIn -> signIn.device().stream().toList());
        facts.add(Fact.CLIENT_VERSION, signIn -> versions(signIn, SoftwareSide.CLIENT));
        facts.add(Fact.SERVER_VERSION, signIn -> versions(signIn, SoftwareSide.SERVER));
        facts.add(Fact.TLS_VERSION, signIn -> inSteps(signIn, VERSION));
        facts.add(Fact.CIPHER_SUITE, signIn -> inSteps(signIn, SUITE));
        facts.certificates();
        return facts.found;
    }

    private void add(Fact fact, Function<SignIn, List<String>> values) {
        List<String> own = values.apply(attempt).stream().sorted().toList();
        List<String> other = values.apply(success).stream().sorted().toList();
        if (!own.isEmpty() && !other.isEmpty() && !own.equals(other)) {
            found.add(new FactDifference(fact, own, other));
        }
    }

    private void certificates() {
        if (!attempt.certificates().isEmpty() && !success.certificates().isEmpty()) {
            List<String> own = attempt.certificates().stream().filter(sha1 -> !success.certificates().contains(sha1)).toList();
            List<String> other = success.certificates().stream().filter(sha1 -> !attempt.certificates().contains(sha1)).toList();
            if (!own.isEmpty() || !other.isEmpty()) {
                found.add(new FactDifference(Fact.CERTIFICATES, own, other));
            }
        }
    }

    private static List<String> versions(SignIn signIn, SoftwareSide side) {
        return signIn.versions().stream().filter(version -> version.side() == side)
                .map(version -> version.host().filter(host -> side == SoftwareSide.SERVER).map(host -> host + ": ").orElse("") + version.product()
                + " " + version.version())
                .distinct().toList();
    }

    private static List<String> inSteps(SignIn signIn, Pattern pattern) {
        return signIn.steps().stream().map(step -> pattern.matcher(step.result())).filter(Matcher::find).map(Matcher::group).distinct().toList();
    }

    private static String withoutPort(String address) {
        int colon = address.lastIndexOf(':');
        boolean port = colon > 0 && (address.indexOf(':') == colon || address.charAt(colon - 1) == ']');
        return port ? address.substring(0, colon) : address;
    }
}
