package org.traceweave.analysis.internal.windows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.IndexedRecord;
import org.traceweave.index.QuerySyntaxException;
import org.traceweave.index.RecordQuery;
import org.traceweave.model.Evidence;
import org.traceweave.model.Level;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.Related;
import org.traceweave.model.RelatedKind;
import org.traceweave.model.Relation;
import org.traceweave.model.RelationJoin;
import org.traceweave.model.UtcTime;

/**
 * Finds what the SIP stack's own diagnostic and connection blocks, and web requests, say of incidents: by Call-ID, by the other side's
 * address and port, by the user of a web request, and by the correlation id of a request that one of these joined. Only records that some
 * incident asks for are kept.
 */
final class TraceProblems {

    private static final List<RecordField> FIELDS = List.of(RecordField.CALL_ID, RecordField.PEER, RecordField.USER, RecordField.STATUS,
            RecordField.HRESULT, RecordField.CORRELATION);
    private static final String REPORTS = "(kind:sip-diagnostic OR kind:connection) AND (level:fatal OR level:error OR level:warning)";
    private static final long BEFORE = 5 * UtcTime.NANOS_PER_SECOND;
    private static final long AFTER = 10 * UtcTime.NANOS_PER_SECOND;
    /** A dialog's last word comes when SIP's timers run out. */
    private static final long DIALOG_AFTER = 35 * UtcTime.NANOS_PER_SECOND;
    private static final int CHALLENGE = 401;
    private static final int REFUSED = 400;
    private static final double CALL_ID = 0.65;
    private static final double ADDRESS = 0.6;
    private static final double CORRELATION = 0.5;
    private static final double USER = 0.4;
    private static final double TIME = 0.2;

    private final Case source;
    private final HostClocks clocks;
    private final CancelSignal cancel;
    private final Map<String, List<Problem>> byCallId = new HashMap<>();
    private final Map<String, List<Problem>> byPeer = new HashMap<>();
    private final Map<String, List<Problem>> byUser = new HashMap<>();
    private final Map<String, List<Problem>> byCorrelation = new HashMap<>();

    TraceProblems(Case source, HostClocks clocks, CancelSignal cancel) {
        this.source = source;
        this.clocks = clocks;
        this.cancel = cancel;
    }

    /** Reads what bears on these incidents. */
    void read(IndexSnapshot snapshot, List<Incident> incidents) throws IOException {
        Set<String> callIds = new HashSet<>();
        Set<String> peers = new HashSet<>();
        Set<String> users = new HashSet<>();
        for (Incident incident : incidents) {
            callIds.addAll(incident.callIds());
            incident.address().filter(Names::hasPort).ifPresent(peers::add);
            incident.user().ifPresent(users::add);
        }
        Set<String> correlations = new HashSet<>();
        scan(snapshot, problem -> {
            boolean wanted = keep(byCallId, problem.callId(), callIds, problem) | keep(byPeer, problem.peer(), peers, problem)
                    | (problem.kind() == RecordKind.HTTP && keep(byUser, problem.user(), users, problem));
            if (wanted && problem.kind() == RecordKind.HTTP) {
                problem.correlation().ifPresent(correlations::add);
            }
        });
        if (!correlations.isEmpty()) {
            scan(snapshot, problem -> keep(byCorrelation, problem.correlation(), correlations, problem));
        }
    }

    private static boolean keep(Map<String, List<Problem>> index, Optional<String> key, Set<String> wanted, Problem problem) {
        boolean keeps = key.filter(wanted::contains).isPresent();
        if (keeps) {
            index.computeIfAbsent(key.get(), absent -> new ArrayList<>(1)).add(problem);
        }
        return keeps;
    }

    private void scan(IndexSnapshot snapshot, Consumer<Problem> visitor) throws IOException {
        snapshot.scan(troubles(snapshot), FIELDS, record -> {
            if (cancel.isCancelled()) {
                throw new CancellationException();
            }
            if (record.time() != UtcTime.UNKNOWN && tellsOfTrouble(record)) {
                visitor.accept(problem(record));
            }
            return true;
        });
    }

    /** What may tell of trouble, so that a case's ordinary traffic is not read. */
    private static RecordQuery troubles(IndexSnapshot snapshot) {
        try {
            return snapshot.parse(REPORTS).or(RecordQuery.kind(RecordKind.HTTP).and(RecordQuery.numbers(RecordField.STATUS, REFUSED, Long.MAX_VALUE)));
        } catch (QuerySyntaxException e) {
            throw new IllegalStateException("the query is a constant: " + REPORTS, e);
        }
    }

