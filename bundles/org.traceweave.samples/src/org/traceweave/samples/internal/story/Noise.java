package org.traceweave.samples.internal.story;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.traceweave.model.UtcTime;
import org.traceweave.samples.ByteText;
import org.traceweave.samples.ClsWriter;
import org.traceweave.samples.Direction;
import org.traceweave.samples.SeededRandom;

/**
 * Fills the pool's trace with everyday traffic. Each call writes one exchange or line at the given time and counts its records. What two
 * Front Ends send each other is traced on both, at the times their own clocks show.
 */
final class Noise {

    private static final String[] DEVICES = {"UCCAPI/16.0.4738.1000 OC/16.0.4738.1000 (Skype for Business)",
        "UCCAPI/15.0.5067.1000 OC/15.0.5067.1000 (Microsoft Lync)", "iPhoneLync/6.21.0.57 (iPhone iOS 12.0)", "CPE/4.0.7577.4512 OCPhone/4.0.7577.4512"};
    private static final String[] AVAILABILITY = {"3500", "5000", "6500", "9500", "12500", "15500", "18500"};

    private final Day day;
    private final ClsWriter cls;
    private final long[] counted;
    private final SeededRandom random;
    private final Slots slots = new Slots();
    private final ByteText message = new ByteText(1 << 16);
    private final ByteText body = new ByteText(1 << 16);
    private final byte[][] devices = new byte[DEVICES.length][];
    private final byte[][] users;
    private final byte[][] names;
    private final byte[][] addresses;
    private final byte[][] endpoints;
    private final byte[][] small = new byte[100][];
    private final byte[][] hosts;
    private final byte[][] hostAddresses;
    private final NoiseTemplates.Line[] lines;
    private String peer = "";
    private Host host;
    private long time;
    private long lastSecond = Long.MIN_VALUE;

