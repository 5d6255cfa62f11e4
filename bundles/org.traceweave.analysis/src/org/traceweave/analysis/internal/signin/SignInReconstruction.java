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
import java.util.concurrent.ConcurrentHashMap;
import org.traceweave.analysis.internal.extract.SourceExtracts;
import org.traceweave.analysis.internal.windows.ClientLogs;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.RecordQuery;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
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
    private final Optional<String> version;
    private final CancelSignal cancel;
    /** One string for each word, however often it is read. */
    private final Map<String, String> words = new ConcurrentHashMap<>();

    private SignInReconstruction(Case source, Optional<String> version, CancelSignal cancel) {
        this.source = source;
        this.version = version;
        this.cancel = cancel;
    }

    /** All attempts and other exchanges, by start, read anew. Related records are added by correlation. */
    public static List<SignIn> of(Case source, CancelSignal cancel) throws IOException {
        return of(source, Optional.empty(), cancel);
    }

    /** The same; what was read of a source is kept under {@code version}, and not read again until that changes. */
    public static List<SignIn> of(Case source, String version, CancelSignal cancel) throws IOException {
        return of(source, Optional.of(version), cancel);
    }

    private static List<SignIn> of(Case source, Optional<String> version, CancelSignal cancel) throws IOException {
        try (IndexSnapshot snapshot = source.snapshot()) {
            return new SignInReconstruction(source, version, cancel).signIns(snapshot);
        }
    }

    private List<RegisterMessage> registers(IndexSnapshot snapshot) throws IOException {
        return new SourceExtracts<>(source, "register", version, new RegisterReading(source, this::word)).messages(snapshot,
                RecordQuery.kind(RecordKind.SIP).and(RecordQuery.keyword(RecordField.METHOD, "REGISTER")), List.of(), RegisterMessage::time, this::word, cancel);
    }

    private List<HttpMessage> requests(IndexSnapshot snapshot) throws IOException {
        return new SourceExtracts<>(source, "http", version, new HttpReading(source, this::word)).messages(snapshot, RecordQuery.kind(RecordKind.HTTP),
                HttpReading.FIELDS, HttpMessage::time, this::word, cancel);
    }

    private String word(String text) {
        String known = words.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    private List<SignIn> signIns(IndexSnapshot snapshot) throws IOException {
        HttpTraffic http = HttpTraffic.of(source, requests(snapshot));
        long traceEnd = snapshot.range(RecordQuery.all()).map(TimeRange::to).orElse(0L);
        List<List<RegisterMessage>> endpoints = RegisterTraffic.byEndpoint(registers(snapshot));
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
                Optional.of("HTTP " + last.status() + last.reason().map(reason -> ": " + reason).orElse("")), Optional.empty(), List.of(),
                run.stream().map(HttpStep::step).toList(),
                run.stream().flatMap(step -> step.messages().stream()).toList(), List.of(), List.of()));
    }
}
