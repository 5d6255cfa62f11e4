package org.traceweave.samples.internal.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
final class PoolStory {

    private static final String TRACE = "CLS/POOL01-2018-10-16.txt";
    private static final String DESKTOP_LOG = "WS-ADM-114/Lync-UccApi-0.UccApilog";
    private static final String ROOM_LOG = EventLogs.ROOM + "/Lync-UccApi-0.UccApilog";
    private static final long MEGABYTE = 1L << 20;
    /** What the sources other than the trace come to, more or less. */
    private static final long OTHER_SOURCES = 3 * MEGABYTE;
    /** How much of the trace is there twice. */
    private static final int APPENDED = 60_000;
    private static final long ROOM_FOR_AN_EXCHANGE = 25 * Wire.MILLI;

    private final Path folder;
    private final boolean weak;
    private final Optional<Trouble> trouble;
    private final List<Extra> extras = new ArrayList<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final long targetBytes;
    private final long seed;
    private final SeededRandom random;
    private final Truth truth;

    /** A source that only some stories have. */
    private record Extra(FileChannel channel, Runnable flush) {
    }

    /** A pool with SHA-256 certificates everywhere, and this trouble; without one, a quiet day. */
    PoolStory(Path folder, Optional<Trouble> trouble, long targetBytes, long seed, boolean detailedTruth) {
        this(folder, false, trouble, targetBytes, seed, detailedTruth);
    }

    /** @param weak whether FE01 still has its SHA-1 certificate */
    PoolStory(Path folder, boolean weak, long targetBytes, long seed, boolean detailedTruth) {
        this(folder, weak, Optional.empty(), targetBytes, seed, detailedTruth);
    }

    private PoolStory(Path folder, boolean weak, Optional<Trouble> trouble, long targetBytes, long seed, boolean detailedTruth) {
        this.folder = folder;
        this.weak = weak;
        this.trouble = trouble;
        this.targetBytes = targetBytes;
        this.seed = seed;
        random = new SeededRandom(seed);
        truth = new Truth(detailedTruth);
    }

    /** Writes all sources; answers what is true about them. */
    public SampleTruth write(String story) throws IOException {
        long megabytes = targetBytes / MEGABYTE;
        int signIns = (int) Math.min(100_000, megabytes < 12 ? Math.max(60, 25 * megabytes) : 300 + 2 * (megabytes - 12));
        Deployment deployment = new Deployment(weak, (int) Math.min(15_000, 600 + 2 * megabytes), random.fork(1), trouble.flatMap(Trouble::newcomer));
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
            extras.forEach(extra -> extra.flush().run());
        } finally {
            for (Extra extra : extras) {
                extra.channel().close();
            }
        }
        certificates(deployment);
        if (trouble.isPresent()) {
            dirt();
        }
        return truth.complete(story, seed);
    }

    private FileChannel open(String source) throws IOException {
        return FileChannel.open(folder.resolve(source), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** One more trace or client log, beside those that every story has. */
    private FileChannel another(String source) {
        try {
            Files.createDirectories(folder.resolve(source).getParent());
            return open(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Wire filteredTrace(String source) {
        FileChannel channel = another(source);
        ClsWriter cls = new ClsWriter(channel);
        extras.add(new Extra(channel, cls::flush));
        return new Wire(cls, source, truth, random.fork(8), false);
    }

    private ClientLog clientLog(String source, long skew) {
        FileChannel channel = another(source);
        UccApiWriter writer = new UccApiWriter(Deployment.CLIENT_ZONE, channel);
        extras.add(new Extra(channel, writer::flush));
        return new ClientLog(source, writer, skew);
    }

    private void plan(Day day, EventLogs logs, ClientLog desktopLog, ClientLog roomLog, int signIns, int logons) {
        SeededRandom own = random.fork(5);
        boolean roomFails = trouble.isPresent() && trouble.get().concernsRoom();
        Person room = new Person(100_001, "Orion Room", "orion.room", roomFails ? day.deployment.troubled : day.deployment.first());
        // whom the pool's own clients can reach signs in from the desktop, too
        Person atDesktop = roomFails ? new Person(100_002, "Dora Quint", "dora.quint", day.deployment.first()) : room;
        Endpoint device = new Endpoint(room, "10.30.7.21", EventLogs.ROOM, Clients.ROOM, Optional.of(roomLog), own);
        Endpoint desktop = new Endpoint(atDesktop, "10.30.5.114", "WS-ADM-114", Clients.DESKTOP, Optional.of(desktopLog), own);
        List<Long> attempts = weak ? Room.attempts(own) : List.of();
        Room meetingRoom = new Room(day, logs, device, roomLog, random.fork(6));
        if (weak) {
            meetingRoom.planFailures(attempts);
            truth.finding(new SampleTruth.ExpectedFinding("chain.weak-signature", Severity.CRITICAL,
                    List.of(room.address, day.deployment.first().name, day.deployment.first().chain.get(0).sha1())));
        } else if (roomFails) {
            meetingRoom.ordinary();
        } else {
            meetingRoom.planSuccess();
        }
        if (!weak) {
            Scene scene = new Scene(day, logs, meetingRoom, random.fork(9), this::filteredTrace, this::clientLog);
            trouble.ifPresent(what -> what.plan(scene));
            Decoys.plan(scene);
            files.putAll(scene.files());
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

    /** What captured cases are like: files somebody added, a search appended to another, cut off in the middle of a record. */
    private void dirt() throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path added = folder.resolve(file.getKey());
            Files.createDirectories(added.getParent());
            write(added, file.getValue());
        }
        if (trouble.isPresent() && trouble.get().onlyTrace()) {
            truth.keepOnly(TRACE);
            onlyTraceStays();
        }
        Path trace = folder.resolve(TRACE);
        long from = truth.someMessage(TRACE);
        try (FileChannel channel = FileChannel.open(trace, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer again = ByteBuffer.allocate((int) Math.min(APPENDED, channel.size() - from));
            channel.read(again, from);
            again.flip();
            channel.write(again, channel.size());
        }
    }

    private void onlyTraceStays() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).filter(file -> !file.equals(folder.resolve(TRACE))).toList()) {
                Files.delete(file);
            }
        }
    }
}
