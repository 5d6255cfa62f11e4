package org.traceweave.analysis.internal.windows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.traceweave.cases.Case;
import org.traceweave.model.Evidence;
import org.traceweave.model.Phase;
import org.traceweave.model.Related;
import org.traceweave.model.RelatedKind;
import org.traceweave.model.Relation;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;
import org.traceweave.model.SignInStep;
import org.traceweave.model.UtcTime;
import org.traceweave.model.WindowsFailure;

/**
 * Ties Windows failures to failing sign-ins: by identity first (certificate, user, address, target name), which {@code explains}; else
 * by time on skew-corrected clocks, which is {@code coincident} and never worth more than 0.4. What a host logs all day long, sign-in
 * or not, is worth less: its base rate lowers the confidence of a coincidence.
 */
public final class Correlation {

    /** How long before or after an attempt an event that names its identity still belongs to it. */
    private static final long IDENTITY_WINDOW = 60 * UtcTime.NANOS_PER_SECOND;
    private static final long TIME_WINDOW = 2 * UtcTime.NANOS_PER_SECOND;
    private static final double COINCIDENT_AT_MOST = 0.4;
    private static final int MOST_RELATED = 50;

    private final Case source;
    private final TreeMap<Long, List<JudgedEvent>> byTime = new TreeMap<>();
    private final Map<String, Integer> perHour = new HashMap<>();

    public Correlation(Case source, List<JudgedEvent> failures) {
        this.source = source;
        failures.forEach(failure -> byTime.computeIfAbsent(failure.trueTime(), absent -> new ArrayList<>(1)).add(failure));
        countRates(failures);
    }

    /** Counts how often each host logs each event number, over the hours in which it logged at all. */
    private void countRates(List<JudgedEvent> failures) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Set<Long>> hours = new HashMap<>();
        for (JudgedEvent event : failures) {
            counts.merge(rateKey(event.failure()), 1, Integer::sum);
            hours.computeIfAbsent(rateKey(event.failure()), absent -> new HashSet<>())
                    .add(event.trueTime() / (3600 * UtcTime.NANOS_PER_SECOND));
        }
        counts.forEach((key, count) -> perHour.put(key, Math.ceilDiv(count, hours.get(key).size())));
    }

    private static String rateKey(WindowsFailure failure) {
        return failure.host().orElse("") + "/" + failure.provider() + "/" + failure.eventId() + "/" + failure.alert();
    }

    /** The same sign-ins; those that failed, or are open, with what stands beside them. */
    public List<SignIn> relate(List<SignIn> signIns) {
        return signIns.stream().map(signIn -> signIn.isFailure() && signIn.kind() == SignInKind.SIGN_IN ? related(signIn) : signIn).toList();
    }

    private SignIn related(SignIn signIn) {
        double skew = signIn.hosts().isEmpty() ? 0 : source.skewSeconds(signIn.hosts().getFirst());
        long correction = (long) (skew * UtcTime.NANOS_PER_SECOND);
        long start = signIn.start() - correction;
        long end = signIn.end() - correction;
        Map<Evidence, Related> found = new LinkedHashMap<>();
        for (SignInStep step : refusals(signIn.steps())) {
            found.put(step.evidence(), new Related(RelatedKind.HTTP, Relation.EXPLAINS, 0.5,
                    UtcTime.secondsBetween(signIn.end(), step.time()), step.evidence(), List.of()));
        }
        byTime.subMap(start - IDENTITY_WINDOW, true, end + IDENTITY_WINDOW, true).values().stream().flatMap(List::stream)
                .forEach(event -> relation(signIn, start, end, event).ifPresent(each -> found.put(each.evidence(), each)));
        List<Related> related = found.values().stream()
                .sorted(Comparator.comparing(Related::relation).thenComparing(Comparator.comparingDouble(Related::confidence).reversed())
                        .thenComparingDouble(each -> Math.abs(each.deltaSeconds())))
                .limit(MOST_RELATED).toList();
        return signIn.withRelated(related);
    }

    /** The last HTTP step of each phase, where it was refused: a 401 that a success follows is an ordinary challenge. */
    private static List<SignInStep> refusals(List<SignInStep> steps) {
        Map<Phase, SignInStep> last = new LinkedHashMap<>();
        steps.stream().filter(step -> step.result().startsWith("HTTP ")).forEach(step -> last.put(step.phase(), step));
        return last.values().stream().filter(step -> step.result().endsWith("refused")).toList();
    }

    private Optional<Related> relation(SignIn signIn, long start, long end, JudgedEvent event) {
        double delta = UtcTime.secondsBetween(end, event.trueTime());
        RelatedKind kind = switch (event.failure().kind()) {
            case SCHANNEL -> RelatedKind.SCHANNEL;
            case CAPI2 -> RelatedKind.CAPI2;
            case SERVER_LOG, LOGON -> RelatedKind.SERVER_LOG;
        };
        Optional<Double> identity = identity(signIn, event);
        if (identity.isPresent()) {
            return Optional.of(new Related(kind, Relation.EXPLAINS, identity.get(), delta, event.failure().evidence(), List.of()));
        }
        boolean near = event.trueTime() >= start - TIME_WINDOW && event.trueTime() <= end + TIME_WINDOW;
        boolean host = event.failure().host().filter(signIn.hosts()::contains).isPresent();
        if (!near || !host) {
            return Optional.empty();
        }
        return Optional.of(new Related(kind, Relation.COINCIDENT, coincidence(signIn, event), delta, event.failure().evidence(), List.of()));
    }

    /** How strongly the event names what the attempt is about; empty where it names nothing of it. */
    private static Optional<Double> identity(SignIn signIn, JudgedEvent event) {
        WindowsFailure failure = event.failure();
        if (failure.thumbprints().stream().anyMatch(signIn.certificates()::contains)) {
            return Optional.of(0.9);
        }
        boolean subject = failure.subject().map(text -> text.toLowerCase(Locale.ROOT)).filter(text -> text.contains(signIn.user())).isPresent();
        if (subject || event.users().contains(signIn.user())) {
            return Optional.of(0.8);
        }
        return event.peer().isPresent() && event.peer().equals(signIn.clientAddress()) ? Optional.of(0.8) : Optional.empty();
    }

    private double coincidence(SignIn signIn, JudgedEvent event) {
        boolean sameAlert = event.failure().alert().isPresent()
                && signIn.reason().filter(reason -> reason.startsWith("TLS alert " + event.failure().alert().getAsInt() + " ")).isPresent();
        int rate = perHour.getOrDefault(rateKey(event.failure()), 1);
        double base = sameAlert ? COINCIDENT_AT_MOST : COINCIDENT_AT_MOST / 2;
        return Math.max(0.05, base / Math.max(1, rate / 4.0));
    }
}
