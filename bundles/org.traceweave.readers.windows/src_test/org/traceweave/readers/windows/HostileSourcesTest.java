package org.traceweave.readers.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.traceweave.model.DamageKind;

/** Damaged and malicious sources: reported, survived, and never waited for. */
class HostileSourcesTest {

    private static final String CHAIN = Events.capi2(11, "<CertGetCertificateChain><Certificate fileRef='"
            + "EC53EBC94A796C42E5B4E5851F961874F013D94C.cer' subjectName='*.contoso.com'/><Result value='800B0109'>text</Result>"
            + "</CertGetCertificateChain>");

    private final EvtxReader reader = new EvtxReader();

    private static byte[] log() {
        EvtxBytes log = new EvtxBytes(7);
        for (int i = 0; i < 20; i++) {
            log.direct(Events.read(CHAIN).root());
            log.templated(Events.read(Events.schannel(36888, "<EventData>" + Events.data("AlertDesc", "40")
                    + Events.data("ErrorState", "1205") + "</EventData>")).root());
        }
        return log.file();
    }

    private Reading read(byte[] bytes) throws IOException {
        return Reading.of(reader, Corpus.bytes(bytes), 1 << 20);
    }

    @Test
    void recordsWithAndWithoutATemplateAreRead() throws IOException {
        Reading reading = read(log());
        assertEquals(List.of(), reading.damage);
        assertEquals(40, reading.inOrder().size());
        assertTrue(reading.records.get(0).has("hresult", "0x800b0109"));
        assertTrue(reading.records.get(0).has("thumbprint", "ec53ebc94a796c42e5b4e5851f961874f013d94c"));
        assertTrue(reading.records.get(39).text().contains("TLS alert 40 (handshake_failure); internal error state 1205 (undocumented)."));
    }

    @Test
    void aTruncatedLogIsReadAsFarAsItGoes() throws IOException {
        byte[] whole = log();
        for (int length : new int[] {0, 1, 100, 128, 4095, 4096, 4100, 4700, 20_000, 30_001}) {
            Reading reading = read(java.util.Arrays.copyOf(whole, length));
            assertTrue(length < 128 || reading.damage.stream().anyMatch(damage -> damage.kind() == DamageKind.TRUNCATED),
                    () -> length + " " + reading.damage);
        }
    }

    @Test
    void whatLiesBehindABreakIsRecovered() throws IOException {
        EvtxBytes log = new EvtxBytes(1);
        for (int i = 0; i < 10; i++) {
            log.direct(Events.read(CHAIN.replace("CertGet", "Cert" + i)).root());
        }
        byte[] bytes = log.file();
        bytes[log.offset(4) + 4] = 0;
        bytes[log.offset(4) + 5] = 0;
        Reading reading = read(bytes);
        assertEquals(4, reading.inOrder().size());
        assertEquals(5, reading.records.stream().filter(Reading.Kept::recovered).count());
        assertTrue(reading.damage.stream().anyMatch(damage -> damage.kind() == DamageKind.CHECKSUM), reading.damage::toString);
        assertTrue(reading.damage.stream().anyMatch(damage -> damage.offset() == log.offset(4)), reading.damage::toString);
        Reading.Kept recovered = reading.records.get(9 - 1);
        assertTrue(recovered.has("recovered", "true"));
        assertEquals(List.of(recovered), Reading.at(reader, Corpus.bytes(bytes), recovered.offset(), recovered.length()).records);
    }

    @Test
    void aMissingFileHeaderCostsNothing() throws IOException {
        byte[] bytes = log();
        java.util.Arrays.fill(bytes, 0, 4096, (byte) 0);
        Reading reading = read(bytes);
        assertEquals(40, reading.inOrder().size());
        assertEquals(DamageKind.UNREADABLE, reading.damage.get(0).kind());
    }

