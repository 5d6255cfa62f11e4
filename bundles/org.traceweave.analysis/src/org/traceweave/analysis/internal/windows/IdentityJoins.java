package org.traceweave.analysis.internal.windows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.traceweave.model.Certificate;
import org.traceweave.model.RelationJoin;
import org.traceweave.model.UtcTime;
import org.traceweave.model.WindowsFailureKind;
import org.traceweave.readers.windows.CertificateRole;

/**
 * Finds the events that name an identity of an incident and can be about it: at that time, on a machine that took part, and about the
 * certificate in the role it had there. What an event says about a server's certificate counts on the machine of a client, and what it
 * says about a client's counts on a server.
 */
final class IdentityJoins {

    private static final double PERSONAL_CERTIFICATE = 0.6;
    private static final double SHARED_CERTIFICATE = 0.5;
    private static final double SERIAL = 0.45;
    private static final double ADDRESS = 0.6;
    private static final double CALL_ID = 0.65;
    private static final double CORRELATION = 0.6;
    private static final double USER = 0.5;
    private static final double TARGET = 0.45;
    private static final double SAME_ADDRESS = 0.1;
    /** How near a success with the same certificate speaks against an event that says the certificate cannot be used. */
    private static final long SUCCESS_NEARBY = 300 * UtcTime.NANOS_PER_SECOND;

    private final EventIndex events;
    private final Population population;
    private final Machines machines;
    private final HostClocks clocks;
    private final CarriedCertificates certificates;
    private final ServedNames served;

    IdentityJoins(EventIndex events, Population population, Machines machines, HostClocks clocks, CarriedCertificates certificates) {
        this.events = events;
        this.population = population;
        this.machines = machines;
        this.clocks = clocks;
        this.certificates = certificates;
        served = new ServedNames(population, certificates);
    }

    /**
     * All of them, each once with all its joins.
     *
     * @param correlations ids of the incident's web requests
     */
    List<Candidate> of(Incident incident, Set<String> correlations) throws IOException {
        long from = incident.start() - Window.BEFORE - Window.MOST_SLACK;
        long to = incident.end() + Math.max(Window.AFTER, events.longestSpan()) + Window.MOST_SLACK;
        if (!events.hasBetween(from, to)) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        for (String sha1 : incident.certificates()) {
            for (JudgedEvent event : admitted(incident, events.ofThumbprint(sha1, from, to))) {
                certificate(sha1, sha1, event, incident).ifPresent(join -> found.add(new Found(event, join)));
            }
        }
        if (events.hasSerialBetween(from, to)) {
            serials(incident, from, to, found);
        }
        Optional<String> user = incident.user();
        if (user.isPresent()) {
            users(incident, user.get(), from, to, found);
        }
        incident.address().filter(Names::hasPort).ifPresent(address -> admitted(incident, events.ofPeer(address, from, to))
                .forEach(event -> found.add(new Found(event, new Join(RelationJoin.ADDRESS, address, ADDRESS, true)))));
        for (String callId : incident.callIds()) {
            admitted(incident, events.ofCallId(callId, from, to))
                    .forEach(event -> found.add(new Found(event, new Join(RelationJoin.CALL_ID, callId, CALL_ID, true))));
        }
        for (String id : correlations) {
            admitted(incident, events.ofCorrelation(id, from, to))
                    .forEach(event -> found.add(new Found(event, new Join(RelationJoin.CORRELATION, id, CORRELATION, true))));
        }
        for (JudgedEvent event : admitted(incident, events.withTarget(from, to))) {
            target(event, incident).ifPresent(join -> found.add(new Found(event, join)));
        }
        return candidates(incident, found);
    }

    private List<Candidate> candidates(Incident incident, List<Found> found) throws IOException {
        Map<JudgedEvent, List<Join>> joined = new IdentityHashMap<>();
        found.forEach(each -> joined.computeIfAbsent(each.event, absent -> new ArrayList<>(2)).add(each.join));
        List<Candidate> candidates = new ArrayList<>();
        for (Map.Entry<JudgedEvent, List<Join>> entry : joined.entrySet()) {
            JudgedEvent event = entry.getKey();
            long slack = clocks.uncertainty(event.failure().host(), incident.clock());
            candidates.add(new Candidate(event, incident, machines.place(event.host(), incident), entry.getValue(), incident.distance(event.trueTime()), slack));
        }
        return candidates;
    }

    private record Found(JudgedEvent event, Join join) {
    }

    private List<JudgedEvent> admitted(Incident incident, List<JudgedEvent> inWindow) {
        List<JudgedEvent> admitted = new ArrayList<>(inWindow.size());
        for (JudgedEvent event : inWindow) {
            if (Window.admits(incident, event, clocks.uncertainty(event.failure().host(), incident.clock()))) {
                admitted.add(event);
            }
        }
        return admitted;
    }

    private void serials(Incident incident, long from, long to, List<Found> found) throws IOException {
        for (String sha1 : incident.certificates()) {
            Optional<String> serial = certificates.of(sha1).flatMap(Certificate::serial);
            if (serial.isPresent()) {
                for (JudgedEvent event : admitted(incident, events.ofSerial(serial.get(), from, to))) {
                    // the thumbprint says the same and more
                    if (!event.judged().contains(sha1)) {
                        certificate(sha1, "serial " + serial.get(), event, incident)
                                .ifPresent(join -> found.add(new Found(event, new Join(join.join(), join.value(), Math.min(SERIAL, join.weight()), join.ownAlone()))));
                    }
                }
            }
        }
    }

