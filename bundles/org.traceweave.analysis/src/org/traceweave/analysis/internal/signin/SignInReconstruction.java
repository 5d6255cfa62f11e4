package org.traceweave.analysis.internal.signin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.traceweave.analysis.internal.windows.ClientLogs;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.RecordQuery;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.Scheme;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;
import org.traceweave.model.TimeRange;

/**
 * Rebuilds every sign-in attempt of a case from its REGISTER traffic and from what the web components say of the steps before it, as
 * reference/traces.md sections B1 to B3 and the command line's SignIn define it.
 */
public final class SignInReconstruction {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final Case source;
    private final CancelSignal cancel;

    private SignInReconstruction(Case source, CancelSignal cancel) {
        this.source = source;
        this.cancel = cancel;
    }

    /** All attempts and other exchanges, by start. Related records are added by correlation. */
    public static List<SignIn> of(Case source, CancelSignal cancel) throws IOException {
        try (IndexSnapshot snapshot = source.snapshot()) {
            return new SignInReconstruction(source, cancel).signIns(snapshot);
        }
    }

    private List<SignIn> signIns(IndexSnapshot snapshot) throws IOException {
        HttpTraffic http = HttpTraffic.of(source, snapshot, cancel);
        long traceEnd = snapshot.range(RecordQuery.all()).map(TimeRange::to).orElse(0L);
        List<List<RegisterMessage>> endpoints = new RegisterTraffic(source, cancel).byEndpoint(snapshot);
        AttemptVersions versions = versions(snapshot, endpoints, traceEnd);
        List<SignIn> signIns = new ArrayList<>();
        Map<String, TreeSet<Long>> startsOfUser = new HashMap<>();
        for (List<RegisterMessage> messages : endpoints) {
            for (Attempt attempt : EndpointHistory.attempts(Exchange.join(messages))) {
                addHttp(attempt, http);
                startsOfUser.computeIfAbsent(messages.getFirst().user(), absent -> new TreeSet<>()).add(attempt.start());
                boolean authenticates = attempt.kind() == SignInKind.SIGN_IN || attempt.kind() == SignInKind.RE_AUTHENTICATION;
                signIns.add(attempt.toSignIn(traceEnd, authenticates ? versions.of(attempt) : List.of()));
            }
        }
        http.runs(ReconstructionRules.RETRY_WITHIN).forEach((user, runs) -> runs.forEach(run -> endedBeforeSip(user, run,
                startsOfUser.getOrDefault(user, new TreeSet<>())).map(signIn -> signIn.withVersions(versions.of(run))).ifPresent(signIns::add)));
        signIns.sort(Comparator.comparingLong(SignIn::start).thenComparing(SignIn::id));
        return signIns;
    }

    private AttemptVersions versions(IndexSnapshot snapshot, List<List<RegisterMessage>> endpoints, long traceEnd) throws IOException {
        ClientLogs clientLogs = new ClientLogs(source);
        Set<String> machines = new TreeSet<>(clientLogs.machines());
        endpoints.forEach(messages -> messages.forEach(message -> message.workstation().ifPresent(machines::add)));
        return new AttemptVersions(clientLogs, InstalledSoftware.of(source, snapshot, machines, traceEnd, cancel));
    }

    private static void addHttp(Attempt attempt, HttpTraffic http) {
        if (attempt.kind() != SignInKind.SIGN_IN) {
            return;
        }
        RegisterMessage opening = attempt.exchanges().getFirst().first();
        attempt.addHttp(http.between(attempt.start() - ReconstructionRules.RETRY_WITHIN, attempt.last().end(), opening));
    }

    /** An attempt that HTTP refused and that never came as far as REGISTER. An ordinary 401 that a success follows is none. */
    private static Optional<SignIn> endedBeforeSip(String user, List<HttpStep> run, TreeSet<Long> registerStarts) {
        HttpStep first = run.getFirst();
        HttpStep last = run.getLast();
        Long register = registerStarts.ceiling(first.trueTime());
        boolean wentOn = register != null && register - last.trueTime() <= ReconstructionRules.RETRY_WITHIN;
        // a first 401 asks for credentials; certificate provisioning has the web ticket already
        boolean refused = last.status() >= FORBIDDEN || last.status() == UNAUTHORIZED && last.step().phase() == Phase.PROVISIONING;
        if (wentOn || !refused) {
            return Optional.empty();
        }
        return Optional.of(new SignIn(SignInId.of(first.step().evidence()), SignInKind.SIGN_IN, user, Optional.empty(), List.of(),
                Optional.empty(), first.clientAddress(), run.stream().flatMap(step -> step.host().stream()).distinct().toList(), Scheme.NONE,
                first.start(), last.step().time(), Outcome.FAILED, last.step().phase(), 0, OptionalInt.empty(), last.diagnosticId(),
                Optional.of("HTTP " + last.status() + last.reason().map(reason -> ": " + reason).orElse("")), Optional.empty(), List.of(), run.stream().map(HttpStep::step).toList(),
                run.stream().flatMap(step -> step.messages().stream()).toList(), List.of(), List.of()));
    }
}
