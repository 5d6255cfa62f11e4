package org.traceweave.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.traceweave.readers.RecordDraft;

class FingerprintTest {

    private static long of(byte[] text, int start, int length, long time) {
        return Fingerprint.of(new RecordDraft().begin(0, length).time(time).host("FE01").process(7).thread(8).text(text, start, length));
    }

    @Test
    void theSameTextAnywhereInABufferHasTheSameFingerprint() {
        long seed = new Random().nextLong();
        System.err.println("seed " + seed);
        Random random = new Random(seed);
        for (int length = 0; length < 200; length++) {
            byte[] text = new byte[length];
            random.nextBytes(text);
            byte[] shifted = new byte[length + 40];
            int start = random.nextInt(40);
            System.arraycopy(text, 0, shifted, start, length);
            assertEquals(of(text, 0, length, 5), of(shifted, start, length, 5));
        }
    }

    @Test
    void everyBitCounts() {
        Set<Long> prints = new HashSet<>();
        byte[] text = new byte[75];
        prints.add(of(text, 0, text.length, 5));
        for (int bit = 0; bit < text.length * 8; bit++) {
            text[bit / 8] ^= (byte) (1 << bit % 8);
            assertTrue(prints.add(of(text, 0, text.length, 5)), "bit " + bit);
            text[bit / 8] ^= (byte) (1 << bit % 8);
        }
        assertNotEquals(of(text, 0, text.length, 5), of(text, 0, text.length, 6));
        assertNotEquals(of(text, 0, text.length, 5), of(text, 0, text.length - 1, 5));
    }

    @Test
    void aSetKnowsWhatItHoldsAndForgetsWhenCleared() {
        long seed = new Random().nextLong();
        System.err.println("seed " + seed);
        Random random = new Random(seed);
        PrintSet set = new PrintSet();
        Set<Long> expected = new HashSet<>();
        for (int i = 0; i < 50_000; i++) {
            long print = i % 5 == 0 ? random.nextInt(1000) : random.nextLong();
            assertEquals(expected.add(print), set.add(print));
        }
        long known = expected.stream().filter(print -> print != 0).findFirst().orElseThrow();
        assertFalse(set.add(known));
        set.clear();
        assertTrue(set.add(0));
        assertTrue(set.add(known));
    }
}