    private static boolean tellsOfTrouble(IndexedRecord record) {
        if (record.kind() == RecordKind.HTTP) {
            long status = record.number(RecordField.STATUS).orElse(0L);
            return status >= REFUSED && status != CHALLENGE;
        }
        Optional<Level> level = record.level();
        boolean error = level.filter(each -> each.compareTo(Level.ERROR) <= 0).isPresent();
        boolean warning = level.filter(each -> each == Level.WARNING).isPresent();
        return error || warning && record.keyword(RecordField.HRESULT).isPresent();
    }

    private Problem problem(IndexedRecord record) {
        Optional<String> host = record.host();
        return new Problem(record.kind(), record.time() - clocks.correction(host), host, record.keyword(RecordField.CALL_ID),
                record.keyword(RecordField.PEER), record.keyword(RecordField.USER),
                record.keyword(RecordField.CORRELATION).filter(id -> !id.equals("0")).map(id -> host.orElse("") + "/" + id), source.evidence(record));
    }

    /** The correlation ids of the records that an incident's other identities joined, without their hosts. */
    Set<String> correlations(Incident incident) {
        Set<String> ids = new HashSet<>();
        direct(incident).values().stream().filter(joined -> joined.problem.kind() == RecordKind.HTTP).map(joined -> joined.problem.correlation())
                .flatMap(Optional::stream).forEach(id -> ids.add(id.substring(id.indexOf('/') + 1)));
        return ids;
    }

    private record Joined(Problem problem, RelationJoin join, String value, double weight) {
    }

    private Map<Evidence, Joined> direct(Incident incident) {
        Map<Evidence, Joined> found = new LinkedHashMap<>();
        for (String callId : incident.callIds()) {
            find(byCallId, callId, RelationJoin.CALL_ID, CALL_ID, incident, DIALOG_AFTER, found);
        }
        incident.address().ifPresent(address -> find(byPeer, address, RelationJoin.ADDRESS, ADDRESS, incident, AFTER, found));
        incident.user().ifPresent(user -> find(byUser, user, RelationJoin.USER, USER, incident, AFTER, found));
        return found;
    }

    private void find(Map<String, List<Problem>> index, String key, RelationJoin join, double weight, Incident incident, long after,
            Map<Evidence, Joined> found) {
        for (Problem problem : index.getOrDefault(key, List.of())) {
            long slack = clocks.uncertainty(problem.host(), incident.clock());
            if (problem.trueTime() >= incident.start() - BEFORE - slack && problem.trueTime() <= incident.end() + after + slack) {
                found.putIfAbsent(problem.evidence(), new Joined(problem, join, key, weight));
            }
        }
    }

    /** What these records explain of an incident; the incident's own records are not among them. */
    List<Related> of(Incident incident) {
        Map<Evidence, Joined> found = direct(incident);
        // only a web request's id is that of one request; connections keep theirs for all they carry
        for (Joined joined : found.values().stream().filter(each -> each.problem.kind() == RecordKind.HTTP).toList()) {
            joined.problem.correlation().ifPresent(id -> find(byCorrelation, id, RelationJoin.CORRELATION, CORRELATION, incident, AFTER, found));
        }
        Set<Evidence> own = new HashSet<>(incident.messages());
        return found.values().stream().filter(joined -> !own.contains(joined.problem.evidence())).map(joined -> related(joined, incident)).toList();
    }

    private static Related related(Joined joined, Incident incident) {
        double delta = UtcTime.secondsBetween(incident.end(), joined.problem.trueTime());
        Grounds grounds = new Grounds(0.99).add(joined.join, joined.value, joined.weight)
                .add(RelationJoin.TIME, String.format(Locale.ROOT, "%.3f s %s the end", Math.abs(delta), delta < 0 ? "before" : "after"), TIME);
        RelatedKind kind = joined.problem.kind() == RecordKind.HTTP ? RelatedKind.HTTP : RelatedKind.SIP_DIAGNOSTIC;
        return new Related(kind, Relation.EXPLAINS, grounds.confidence(), delta, joined.problem.evidence(), grounds.list());
    }
}