    Noise(Day day, ClsWriter cls, String source, SeededRandom random) {
        this.day = day;
        this.cls = cls;
        counted = day.truth.counter(source);
        this.random = random;
        List<Person> people = day.deployment.people;
        users = people.stream().map(p -> bytes(p.address)).toArray(byte[][]::new);
        names = people.stream().map(p -> bytes(p.displayName)).toArray(byte[][]::new);
        addresses = people.stream().map(p -> bytes(Clients.address(p.number))).toArray(byte[][]::new);
        endpoints = people.stream().map(p -> bytes(Long.toHexString(0xA000000000L + p.number * 7919L))).toArray(byte[][]::new);
        for (int i = 0; i < small.length; i++) {
            small[i] = bytes(Integer.toString(i + 1));
        }
        hosts = day.deployment.frontEnds.stream().map(h -> bytes(h.fqdn)).toArray(byte[][]::new);
        hostAddresses = day.deployment.frontEnds.stream().map(h -> bytes(h.address)).toArray(byte[][]::new);
        for (int i = 0; i < DEVICES.length; i++) {
            devices[i] = bytes(DEVICES[i]);
        }
        lines = NoiseTemplates.LINES.stream().flatMap(line -> Collections.nCopies(line.weight(), line).stream())
                .toArray(NoiseTemplates.Line[]::new);
        host = day.deployment.first();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Writes something that happens at {@code at} on a Front End; shares of kinds: reference "Server and client traces", section F. */
    void write(long at) {
        time = at;
        int who = random.below(day.deployment.frontEnds.size());
        host = day.deployment.frontEnds.get(who);
        int kind = random.below(1000);
        if (kind < 670) {
            line(who);
            return;
        }
        slots.renew(random);
        persons(who);
        if (kind < 800) {
            benotify();
        } else if (kind < 850) {
            exchange("SUBSCRIBE", NoiseTemplates.SUBSCRIBE, NoiseTemplates.SUBSCRIBE_BODY, Optional.of(NoiseTemplates.SUBSCRIBE_OK));
        } else if (kind < 893) {
            exchange("SERVICE", NoiseTemplates.SERVICE, NoiseTemplates.SERVICE_BODY, Optional.of(NoiseTemplates.SERVICE_OK));
        } else if (kind < 911) {
            exchange("INVITE", NoiseTemplates.INVITE, NoiseTemplates.SDP, Optional.empty());
        } else if (kind < 931) {
            exchange("MESSAGE", NoiseTemplates.MESSAGE, NoiseTemplates.MESSAGE_BODY, Optional.empty());
        } else if (kind < 941) {
            exchange("INFO", NoiseTemplates.INFO, NoiseTemplates.INFO_BODY, Optional.empty());
        } else if (kind < 955) {
            options(who);
        } else if (kind < 990) {
            connection();
        } else {
            diagnostic();
        }
    }

    private void persons(int who) {
        int from = random.below(users.length);
        int to = random.below(users.length);
        slots.set(Slot.USER, users[from]);
        slots.set(Slot.PEER_USER, users[to]);
        slots.set(Slot.NAME, names[to]);
        slots.set(Slot.CLIENT_IP, addresses[from]);
        int port = 49_200 + random.below(15_000);
        slots.set(Slot.CLIENT_PORT, port);
        slots.set(Slot.EPID, endpoints[from]);
        slots.set(Slot.HOST, hosts[who]);
        slots.set(Slot.HOST_IP, hostAddresses[who]);
        slots.set(Slot.DEVICE, devices[random.below(devices.length)]);
        slots.set(Slot.AVAILABILITY, AVAILABILITY[random.below(AVAILABILITY.length)]);
        numbers();
        peer = Clients.address(from) + ":" + port;
    }

    private void numbers() {
        slots.set(Slot.CSEQ, small[random.below(90)]);
        slots.set(Slot.VERSION, 1000 + random.below(9000));
        slots.set(Slot.NUMBER, 100 + random.below(90_000));
        slots.set(Slot.SMALL, small[9 + random.below(90)]);
        long second = time / UtcTime.NANOS_PER_SECOND;
        if (second != lastSecond) {
            lastSecond = second;
            slots.set(Slot.INSTANT, UtcTime.format(time).substring(0, 23));
        }
    }

    private void line(int who) {
        slots.hex(Slot.HANDLE, random);
        slots.hex(Slot.CALL_ID, random);
        slots.hex(Slot.OPAQUE, random);
        slots.hex(Slot.GUID, random);
        persons(who);
        NoiseTemplates.Line line = lines[random.below(lines.length)];
        slots.set(Slot.METHOD, "NOTIFY");
        cls.from(host.source(line.component())).thread(thread()).correlation(correlation()).at(time);
        ByteText out = cls.begin(line.level(), line.flags(), line.function());
        line.text().render(slots, out);
        out.crlf();
        cls.end();
        counted[0]++;
    }

    private void benotify() {
        slots.set(Slot.METHOD, "BENOTIFY");
        categories();
        send(Direction.OUT, NoiseTemplates.BENOTIFY);
    }

    private void categories() {
        body.clear();
        NoiseTemplates.CATEGORIES_START.render(slots, body);
        int count = random.chance(0.01) ? 40 : 1 + random.below(5);
        for (int i = 0; i < count; i++) {
            (switch (random.below(3)) {
                case 0 -> NoiseTemplates.CATEGORY_STATE;
                case 1 -> NoiseTemplates.CATEGORY_SERVICES;
                default -> NoiseTemplates.CATEGORY_CONTACT;
            }).render(slots, body);
        }
        NoiseTemplates.CATEGORIES_END.render(slots, body);
    }

    /** A request of a client, and its answer a few milliseconds later; without a template of its own the answer is a plain 200. */
    private void exchange(String method, Template request, Template requestBody, Optional<Template> answer) {
        slots.set(Slot.METHOD, method);
        body.clear();
        requestBody.render(slots, body);
        send(Direction.IN, request);
        time += (3 + random.below(12)) * Wire.MILLI;
        if ("INVITE".equals(method)) {
            body.clear();
            send(Direction.OUT, NoiseTemplates.TRYING);
            time += 2 * Wire.MILLI;
        }
        if ("SUBSCRIBE".equals(method)) {
            categories();
        } else {
            body.clear();
            if ("SERVICE".equals(method)) {
                NoiseTemplates.SERVICE_OK_BODY.render(slots, body);
            }
        }
        send(Direction.OUT, answer.orElse(NoiseTemplates.OK));
    }

    private void send(Direction direction, Template head) {
        slots.set(Slot.LENGTH, body.size());
        message.clear();
        head.render(slots, message);
        message.raw(body.array(), 0, body.size());
        cls.from(host.source("SIPStack")).thread(thread()).correlation(correlation()).at(time);
        cls.message(direction, peer, random.next() >>> 40, message.array(), message.size());
        counted[0]++;
    }

    /** A keep-alive from the Front End whose clock is most behind to another one, traced by both. */
    private void options(int who) {
        Host behind = day.deployment.frontEnds.stream().min(Comparator.comparingLong(h -> h.skew)).orElseThrow();
        Host other = day.deployment.frontEnds.get(who);
        if (other == behind) {
            other = day.deployment.frontEnds.get((who + 1) % day.deployment.frontEnds.size());
        }
        slots.set(Slot.HOST, bytes(behind.fqdn));
        slots.set(Slot.HOST_IP, bytes(behind.address));
        slots.set(Slot.OTHER_HOST, bytes(other.fqdn));
        slots.set(Slot.METHOD, "OPTIONS");
        byte[] request = rendered(NoiseTemplates.OPTIONS);
        byte[] answer = rendered(NoiseTemplates.OPTIONS_OK);
        Host from = behind;
        Host to = other;
        trace(from, Direction.OUT, to.address + ":5061", time, request);
        long there = time + to.skew - from.skew + 2 * Wire.MILLI;
        day.agenda.at(there, () -> trace(to, Direction.IN, from.address + ":" + 51_007, there, request));
        day.agenda.at(there + 3 * Wire.MILLI, () -> trace(to, Direction.OUT, from.address + ":" + 51_007, there + 3 * Wire.MILLI, answer));
        long back = time + 8 * Wire.MILLI;
        day.agenda.at(back, () -> trace(from, Direction.IN, to.address + ":5061", back, answer));
    }

    private byte[] rendered(Template template) {
        message.clear();
        template.render(slots, message);
        return message.toBytes();
    }

    private void trace(Host at, Direction direction, String other, long when, byte[] wire) {
        cls.from(at.source("SIPStack")).thread(thread()).correlation(correlation()).at(when);
        cls.message(direction, other, random.next() >>> 40, wire, wire.length);
        counted[0]++;
    }

    private void connection() {
        cls.from(host.source("SIPStack")).thread(thread()).correlation(correlation()).at(time);
        cls.connection("information", random.chance(0.5) ? "Connection established" : "Connection was closed by the remote peer",
                "Local-IP: " + host.address + ":5061", "Peer-IP: " + peer, "Connection-ID: 0x" + Long.toHexString(random.below(1 << 24)), "Transport: TLS");
        counted[0]++;
    }

    private void diagnostic() {
        cls.from(host.source("SIPStack")).thread(thread()).correlation(correlation()).at(time);
        ByteText out = cls.begin("TL_INFO", "TF_DIAG", "SIPAdminLog::WriteDiagnosticEvent:SIPAdminLog.cpp(833)");
        out.line("$$begin_record").line("Severity: information").line("Text: Response successfully routed").line("SIP-Start-Line: SIP/2.0 200 OK")
                .text("SIP-Call-ID: ");
        slots.write(Slot.CALL_ID, out);
        out.crlf().line("SIP-CSeq: 1 INVITE").text("Peer: ").line(peer).text("Data: destination=\"").text(peer).octet('"');
        cls.endBlock();
        counted[0]++;
    }

    private int thread() {
        return 0x0400 + 4 * random.below(900);
    }

    private long correlation() {
        return random.next() >>> 33;
    }
}
