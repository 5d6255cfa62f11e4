package org.traceweave.samples.internal.story;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.traceweave.model.Scheme;
import org.traceweave.model.Severity;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.ClsWriter;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SeededRandom;
import org.traceweave.samples.SampleTruth;
import org.traceweave.samples.UccApiWriter;

/**
 * A working day of the pool, written as a folder of sources: the Front Ends' merged trace, two clients' logs, the event logs, certificate
 * files. With a weak certificate on the first Front End, the meeting-room device there cannot sign in.
 */
public final class PoolStory {

    private static final String TRACE = "CLS/POOL01-2018-10-16.txt";
    private static final String DESKTOP_LOG = "WS-ADM-114/Lync-UccApi-0.UccApilog";
    private static final String ROOM_LOG = EventLogs.ROOM + "/Lync-UccApi-0.UccApilog";
    private static final long MEGABYTE = 1L << 20;
    /** What the sources other than the trace come to, more or less. */
    private static final long OTHER_SOURCES = 3 * MEGABYTE;
    private static final long ROOM_FOR_AN_EXCHANGE = 25 * Wire.MILLI;

    private final Path folder;
    private final boolean weak;
    private final long targetBytes;
    private final long seed;
    private final SeededRandom random;
    private final Truth truth;

    public PoolStory(Path folder, boolean weak, long targetBytes, long seed, boolean detailedTruth) {
        this.folder = folder;
        this.weak = weak;
        this.targetBytes = targetBytes;
        this.seed = seed;
        random = new SeededRandom(seed);
        truth = new Truth(detailedTruth);
    }

    /** Writes all sources; answers what is true about them. */
    public SampleTruth write(String story) throws IOException {
        long megabytes = targetBytes / MEGABYTE;
        int signIns = (int) Math.min(100_000, megabytes < 12 ? Math.max(60, 25 * megabytes) : 300 + 2 * (megabytes - 12));
        Deployment deployment = new Deployment(weak, (int) Math.min(15_000, 600 + 2 * megabytes), random.fork(1));
        for (String source : List.of(TRACE, DESKTOP_LOG, ROOM_LOG)) {
            Files.createDirectories(folder.resolve(source).getParent());
        }
        try (FileChannel trace = open(TRACE); FileChannel desktop = open(DESKTOP_LOG); FileChannel roomTrace = open(ROOM_LOG)) {
            ClsWriter cls = new ClsWriter(trace);
            Day day = new Day(deployment, new Agenda(), new Wire(cls, TRACE, truth, random.fork(2)), truth, random);
            ClientLog desktopLog = new ClientLog(DESKTOP_LOG, new UccApiWriter(Deployment.CLIENT_ZONE, desktop), -120 * Wire.MILLI);
            ClientLog roomLog = new ClientLog(ROOM_LOG, new UccApiWriter(Deployment.CLIENT_ZONE, roomTrace), 350 * Wire.MILLI);
            try (EventLogs logs = new EventLogs(folder, day, random.fork(3))) {
                plan(day, logs, desktopLog, roomLog, signIns, (int) Math.min(20_000, 400 + megabytes / 2));
                live(day, cls, new Noise(day, cls, TRACE, random.fork(4)), signIns);
            }
            cls.flush();
            desktopLog.writer.flush();
            roomLog.writer.flush();
        }
        certificates(deployment);
        return truth.complete(story, seed);
    }

