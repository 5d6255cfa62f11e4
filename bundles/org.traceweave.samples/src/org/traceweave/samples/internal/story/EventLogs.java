package org.traceweave.samples.internal.story;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.traceweave.model.Evidence;
import org.traceweave.model.WindowsFailure;
import org.traceweave.model.WindowsFailureKind;
import org.traceweave.samples.SeededRandom;
import org.traceweave.samples.WindowsEvent;

/** The event logs of all hosts of the case, and the everyday events in them. */
final class EventLogs implements Closeable {

    /** The cumulative update that the pool got in the night before. */
    static final String UPDATE = "6.0.9319.537";
    static final String ROOM = "ROOM-ORION";
    private static final String EXCHANGE = "EXCH01";
    static final String DOMAIN_CONTROLLER = "DC01";
    private static final String EXCHANGE_FQDN = "exch01.contoso.local";
    private static final long MINUTE = 60_000 * Wire.MILLI;

    private final Map<String, EventLog> logs = new LinkedHashMap<>();
    private final Path folder;
    private final Day day;
    private final SeededRandom random;

    EventLogs(Path folder, Day day, SeededRandom random) throws IOException {
        this.folder = folder;
        this.day = day;
        this.random = random;
        for (Host host : day.deployment.frontEnds) {
            open(host.name + "/System.evtx");
            open(host.name + "/Application.evtx");
            open(host.name + "/Lync Server.evtx");
        }
        open(EXCHANGE + "/Security.evtx");
        open(ROOM + "/Microsoft-Windows-CAPI2%4Operational.evtx");
        open(ROOM + "/System.evtx");
        open(ROOM + "/Application.evtx");
    }

    private void open(String source) throws IOException {
        logs.put(source, new EventLog(folder, source, day.truth));
    }

    Evidence system(Host host, WindowsEvent event) {
        return log(host.name + "/System.evtx").write(event);
    }

    Evidence room(String log, WindowsEvent event) {
        return log(ROOM + "/" + log).write(event);
    }

    Evidence capi2(WindowsEvent event) {
        return room("Microsoft-Windows-CAPI2%4Operational.evtx", event);
    }

    /** @param log the file's name: {@code System.evtx}, {@code Lync Server.evtx}, {@code Application.evtx} */
    Evidence server(Host host, String log, WindowsEvent event) {
        return log(host.name + "/" + log).write(event);
    }

    Evidence exchangeSecurity(WindowsEvent event) {
        return log(EXCHANGE + "/Security.evtx").write(event);
    }

