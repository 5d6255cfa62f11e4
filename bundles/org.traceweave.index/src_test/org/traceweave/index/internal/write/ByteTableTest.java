package org.traceweave.index.internal.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class ByteTableTest {

    @Test
    void numbersAndOrderAreThoseOfPlainCollections() {
        long seed = 51;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        ByteTable table = new ByteTable(8);
        for (int round = 0; round < 3; round++) {
            table.clear();
            Map<BytesRef, Integer> expected = new HashMap<>();
            for (int i = 0; i < 30_000; i++) {
                byte[] bytes = new byte[random.nextInt(3) == 0 ? random.nextInt(40) : random.nextInt(10)];
                for (int k = 0; k < bytes.length; k++) {
                    bytes[k] = (byte) (random.nextInt(6) == 0 ? random.nextInt(256) : random.nextInt(2));
                }
                int from = random.nextInt(3);
                byte[] source = new byte[bytes.length + from + random.nextInt(20)];
                random.nextBytes(source);
                System.arraycopy(bytes, 0, source, from, bytes.length);
                BytesRef key = new BytesRef(bytes);
                assertEquals(expected.getOrDefault(key, -1), table.find(source, from, bytes.length));
                int number = table.add(source, from, bytes.length);
                assertEquals(expected.computeIfAbsent(key, k -> expected.size()), number);
            }
            assertEquals(expected.size(), table.size());
            List<BytesRef> sorted = new ArrayList<>(expected.keySet());
            sorted.sort(null);
            assertArrayEquals(sorted.stream().mapToInt(expected::get).toArray(), table.sorted());
            BytesRef reference = new BytesRef();
            expected.forEach((key, number) -> {
                table.get(number, reference);
                assertEquals(key, reference);
            });
        }
    }
}
