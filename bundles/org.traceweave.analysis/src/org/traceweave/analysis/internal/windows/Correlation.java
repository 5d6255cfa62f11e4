package org.traceweave.analysis.internal.windows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.model.Evidence;
import org.traceweave.model.FailedConnection;
import org.traceweave.model.Phase;
import org.traceweave.model.Related;
import org.traceweave.model.RelatedKind;
import org.traceweave.model.Relation;
import org.traceweave.model.RelationJoin;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;
import org.traceweave.model.SignInStep;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.windows.CertificateRole;

/**
 * Ties what Windows and the servers logged to what failed: by an identity that both name (certificate, address and port, Call-ID, user,
 * target name, correlation id), which {@code explains} where the event can be about this attempt; else by time on corrected clocks, which
 * is {@code coincident}, never worth more than 0.4, and worth less the more often it stands beside good sign-ins. Rules:
 * reference/traces.md section G1, and the command line's SignIn.
 */
public final class Correlation {

    private static final int MOST_EXPLAINING = 40;
    private static final int MOST_COINCIDENT = 8;
    private static final Comparator<Related> BEST_FIRST = Comparator.comparing(Related::relation)
            .thenComparing(Comparator.comparingDouble(Related::confidence).reversed()).thenComparingDouble(each -> Math.abs(each.deltaSeconds()));

    private final Case source;
    private final CancelSignal cancel;
    private final List<SignIn> signIns;
    private final HostClocks clocks;
    private final Incidents incidents;
    private final EventIndex events;
    private final Population population;
    private final Relating relating;

    /**
     * @param failures by true time
     * @param signIns all of the case, good ones too: against them base rates are measured
     */
    public Correlation(Case source, List<JudgedEvent> failures, List<SignIn> signIns, CancelSignal cancel) {
        this(source, failures, signIns, new HostClocks(source), cancel);
    }

    Correlation(Case source, List<JudgedEvent> failures, List<SignIn> signIns, HostClocks clocks, CancelSignal cancel) {
        this.source = source;
        this.cancel = cancel;
        this.signIns = signIns;
        this.clocks = clocks;
        incidents = new Incidents(clocks, new ClientLogs(source));
        events = new EventIndex(failures);
        population = new Population(signIns, clocks);
        relating = new Relating(new BaseRates(population, events, Window.BESIDE));
    }

    /** The same sign-ins; those that failed with what stands beside them, what explains first, the most certain first. */
    public List<SignIn> signIns() throws IOException {
        Map<SignIn, Incident> failed = new IdentityHashMap<>();
        List<Incident> inOrder = new ArrayList<>();
        for (SignIn signIn : signIns) {
            if (signIn.isFailure() && signIn.kind() == SignInKind.SIGN_IN) {
                Incident incident = incidents.of(signIn);
                failed.put(signIn, incident);
                inOrder.add(incident);
            }
        }
        Map<Incident, Map<Evidence, Related>> related = related(inOrder, Set.of());
        List<SignIn> all = new ArrayList<>(signIns.size());
        for (SignIn signIn : signIns) {
            Incident incident = failed.get(signIn);
            if (incident == null) {
                all.add(signIn);
            } else {
                Map<Evidence, Related> found = related.getOrDefault(incident, new LinkedHashMap<>());
                refusals(signIn).forEach(each -> found.putIfAbsent(each.evidence(), each));
                all.add(signIn.withRelated(sorted(found.values())));
            }
        }
        return all;
    }

    /** The same connections, each with what stands beside it. What explains a sign-in explains no connection beside it. */
    public List<FailedConnection> connections(List<FailedConnection> connections) throws IOException {
        Set<Evidence> explained = Collections.newSetFromMap(new HashMap<>());
        signIns.forEach(signIn -> signIn.related().stream().filter(each -> each.relation() == Relation.EXPLAINS).map(Related::evidence)
                .forEach(explained::add));
        List<Incident> inOrder = connections.stream().map(incidents::of).toList();
        Map<Incident, Map<Evidence, Related>> related = related(inOrder, explained);
        List<FailedConnection> all = new ArrayList<>(connections.size());
        for (int index = 0; index < connections.size(); index++) {
            FailedConnection each = connections.get(index);
            Map<Evidence, Related> found = related.getOrDefault(inOrder.get(index), Map.of());
            all.add(new FailedConnection(each.id(), each.peer(), each.peerName(), each.host(), each.start(), each.end(), each.count(), each.reason(),
                    each.alert(), each.hresult(), each.users(), each.evidence(), sorted(found.values())));
        }
        return all;
    }

