package org.traceweave.probe.internal.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The worked example of MS-NLMP section 4.2.4. */
class NtlmExchangeTest {

    private static final String TARGET = "02000c0044006f006d00610069006e0001000c005300650072007600650072000000" + "0000";

    private static byte[] challenge(String target) {
        byte[] info = HexFormat.of().parseHex(target);
        return HexFormat.of().parseHex("4e544c4d53535000" + "02000000" + "0000000038000000" + "33828ae2" + "0123456789abcdef" + "0000000000000000"
                + HexFormat.of().toHexDigits((byte) info.length) + "00" + HexFormat.of().toHexDigits((byte) info.length) + "00" + "30000000" + target);
    }

    private static String part(byte[] message, int field) {
        int length = message[field] & 0xff | (message[field + 1] & 0xff) << 8;
        int offset = message[field + 4] & 0xff | (message[field + 5] & 0xff) << 8;
        return HexFormat.of().formatHex(Arrays.copyOfRange(message, offset, offset + length));
    }

    private static byte[] answer(byte[] challenge) {
        byte[] random = new byte[8];
        Arrays.fill(random, (byte) 0xaa);
        return new NtlmExchange("Domain\\User").authenticate(challenge, "Password".toCharArray(), random, 0).orElseThrow();
    }

    @Test
    void theResponseIsThatOfTheSpecificationsExample() {
        byte[] message = answer(challenge(TARGET));
        assertTrue(part(message, 20).startsWith("68cd0ab851e51c96aabc927bebef6a1c"), part(message, 20));
        assertEquals("86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa", part(message, 12));
        assertEquals("44006f006d00610069006e00", part(message, 28));
        assertEquals("5500730065007200", part(message, 36));
    }

    @Test
    void aTimeThatTheServerTellsIsAnsweredWithAndMakesTheOldResponseEmpty() {
        byte[] message = answer(challenge("07000800" + "0102030405060708" + "00000000"));
        assertEquals("00".repeat(24), part(message, 12));
        assertEquals("0102030405060708", part(message, 20).substring(32 + 16, 32 + 32));
    }

    @Test
    void whatIsNoChallengeGetsNoAnswer() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        NtlmExchange exchange = new NtlmExchange("User");
        assertEquals(Optional.empty(), exchange.authenticate(new byte[0], new char[0], new byte[8], 0));
        assertEquals(Optional.empty(), exchange.authenticate(NtlmExchange.negotiate(), new char[0], new byte[8], 0));
        for (int round = 0; round < 5_000; round++) {
            byte[] damaged = challenge(TARGET);
            for (int hits = random.nextInt(4); hits >= 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            byte[] cut = Arrays.copyOf(damaged, random.nextInt(damaged.length + 1));
            assertTrue(exchange.authenticate(cut, "x".toCharArray(), new byte[8], 0).map(message -> message.length > 64).orElse(true), () -> "seed " + seed);
        }
    }
}