    private FileChannel open(String source) throws IOException {
        return FileChannel.open(folder.resolve(source), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private void plan(Day day, EventLogs logs, ClientLog desktopLog, ClientLog roomLog, int signIns, int logons) {
        SeededRandom own = random.fork(5);
        Person room = new Person(100_001, "Orion Room", "orion.room", day.deployment.first());
        Endpoint device = new Endpoint(room, "10.30.7.21", EventLogs.ROOM, Clients.ROOM, Optional.of(roomLog), own);
        Endpoint desktop = new Endpoint(room, "10.30.5.114", "WS-ADM-114", Clients.DESKTOP, Optional.of(desktopLog), own);
        List<Long> attempts = weak ? Room.attempts(own) : List.of();
        Room meetingRoom = new Room(day, logs, device, roomLog, random.fork(6));
        if (weak) {
            meetingRoom.planFailures(attempts);
            truth.finding(new SampleTruth.ExpectedFinding("chain.weak-signature", Severity.CRITICAL,
                    List.of(room.address, day.deployment.first().name, day.deployment.first().chain.get(0).sha1())));
        } else {
            meetingRoom.planSuccess();
        }
        desktopDay(day, logs, desktop, own);
        logs.planOrdinary(attempts, logons);
        SeededRandom many = random.fork(7);
        List<Scheme> mix = Life.mix();
        int persons = Math.min(day.deployment.people.size(), Math.max(280, signIns / 3));
        for (int i = 0; i < signIns; i++) {
            Person person = day.deployment.people.get(i % persons);
            int which = i / persons;
            SeededRandom life = many.fork(i);
            Scheme scheme = mix.get(person.number % mix.size());
            long start = DayCurve.timeAt(0.97 * many.fraction());
            day.agenda.at(start, () -> ordinaryLife(day, logs, person, which, scheme, life));
        }
    }

    /** The desktop client of the room's account: signs in at eight, again after an hour, and out in the evening. */
    private static void desktopDay(Day day, EventLogs logs, Endpoint desktop, SeededRandom own) {
        long first = DayCurve.START + 2 * DayCurve.HOUR + 90_000 * Wire.MILLI;
        long signOut = DayCurve.START + 3 * DayCurve.HOUR;
        long second = signOut + 200_000 * Wire.MILLI;
        day.agenda.at(first, () -> new Life(day, logs, desktop, Scheme.TLS_DSK, signOut, true, own).begin(true, desktop.person.home));
        day.agenda.at(second, () -> new Life(day, logs, desktop, Scheme.TLS_DSK, DayCurve.END - DayCurve.HOUR, true, own).begin(false,
                desktop.person.home));
        new ClientChatter(day, desktop, own).plan(first + 30_000 * Wire.MILLI, DayCurve.END - DayCurve.HOUR);
    }

    private void ordinaryLife(Day day, EventLogs logs, Person person, int which, Scheme scheme, SeededRandom life) {
        long now = day.now();
        long signOut = life.chance(0.6) ? DayCurve.atMilli(now + (long) ((0.5 + 7.5 * life.fraction()) * DayCurve.HOUR)) : DayCurve.END;
        Host first = person.home;
        if (life.chance(0.06)) {
            Host other = day.deployment.frontEnds.get(life.below(day.deployment.frontEnds.size()));
            // A client follows at once; hosts whose clocks are far apart would make that look otherwise.
            first = Math.abs(other.skew - first.skew) < 3000 * Wire.MILLI ? other : first;
        }
        boolean provisioning = scheme == Scheme.TLS_DSK && life.chance(0.07);
        new Life(day, logs, Clients.of(person, which, life), scheme, signOut, life.chance(0.25), life).begin(provisioning, first);
    }

    /** Lets the day happen: what is planned at its time, everyday traffic in between, as much as brings the trace to its size. */
    private void live(Day day, ClsWriter cls, Noise noise, int signIns) {
        long wanted = Math.max(MEGABYTE, targetBytes - OTHER_SOURCES);
        long planned = 0;
        long filled = 0;
        long time = DayCurve.START;
        double expectedPlanned = signIns * 27_500.0;
        while (true) {
            double share = filled / Math.max(1, wanted - Math.min(expectedPlanned, 0.8 * wanted));
            time = Math.max(time, DayCurve.timeAt(share));
            long size = cls.size();
            if (day.agenda.next() <= time + ROOM_FOR_AN_EXCHANGE || share >= 1) {
                if (day.agenda.next() == Long.MAX_VALUE) {
                    return;
                }
                time = Math.max(time, day.agenda.next());
                day.agenda.run();
                planned += cls.size() - size;
            } else {
                noise.write(time);
                time += ROOM_FOR_AN_EXCHANGE / 2;
                filled += cls.size() - size;
            }
        }
    }

    private void certificates(Deployment deployment) throws IOException {
        Path certificates = Files.createDirectories(folder.resolve("Certificates"));
        Host first = deployment.first();
        List<IssuedCertificate> all = new ArrayList<>();
        write(certificates.resolve(first.fqdn + ".cer"), first.chain.get(0).der());
        write(certificates.resolve("issuing-ca-of-fe01.pem"), first.chain.get(1).pem().getBytes(StandardCharsets.US_ASCII));
        write(certificates.resolve("root-of-fe01.pem"), first.chain.get(2).pem().getBytes(StandardCharsets.US_ASCII));
        List<IssuedCertificate> second = deployment.frontEnds.get(1).chain;
        write(certificates.resolve("fe02-chain.p7b"), CertificateMaker.pkcs7(second.toArray(IssuedCertificate[]::new)));
        all.addAll(first.chain);
        all.addAll(second);
        truth.shows(all);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
    }
}
