package org.traceweave.analysis.internal.windows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.traceweave.analysis.Engine;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.cases.ImportProgress;
import org.traceweave.model.Evidence;
import org.traceweave.model.FailedConnection;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.Related;
import org.traceweave.model.Relation;
import org.traceweave.model.Scheme;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.windows.EventDecoders;
import org.traceweave.samples.ClsWriter;
import org.traceweave.samples.Direction;
import org.traceweave.samples.EvtxWriter;
import org.traceweave.samples.HandshakeWriter;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SeededRandom;
import org.traceweave.samples.SipMessage;
import org.traceweave.samples.WindowsEvent;
import org.traceweave.samples.Written;

/** A small case as a test tells it: logs of some machines, and sign-ins and connections beside them. */
final class Scene {

    private static final String TRACE = "FE01.txt";
    /** Noon; times in tests are seconds from here. */
    static final long NOON = UtcTime.parse("2018-10-16T12:00:00Z");

    private final Path folder;
    private final Map<String, List<WindowsEvent>> logs = new LinkedHashMap<>();
    private final ClsWriter trace = new ClsWriter();
    private final List<SignIn> signIns = new ArrayList<>();
    private final List<FailedConnection> connections = new ArrayList<>();
    private final Map<String, HostClocks.Measured> clocks = new HashMap<>();
    private final SeededRandom random = new SeededRandom(4);
    private int numbers;

    Scene(Path folder) {
        this.folder = folder;
        trace.at(NOON - 3_600 * UtcTime.NANOS_PER_SECOND).trace("begin of the trace");
    }

    static long at(double seconds) {
        return NOON + (long) (seconds * UtcTime.NANOS_PER_SECOND);
    }

    /** Logs an event of a machine, in the log {@code HOST/name.evtx}. */
    Scene logs(String host, WindowsEvent event) {
        logs.computeIfAbsent(host + "/" + event.channel().replace('/', '%') + ".evtx", absent -> new ArrayList<>()).add(event);
        return this;
    }

    /** A host's clock minus true time. */
    Scene clock(String host, double skewSeconds, double uncertaintySeconds) {
        clocks.put(host, new HostClocks.Measured(skewSeconds, uncertaintySeconds));
        return this;
    }

    ClsWriter trace() {
        return trace;
    }

    Evidence evidence(Written written) {
        return new Evidence(TRACE, written.offset(), written.length(), Optional.empty());
    }

    /** Begins a sign-in that failed with NTLM at FE01, from {@code start} to two seconds later. */
    Attempt attempt(String user, double start) {
        return new Attempt(user, start);
    }

    /** One sign-in on its way into the scene. */
    final class Attempt {
        private final String user;
        private final double start;
        private double end;
        private Scheme scheme = Scheme.NTLM;
        private Phase phase = Phase.CREDENTIALS;
        private Outcome outcome = Outcome.FAILED;
        private List<String> hosts = List.of("FE01");
        private Optional<String> address = Optional.empty();
        private Optional<String> reason = Optional.empty();
        private List<String> callIds = List.of();
        private final List<String> certificates = new ArrayList<>();
        private final List<Evidence> messages = new ArrayList<>();

        Attempt(String user, double start) {
            this.user = user;
            this.start = start;
            end = start + 2;
        }

        Attempt until(double seconds) {
            end = seconds;
            return this;
        }

        Attempt by(Scheme newScheme, Phase newPhase) {
            scheme = newScheme;
            phase = newPhase;
            return this;
        }

        Attempt succeeded() {
            outcome = Outcome.SUCCEEDED;
            phase = Phase.REGISTERED;
            return this;
        }

        Attempt at(String... servers) {
            hosts = List.of(servers);
            return this;
        }

        Attempt from(String addressAndPort) {
            address = Optional.of(addressAndPort);
            return this;
        }

        Attempt callId(String id) {
            callIds = List.of(id);
            return this;
        }

        Attempt because(String text) {
            reason = Optional.of(text);
            return this;
        }

