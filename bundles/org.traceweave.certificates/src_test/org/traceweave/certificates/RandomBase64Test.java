package org.traceweave.certificates;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random base64 holds no certificate, whatever some of it begins like. {@code -Dtraceweave.random.megabytes=100} looks through more of it. */
class RandomBase64Test {

    private static final int MEGABYTES = Integer.getInteger("traceweave.random.megabytes", 8);

    @Test
    void nothing_is_found_in_random_base64() {
        long seed = Long.getLong("traceweave.seed", System.nanoTime());
        System.out.println("RandomBase64Test seed " + seed + ", " + MEGABYTES + " MB");
        Random random = new Random(seed);
        byte[] bytes = new byte[3 << 18];
        for (int megabyte = 0; megabyte < MEGABYTES; megabyte++) {
            random.nextBytes(bytes);
            byte[] text = megabyte % 2 == 0 ? Base64.getEncoder().encode(bytes) : Base64.getMimeEncoder(64, "\r\n".getBytes(StandardCharsets.US_ASCII)).encode(bytes);
            CertificateFinds finds = CertificateFinder.find(text);
            assertTrue(finds.isEmpty(), "MB " + megabyte + " of seed " + seed + ": " + finds);
        }
    }
}