    private Map<Incident, Map<Evidence, Related>> related(List<Incident> inOrder, Set<Evidence> explainedBefore) throws IOException {
        Map<Incident, Map<Evidence, Related>> found = new IdentityHashMap<>();
        if (inOrder.isEmpty()) {
            return found;
        }
        try (IndexSnapshot snapshot = source.snapshot()) {
            TraceProblems problems = new TraceProblems(source, clocks, cancel);
            problems.read(snapshot, inOrder);
            Machines machines = new Machines(snapshot, population);
            IdentityJoins joins = new IdentityJoins(events, population, machines, clocks, new CarriedCertificates(source, population));
            List<Candidate> candidates = new ArrayList<>();
            for (Incident incident : inOrder) {
                if (cancel.isCancelled()) {
                    throw new CancellationException();
                }
                Map<Evidence, Related> ofIncident = new LinkedHashMap<>();
                problems.of(incident).forEach(each -> ofIncident.put(each.evidence(), each));
                found.put(incident, ofIncident);
                joins.of(incident, problems.correlations(incident)).stream().filter(each -> !explainedBefore.contains(each.event().evidence()))
                        .forEach(candidates::add);
            }
            Explanations explanations = new Explanations(machines);
            Map<Incident, List<Candidate>> chosen = explanations.choose(candidates);
            Set<JudgedEvent> explaining = Collections.newSetFromMap(new IdentityHashMap<>());
            chosen.values().forEach(list -> list.forEach(each -> explaining.add(each.event())));
            for (Incident incident : inOrder) {
                Map<Evidence, Related> ofIncident = found.get(incident);
                chosen.getOrDefault(incident, List.of()).forEach(each -> ofIncident.put(each.event().evidence(), relating.explains(each)));
                coincidences(incident, explanations.beside(incident), explaining).stream()
                        .filter(each -> !explainedBefore.contains(each.evidence())).forEach(each -> ofIncident.putIfAbsent(each.evidence(), each));
            }
        }
        return found;
    }

    /** Of each kind of event on the incident's machines the nearest to its end, if that names nobody else. */
    private List<Related> coincidences(Incident incident, List<String> hosts, Set<JudgedEvent> explaining) {
        List<Related> found = new ArrayList<>();
        for (String host : hosts) {
            long slack = clocks.uncertainty(Optional.of(host), incident.clock());
            long reach = Window.BESIDE + Math.min(slack, Window.AFTER);
            for (EventSeries series : events.ofHost(host).values()) {
                series.nearest(incident.start() - reach, incident.end() + reach, incident.end())
                        .filter(event -> !explaining.contains(event) && !isAboutAnother(event, incident))
                        .ifPresent(event -> found.add(relating.coincident(event, incident, slack)));
            }
        }
        return found;
    }

    /** Whether the event names a user, a client or a client's certificate, and not this one. */
    private boolean isAboutAnother(JudgedEvent event, Incident incident) {
        boolean otherUser = !event.names().users().isEmpty() && incident.user().isPresent() && event.names().users().stream().map(Names::user)
                .noneMatch(name -> name.equals(Names.user(incident.user().get())) || name.equals(Names.bareUser(incident.user().get())));
        boolean otherAddress = event.names().peers().stream().map(Names::withoutPort).anyMatch(address -> population.isClientAddress(address)
                && incident.address().map(Names::withoutPort).filter(address::equals).isEmpty());
        boolean otherCertificate = event.role() == CertificateRole.OF_CLIENT && !incident.certificates().isEmpty()
                && !event.judged().isEmpty() && Collections.disjoint(event.judged(), incident.certificates());
        return otherUser || otherAddress || otherCertificate;
    }

    /**
     * The web request at which the attempt ended, if it was refused; or, where a client with nothing to answer the offer stopped there, the
     * refusals that left it so. What the client went on after, an ordinary 401 above all, explains nothing.
     */
    private static List<Related> refusals(SignIn signIn) {
        Map<Phase, SignInStep> last = new LinkedHashMap<>();
        signIn.steps().stream().filter(step -> step.result().startsWith("HTTP ")).forEach(step -> last.put(step.phase(), step));
        return last.values().stream().filter(step -> step.result().contains(" refused"))
                .filter(step -> step.phase() == signIn.phase() || signIn.phase() == Phase.OFFER && step.phase() != Phase.DISCOVERY).map(step -> {
                    double delta = UtcTime.secondsBetween(signIn.end(), step.time());
                    Grounds grounds = new Grounds(0.99).add(RelationJoin.USER, signIn.user(), 0.4)
                            .add(RelationJoin.TIME, "its own step " + step.phase().word() + ": " + step.result(), 0.2);
                    return new Related(RelatedKind.HTTP, Relation.EXPLAINS, grounds.confidence(), delta, step.evidence(), grounds.list());
                }).toList();
    }

    private static List<Related> sorted(Iterable<Related> related) {
        List<Related> explaining = new ArrayList<>();
        List<Related> coincident = new ArrayList<>();
        related.forEach(each -> (each.relation() == Relation.EXPLAINS ? explaining : coincident).add(each));
        explaining.sort(BEST_FIRST);
        coincident.sort(BEST_FIRST);
        List<Related> kept = new ArrayList<>(explaining.subList(0, Math.min(explaining.size(), MOST_EXPLAINING)));
        kept.addAll(coincident.subList(0, Math.min(coincident.size(), MOST_COINCIDENT)));
        return kept;
    }
}
