package org.traceweave.readers.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.traceweave.readers.SourceReader;
import org.traceweave.readers.SourceReading;

/** However a source is cut, the records are the same. */
class PartsTest {

    private static final Charset[] CHARSETS = {StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE,
            Charset.forName("windows-1252")};

    private static String serverTrace(Random random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "" : "heading\r\n");
        int count = 20 + random.nextInt(300);
        for (int i = 0; i < count; i++) {
            String time = String.format("11:%02d:%02d.%03d", i / 60 % 60, i % 60, random.nextInt(1000));
            text.append(switch (random.nextInt(9)) {
                case 0 -> Traces.REGISTER;
                case 1 -> Traces.CHALLENGE;
                case 2 -> Traces.DIAGNOSTIC;
                case 3 -> Traces.CONNECTION.replace("$$end_record\r\n", random.nextInt(3) == 0 ? "" : "$$end_record\r\n\r\n");
                case 4 -> Traces.REGISTER.replace("Message-Body: -", "Message-Body: pasted\r\n"
                        + Traces.plain(time, "old").replace("01/14/2018", "01/02/2017").repeat(1 + random.nextInt(5)) + "end");
                case 5 -> Traces.WEB;
                case 6 -> Traces.plain(time, "continued\r\n  here \u00e5\r\n");
                default -> Traces.plain(time, "x".repeat(random.nextInt(200)));
            });
        }
        return text.toString();
    }

    private static String clientTrace(Random random) {
        StringBuilder text = new StringBuilder();
        String register = "REGISTER sip:contoso.com SIP/2.0\r\nFrom: <sip:a@b>\r\nCall-ID: 7\r\n\r\nbody\r\n\u00e5\r\n";
        int count = 20 + random.nextInt(200);
        for (int i = 0; i < count; i++) {
            String time = String.format("11:%02d:%02d.%03d", i / 60 % 60, i % 60, random.nextInt(1000));
            text.append(switch (random.nextInt(5)) {
                case 4 -> UccApiReaderTest.sent(time, register.replace("body", "pasted:\r\n"
                        + UccApiReaderTest.line(time, "old").replace("01/14/2018", "01/02/2017").repeat(1 + random.nextInt(5)) + "end"));
                case 0 -> UccApiReaderTest.sent(time, register);
                case 1 -> UccApiReaderTest.received(time, register.replace("REGISTER sip:contoso.com SIP/2.0", "SIP/2.0 200 OK"));
                case 2 -> UccApiReaderTest.line(time, "Sending Packet - 10.1.1.1:5061 4 bytes");
                default -> UccApiReaderTest.line(time, "words " + "y".repeat(random.nextInt(100)));
            });
        }
        return text.toString();
    }

    private static void check(SourceReader reader, String text, Random random, String where) throws IOException {
        MemoryBytes bytes = MemoryBytes.of(text, CHARSETS[random.nextInt(CHARSETS.length)]);
        SourceReading reading = reader.open(bytes);
        Collected whole = Collected.of(reading, bytes.size() + 1);
        Collected parts = Collected.of(reading, 1 + random.nextInt(20_000));
        assertEquals(whole.records, parts.records, where);
        assertEquals(whole.damage, parts.damage, where);
    }

    @Test
    void serverTracesGiveTheSameRecordsInParts() throws IOException {
        long seed = System.nanoTime();
        System.err.println("PartsTest server seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 25; round++) {
            check(new ClsReader(), serverTrace(random), random, "seed " + seed + " round " + round);
        }
    }

    @Test
    void clientTracesGiveTheSameRecordsInParts() throws IOException {
        long seed = System.nanoTime();
        System.err.println("PartsTest client seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 25; round++) {
            check(new UccApiReader(), clientTrace(random), random, "seed " + seed + " round " + round);
        }
    }

    @Test
    void hostileBytesAreReadWithoutFailing() throws IOException {
        long seed = System.nanoTime();
        System.err.println("PartsTest hostile seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            byte[] bytes = (random.nextBoolean() ? serverTrace(random) : clientTrace(random)).getBytes(CHARSETS[random.nextInt(CHARSETS.length)]);
            int hits = 1 + random.nextInt(200);
            for (int i = 0; i < hits; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            int length = random.nextInt(bytes.length + 1);
            MemoryBytes cut = new MemoryBytes("hostile", java.util.Arrays.copyOf(bytes, length));
            for (SourceReader reader : SipReaders.all()) {
                SourceReading reading = reader.open(cut);
                Collected whole = Collected.of(reading, length + 1L);
                Collected parts = Collected.of(reading, 1 + random.nextInt(20_000));
                assertEquals(whole.records.size(), parts.records.size(), "seed " + seed + " round " + round);
                reading.clockSamples();
                for (Collected.Found found : whole.records) {
                    SipMessage.parse(found.text());
                    TraceBlock.parse(found.text());
                    Masking.mask(found.text());
                }
            }
        }
    }
}