        /** The server showed that chain. */
        Attempt shown(IssuedCertificate... chain) {
            by(Scheme.TLS_DSK, outcome == Outcome.SUCCEEDED ? Phase.REGISTERED : Phase.SERVER_CERTIFICATE);
            handshake(new HandshakeWriter(random).serverFlight(List.of(chain), List.of()), Direction.OUT, chain);
            return this;
        }

        /** The client showed its own certificate. */
        Attempt showing(IssuedCertificate own) {
            by(Scheme.TLS_DSK, outcome == Outcome.SUCCEEDED ? Phase.REGISTERED : Phase.CLIENT_CERTIFICATE);
            handshake(new HandshakeWriter(random).clientFlight(Optional.of(own)), Direction.IN, own);
            return this;
        }

        private void handshake(byte[] flight, Direction direction, IssuedCertificate... carried) {
            String token = Base64.getEncoder().encodeToString(flight);
            SipMessage message = SipMessage.response(401, "Unauthorized").header("From", "<sip:" + user + ">").header("To", "<sip:" + user + ">")
                    .header("Call-ID", "handshake-" + numbers++).header("CSeq", "2 NOTIFY")
                    .header("WWW-Authenticate", "TLS-DSK gssapi-data=\"" + token + "\"");
            messages.add(evidence(trace.at(Scene.at(start)).message(direction, "10.9.9.9:5061", message)));
            for (IssuedCertificate certificate : carried) {
                certificates.add(certificate.sha1());
            }
        }

        Scene done() {
            signIns.add(new SignIn("attempt-" + numbers++, SignInKind.SIGN_IN, user, Optional.of("epid" + user), callIds, Optional.empty(), address,
                    hosts, scheme, written(start), written(end), outcome, phase, 1, OptionalInt.empty(), OptionalInt.empty(), reason, Optional.empty(),
                    certificates, List.of(), messages, List.of(), List.of()));
            return Scene.this;
        }

        /** As the clock of the first host showed it. */
        private long written(double seconds) {
            return Scene.at(seconds + (hosts.isEmpty() ? 0 : measured(hosts.getFirst()).skewSeconds()));
        }
    }

    private HostClocks.Measured measured(String host) {
        return clocks.getOrDefault(host, new HostClocks.Measured(0, 0));
    }

    Scene connection(String peer, String host, double start, OptionalInt alert) {
        connections.add(new FailedConnection("connection-" + numbers++, peer, Optional.empty(), host, at(start), at(start + 0.5), 1, Optional.empty(), alert,
                Optional.empty(), List.of(), List.of(), List.of()));
        return this;
    }

    /** What stands beside them. */
    record Told(List<SignIn> signIns, List<FailedConnection> connections) {

        List<Related> explaining(int attempt) {
            return with(signIns.get(attempt).related(), Relation.EXPLAINS);
        }

        List<Related> coincident(int attempt) {
            return with(signIns.get(attempt).related(), Relation.COINCIDENT);
        }

        private static List<Related> with(List<Related> all, Relation relation) {
            return all.stream().filter(each -> each.relation() == relation).toList();
        }
    }

    Told told() {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, List<WindowsEvent>> log : logs.entrySet()) {
                Path file = folder.resolve(log.getKey());
                Files.createDirectories(file.getParent());
                Files.write(file, EvtxWriter.toBytes(log.getValue()));
            }
            Files.write(folder.resolve(TRACE), trace.toBytes());
            try (Case of = Case.create(folder.resolveSibling(folder.getFileName() + ".case"), Engine.standard().readers())) {
                of.importSources(List.of(folder), ImportProgress.NONE, new CancelSignal());
                HostClocks measured = new HostClocks(this::measured);
                List<JudgedEvent> failures = WindowsFailures.of(of, new EventDecoding(EventDecoders.standard()), measured, new CancelSignal());
                List<SignIn> related = new Correlation(of, failures, signIns, measured, new CancelSignal()).signIns();
                return new Told(related, new Correlation(of, failures, related, measured, new CancelSignal()).connections(connections));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