    /** The Security log of a domain controller is in the case. */
    Evidence domainSecurity(WindowsEvent event) {
        String source = DOMAIN_CONTROLLER + "/Security.evtx";
        if (!logs.containsKey(source)) {
            try {
                open(source);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return log(source).write(event);
    }

    /** Notes an event of a server's own channel, or a refused logon. */
    void failure(WindowsFailureKind kind, WindowsEvent event, String host, Optional<String> hresult, Evidence evidence) {
        day.truth.failure(new WindowsFailure(kind, event.provider(), event.eventId(), event.time(), Optional.of(host), Optional.empty(), "",
                OptionalInt.empty(), OptionalLong.empty(), hresult, List.of(), Optional.empty(), List.of(), Optional.empty(), Optional.empty(),
                Optional.empty(), evidence));
    }

    private EventLog log(String source) {
        EventLog log = logs.get(source);
        if (log == null) {
            throw new IllegalArgumentException("No such log: " + source);
        }
        return log;
    }

    void handshakeDone(Host host, Person person, long time, SeededRandom numbers) {
        system(host, WindowsEvents.handshakeDone(host.fqdn, "CN=" + Deployment.POOL_FQDN, "CN=" + person.address, numbers, time));
    }

    /** Notes a SCHANNEL event that reports a failure. */
    void schannelFailure(String host, int eventId, int alert, int state, String target, long time, Evidence evidence) {
        day.truth.failure(new WindowsFailure(WindowsFailureKind.SCHANNEL, WindowsEvents.SCHANNEL, eventId, time, Optional.of(host), Optional.empty(), "",
                alert < 0 ? OptionalInt.empty() : OptionalInt.of(alert), state < 0 ? OptionalLong.empty() : OptionalLong.of(state), Optional.empty(),
                List.of(), Optional.empty(), List.of(), target.isEmpty() ? Optional.empty() : Optional.of(target), Optional.empty(), Optional.empty(),
                evidence));
    }

    /** Plans what happens on every server on any day, from the evening before on. */
    void planOrdinary(List<Long> avoid, int logons) {
        long evening = DayCurve.START - 8 * DayCurve.HOUR;
        int number = 0;
        for (Host host : day.deployment.frontEnds) {
            long night = evening + (10 + 25 * number++) * MINUTE + host.skew;
            if (!day.deployment.isNew(host)) {
                update(host, night);
            }
            start(host, night + 12 * MINUTE);
            services(host);
            scanner(host, avoid);
        }
        logons(logons);
        roomSystem();
    }

    /** The cumulative update of the night, as the installer logs it. */
    private void update(Host host, long time) {
        String[] parts = {"Skype for Business Server 2015, Core Components", "Skype for Business Server 2015, Front End Server",
            "Skype for Business Server 2015, Web Components Server"};
        for (int i = 0; i < parts.length; i++) {
            for (WindowsEvent event : WindowsEvents.installedUpdate(host.fqdn, parts[i], "6.0.9319.0",
                    "Skype for Business Server 2015 Cumulative Update " + UPDATE + " (KB3061064)", time + i * 3 * MINUTE)) {
                day.agenda.at(event.time(), () -> log(host.name + "/Application.evtx").write(event));
            }
        }
    }

    private void start(Host host, long started) {
        for (String source : List.of("LS Server", "LS Protocol Stack", "LS User Services", "LS Web Components", "LS Centralized Logging Agent")) {
            day.agenda.at(started, () -> log(host.name + "/Lync Server.evtx").write(WindowsEvents.lyncServer(host.fqdn, source, 12_288, 4,
                    "The service started successfully. Version: " + UPDATE, started)));
        }
        for (long at = DayCurve.START + host.skew; at < DayCurve.END; at += 30 * MINUTE) {
            long time2 = at + 7 * MINUTE;
            day.agenda.at(time2, () -> log(host.name + "/Lync Server.evtx").write(WindowsEvents.lyncServer(host.fqdn, "LS User Replicator", 30_024, 4,
                    "User Replicator has completed a cycle for domain contoso.local.", time2)));
        }
    }

    private void services(Host host) {
        List<String> names = List.of("Windows Update", "WMI Performance Adapter", "Windows Modules Installer", "Background Intelligent Transfer Service");
        for (long at = DayCurve.START - 8 * DayCurve.HOUR; at < DayCurve.END; at += 19 * MINUTE) {
            long time = at + random.below(600) * 1000 * Wire.MILLI + host.skew;
            String name = names.get(random.below(names.size()));
            String state = random.chance(0.5) ? "running" : "stopped";
            boolean clock = random.chance(0.1);
            day.agenda.at(time, () -> system(host, clock
                    ? WindowsEvents.timeSynchronised(host.fqdn, "dc01.contoso.local,0x8 (ntp.d|0.0.0.0:123->10.20.1.5:123)", time)
                    : WindowsEvents.service(host.fqdn, name, state, time)));
        }
    }

    /** A vulnerability scanner of the network team, some times a day: handshakes that no client of the pool would make. */
    private void scanner(Host host, List<Long> avoid) {
        for (int i = 0; i < 5; i++) {
            long time = DayCurve.atMilli(DayCurve.START + (long) (random.fraction() * 11.5 * DayCurve.HOUR));
            if (avoid.stream().anyMatch(attempt -> Math.abs(attempt - time) < 5 * MINUTE)) {
                continue;
            }
            long written = time + host.skew;
            int burst = 2 + random.below(4);
            for (int k = 0; k < burst; k++) {
                long at = written + k * 1700 * Wire.MILLI;
                day.agenda.at(at, () -> {
                    Evidence cipher = system(host, WindowsEvents.noSharedCipher(host.fqdn, "TLS 1.2", at));
                    schannelFailure(host.name, 36874, -1, -1, "", at, cipher);
                    long sent = at + Wire.MILLI;
                    schannelFailure(host.name, 36888, 40, 1205, "", sent, system(host, WindowsEvents.alertSent(host.fqdn, 40, 1205, sent)));
                });
            }
        }
    }

    private void logons(int count) {
        for (int i = 0; i < count; i++) {
            Person person = day.deployment.people.get(random.below(day.deployment.people.size()));
            logon(person.account, "WS-" + (1000 + person.number), Clients.address(person.number), DayCurve.timeAt(random.fraction()));
        }
    }

    /** A network logon on the Exchange server, and the logoff that follows it. */
    void logon(String account, String workstation, String address, long time) {
        day.agenda.at(time, () -> log(EXCHANGE + "/Security.evtx").write(WindowsEvents.logon(EXCHANGE_FQDN, account, workstation, address, random, time)));
        long off = time + 11_000 * Wire.MILLI;
        day.agenda.at(off, () -> log(EXCHANGE + "/Security.evtx").write(WindowsEvents.logoff(EXCHANGE_FQDN, account, random, off)));
    }

    private void roomSystem() {
        for (long at = DayCurve.START - 8 * DayCurve.HOUR; at < DayCurve.END; at += 47 * MINUTE) {
            long time = at + random.below(900) * 1000 * Wire.MILLI;
            day.agenda.at(time, () -> room("System.evtx", WindowsEvents.service(ROOM, "Windows Update", "running", time)));
        }
    }

    @Override
    public void close() throws IOException {
        for (EventLog log : logs.values()) {
            log.close();
        }
    }
}