    private Optional<Join> certificate(String sha1, String value, JudgedEvent event, Incident incident) throws IOException {
        Optional<Certificate> facts = certificates.of(sha1);
        boolean authority = facts.flatMap(Certificate::isCa).orElse(false);
        if (authority && !judgesLeafToo(event, incident)) {
            return Optional.empty();
        }
        boolean personal = facts.isPresent() ? incident.user().filter(user -> CarriedCertificates.names(facts.get(), user)).isPresent()
                : population.hasSeveralUsers() && !population.isShared(sha1);
        double weight = switch (machines.place(event.host(), incident)) {
            case SERVER -> onServer(sha1, personal, event);
            case OTHER_SERVER -> personal && event.role() != CertificateRole.OF_SERVER ? SHARED_CERTIFICATE : 0;
            case CLIENT -> personal ? PERSONAL_CERTIFICATE : SHARED_CERTIFICATE;
            case UNSURE -> personal ? PERSONAL_CERTIFICATE : SHARED_CERTIFICATE - 0.05;
            case FOREIGN -> 0;
        };
        return weight == 0 ? Optional.empty() : Optional.of(new Join(RelationJoin.CERTIFICATE, value, weight, personal));
    }

    /**
     * A server's event counts if it is about the certificate of the incident's client; or if it says that the server could not use its own,
     * and no sign-in with it succeeded there at that time.
     */
    private double onServer(String sha1, boolean personal, JudgedEvent event) {
        return switch (event.role()) {
            case OF_SERVER -> 0;
            case OF_CLIENT -> personal || !population.isShared(sha1) ? PERSONAL_CERTIFICATE : 0;
            case OWN -> population.succeeded(event.host(), sha1, event.trueTime() - SUCCESS_NEARBY, event.trueTime() + SUCCESS_NEARBY) ? 0
                    : SHARED_CERTIFICATE;
            case UNKNOWN -> personal ? PERSONAL_CERTIFICATE - 0.05 : 0;
        };
    }

    /** An authority is in many chains: the same task must be about a certificate of the incident that the authority signed. */
    private boolean judgesLeafToo(JudgedEvent event, Incident incident) throws IOException {
        for (String judged : events.judgedInTask(event)) {
            if (incident.certificates().contains(judged) && !certificates.of(judged).flatMap(Certificate::isCa).orElse(false)) {
                return true;
            }
        }
        return false;
    }

    private void users(Incident incident, String user, long from, long to, List<Found> found) throws IOException {
        Set<String> forms = population.isOnlyOneNamed(user) ? Set.of(Names.user(user), Names.bareUser(user)) : Set.of(Names.user(user));
        for (String form : forms) {
            for (JudgedEvent event : admitted(incident, events.ofUser(form, from, to))) {
                Place place = machines.place(event.host(), incident);
                boolean fits = switch (event.failure().kind()) {
                    case LOGON -> incident.credentials() && Logons.canBeAbout(event, place);
                    case SERVER_LOG -> place != Place.FOREIGN;
                    case SCHANNEL, CAPI2 -> place != Place.FOREIGN && (place == Place.CLIENT || place == Place.UNSURE
                            || event.role() != CertificateRole.OF_SERVER);
                };
                if (fits) {
                    user(event, incident, user).ifPresent(join -> found.add(new Found(event, join)));
                }
            }
        }
    }

    /** The address from which the event says it came agrees, or says nothing; that of another client contradicts. */
    private Optional<Join> user(JudgedEvent event, Incident incident, String user) {
        Optional<String> own = incident.address().map(Names::withoutPort);
        Optional<String> told = event.names().peers().stream().findFirst().map(Names::withoutPort);
        if (told.isPresent() && own.isPresent() && told.equals(own)) {
            return Optional.of(new Join(RelationJoin.USER, user + " from " + own.get(), USER + SAME_ADDRESS, true));
        }
        boolean other = told.filter(address -> own.isPresent() && population.isClientAddress(address)).isPresent();
        return other ? Optional.empty() : Optional.of(new Join(RelationJoin.USER, user, USER, true));
    }

    private Optional<Join> target(JudgedEvent event, Incident incident) throws IOException {
        String target = event.failure().target().orElse("").toLowerCase(Locale.ROOT);
        Place place = machines.place(event.host(), incident);
        boolean fits = switch (place) {
            // a server that could not reach another one that took part
            case SERVER -> !Names.host(target).equals(event.host()) && incident.servers().contains(Names.host(target));
            case CLIENT, UNSURE -> event.role() != CertificateRole.OF_CLIENT && served.isContacted(target, incident);
            case OTHER_SERVER, FOREIGN -> false;
        };
        boolean logon = event.failure().kind() == WindowsFailureKind.LOGON;
        return fits && (!logon || incident.credentials()) ? Optional.of(new Join(RelationJoin.TARGET, target, TARGET, false)) : Optional.empty();
    }
}