    @Test
    void randomChangesNeverEndInAnExceptionOrAHang() throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.err.println("seed " + seed);
        Random random = new Random(seed);
        List<byte[]> originals = new ArrayList<>(List.of(log()));
        for (String name : List.of("capi2-event70-win11.evtx", "Application_no_crc32.evtx", "MSExchange_Management_wec.evtx")) {
            Path file = Path.of(System.getProperty("traceweave.corpus", "../../../shared/corpus"), "windows", name);
            if (Files.exists(file)) {
                originals.add(Files.readAllBytes(file));
            }
        }
        for (int round = 0; round < Integer.getInteger("rounds", 300); round++) {
            byte[] bytes = originals.get(round % originals.size()).clone();
            int changes = 1 + random.nextInt(60);
            for (int i = 0; i < changes; i++) {
                int at = 4096 + random.nextInt(random.nextBoolean() ? 24_000 : bytes.length - 4096);
                switch (random.nextInt(4)) {
                    case 0 -> bytes[at] = (byte) random.nextInt();
                    case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                    case 2 -> System.arraycopy(bytes, 4096 + random.nextInt(20_000), bytes, at, Math.min(bytes.length - at, random.nextInt(200)));
                    default -> bytes[at] = (byte) (random.nextBoolean() ? 0xff : 0x0c);
                }
            }
            int mark = round;
            Reading reading = read(bytes);
            for (Reading.Kept record : reading.records) {
                assertTrue(WindowsEvents.read(Corpus.bytes(bytes), record.offset(), record.length()).isPresent(), () -> seed + " round " + mark);
            }
        }
    }

    @Test
    void aTemplateThatMultipliesItselfIsCutShort() throws IOException {
        // A template that has its first value 300 times, and a record whose value is an instance of it whose value is an instance of it ...
        java.nio.ByteBuffer chunk = java.nio.ByteBuffer.wrap(new EvtxBytes(1).direct(Events.read(CHAIN).root()).file())
                .order(java.nio.ByteOrder.LITTLE_ENDIAN);
        int definition = 8000;
        int name = definition + 24 + 4 + 11;
        chunk.position(4096 + definition);
        chunk.putInt(0).putInt(77).putLong(0).putInt(0).putInt(0).putInt(0x000101_0f);
        chunk.put((byte) 1).putShort((short) -1).putInt(0).putInt(name).putInt(0).putShort((short) 0).putShort((short) 1).putShort((short) 'x')
                .putShort((short) 0).put((byte) 2);
        for (int i = 0; i < 300; i++) {
            chunk.put((byte) 0x0d).putShort((short) 0).put((byte) 0x21);
        }
        chunk.put((byte) 4).put((byte) 0);
        int size = chunk.position() - 4096 - definition - 24;
        chunk.putInt(4096 + definition + 20, size);
        int record = 512;
        int end = 7000;
        chunk.putInt(4096 + record + 4, end - record);
        chunk.putInt(4096 + end - 4, end - record);
        int at = record + 24;
        for (int depth = 0; depth < 12; depth++) {
            chunk.position(4096 + at);
            chunk.putInt(0x000101_0f).put((byte) 0x0c).put((byte) 1).putInt(77).putInt(definition).putInt(1);
            int value = at + 22;
            chunk.putShort((short) (end - 8 - depth - value)).put((byte) 0x21).put((byte) 0);
            at = value;
        }
        Reading reading = read(chunk.array());
        assertTrue(reading.damage.stream().anyMatch(damage -> damage.detail().contains("beyond all bounds")), reading.damage::toString);
    }

    @Test
    void randomChangesToXmlNeverEndInAnExceptionOrAHang() throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.err.println("seed " + seed);
        Random random = new Random(seed);
        String text = "<Events>" + CHAIN.repeat(5) + "</Events>";
        for (int round = 0; round < 600; round++) {
            byte[] bytes = text.getBytes(round % 2 == 0 ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16LE);
            for (int i = 0; i < 1 + random.nextInt(20); i++) {
                bytes[random.nextInt(bytes.length)] = (byte) "<>/'\"&;\0 E".charAt(random.nextInt(10));
            }
            Reading.of(new EventXmlReader(), Corpus.bytes(bytes), 1 + random.nextInt(5000));
        }
    }
}
