package org.traceweave.samples.internal.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.traceweave.model.Evidence;
import org.traceweave.model.Scheme;
import org.traceweave.model.Severity;
import org.traceweave.model.WindowsFailureKind;
import org.traceweave.samples.SampleTruth;
import org.traceweave.samples.SeededRandom;
import org.traceweave.samples.WindowsEvent;

/** The pool on its day, for a trouble to happen in: who is there, and what each can do. */
final class Scene {

    static final String PHONE = "CPE/4.0.7577.4512 OCPhone/4.0.7577.4512 (Microsoft Lync Phone Edition)";
    private static final long MINUTE = 60_000 * Wire.MILLI;
    private static final int FIRST_NUMBER = 100_010;
    private static final List<String> NAMES = List.of("Nora Field", "Otto Grund", "Petra Hol", "Rui Ilves", "Sven Jarl", "Tess Koval", "Ulf Lang", "Vida Moss");

    final Day day;
    final EventLogs logs;
    final Room room;
    final Host troubled;
    final SeededRandom random;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Function<String, Wire> traces;
    private final BiFunction<String, Long, ClientLog> clientLogs;
    private int persons;

    /** @param traces opens another trace @param clientLogs opens a client's log, whose clock is so far ahead */
    Scene(Day day, EventLogs logs, Room room, SeededRandom random, Function<String, Wire> traces,
            BiFunction<String, Long, ClientLog> clientLogs) {
        this.traces = traces;
        this.clientLogs = clientLogs;
        this.day = day;
        this.logs = logs;
        this.room = room;
        this.random = random;
        troubled = day.deployment.troubled;
    }

    /** The same day where it is traced into another file, for one user alone and without connections. */
    Scene inFilteredTrace(String source) {
        Wire filtered = traces.apply(source);
        return new Scene(new Day(day.deployment, day.agenda, filtered, day.truth, day.random), logs, room, random.fork(7), traces, clientLogs);
    }

    /** @param skew of the client's clock, nanoseconds ahead of true time */
    ClientLog clientLog(String source, long skew) {
        return clientLogs.apply(source, skew);
    }

    /** Another person, homed on the server that is in trouble. */
    Person person() {
        return person(troubled);
    }

    Person person(Host home) {
        String name = NAMES.get(persons % NAMES.size()) + (persons < NAMES.size() ? "" : " " + persons);
        return new Person(FIRST_NUMBER + persons++, name, name.toLowerCase(Locale.ROOT).replace(' ', '.'), home);
    }

    Endpoint desktop(Person person) {
        return client(person, Clients.DESKTOP);
    }

    Endpoint phone(Person person) {
        return client(person, PHONE);
    }

    Endpoint client(Person person, String userAgent) {
        return new Endpoint(person, Clients.address(person.number), "WS-" + (1000 + person.number), userAgent, Optional.empty(), random);
    }

    /** Lets something happen some times a day, in working hours and not near each other. */
    void times(int count, LongConsumer what) {
        long span = (DayCurve.END - DayCurve.START - 3 * DayCurve.HOUR) / count;
        for (int i = 0; i < count; i++) {
            long at = DayCurve.atMilli(DayCurve.START + DayCurve.HOUR + i * span + (long) (0.6 * random.fraction() * span));
            day.agenda.at(at, () -> what.accept(at));
        }
    }

    FailingSignIn attempt(Endpoint endpoint, Scheme scheme, long start) {
        return new FailingSignIn(day, endpoint, scheme, endpoint.person.home, start, random);
    }

    /** A sign-in that goes well, and the day that follows it. */
    void signsIn(Endpoint endpoint, Scheme scheme, long start) {
        day.agenda.at(start, () -> new Life(day, logs, endpoint, scheme, DayCurve.END, false, random.fork(start)).begin(false, endpoint.person.home));
    }

    /** A client whose connection dies before SIP. @param more further lines of the record */
    void connectionDies(Endpoint client, Host host, long time, String text, String... more) {
        day.wire.connection(client, client.port, host, time, "error", text, more);
        day.truth.failedConnection(client.address);
    }

    /** An event of the server's own channel that reports a failure. */
    Evidence serverFailure(Host host, String source, int id, String text, Optional<String> hresult, long time) {
        WindowsEvent event = WindowsEvents.lyncServer(host.fqdn, source, id, 2, text, time);
        Evidence evidence = logs.server(host, "Lync Server.evtx", event);
        logs.failure(WindowsFailureKind.SERVER_LOG, event, host.name, hresult, evidence);
        return evidence;
    }

    void mustFind(String rule, Severity severity, String... subjects) {
        day.truth.finding(new SampleTruth.ExpectedFinding(rule, severity, List.of(subjects)));
    }

    /** Adds a file to the case. */
    void file(String source, byte[] bytes) {
        files.put(source, bytes);
    }

    Map<String, byte[]> files() {
        return files;
    }

    /** Header lines of a diagnostic, as the server writes them. */
    String diagnostics(int id, String reason, String... parameters) {
        List<String> all = new ArrayList<>(List.of("ms-diagnostics: " + id, "reason=\"" + reason + "\"", "source=\"" + troubled.fqdn + "\""));
        all.addAll(List.of(parameters));
        return String.join(";", all) + "\r\n";
    }

    /** The same where the server does not name itself, to clients outside. */
    static String publicDiagnostics(int id, String reason) {
        return "ms-diagnostics-public: " + id + ";reason=\"" + reason + "\"\r\n";
    }

    static long minutes(int count) {
        return count * MINUTE;
    }
}
