package org.traceweave.certificates;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** Certificates of the corpus, damaged at random: each is decoded, told, judged and looked for within bounds of time and memory. */
class MutationCorpusTest {

    private static final int MUTATIONS = 10_000;
    private static final long MOST_NANOS = 2_000_000_000L;
    private static final long MOST_BYTES = 64L << 20;

    @Test
    void ten_thousand_mutations_of_real_certificates_stay_within_two_seconds_and_64_mb_each() throws JMException {
        long seed = Long.getLong("traceweave.seed", System.nanoTime());
        System.out.println("MutationCorpusTest seed " + seed);
        Random random = new Random(seed);
        List<byte[]> originals = new ArrayList<>();
        Corpus.table("expected.tsv").forEach(row -> CertificateFinder.findInFile(Corpus.bytes(row[0])).certificates().forEach(found -> originals.add(found.der())));
        assertTrue(originals.size() > 900, "the corpus has its certificates");
        long longest = 0;
        long largest = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutant = mutated(originals, random);
            long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long bytes = allocated();
            examine(mutant, i);
            longest = Math.max(longest, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - nanos);
            largest = Math.max(largest, allocated() - bytes);
            assertTrue(longest < MOST_NANOS && largest < MOST_BYTES, "mutation " + i + " took " + longest + " ns of the processor and " + largest + " bytes: "
                    + Base64.getEncoder().encodeToString(mutant));
        }
        System.out.println("MutationCorpusTest longest " + longest / 1_000_000 + " ms, largest " + (largest >> 10) + " KB");
    }

    private static void examine(byte[] mutant, int number) {
        DecodedCertificate decoded = CertificateDecoder.examine(mutant);
        assertFalse(CertificateText.text(decoded).isEmpty());
        assertNotNull(CertificateText.asn1(decoded));
        CertificateLint.lint(decoded, LintContext.none().withPublicTrust(number % 2 == 0).withChain(CertificateChains.chainOf(decoded, List.of(decoded))), 0);
        CertificateFinder.findInFile(mutant);
        CertificateFinder.find(Base64.getEncoder().encode(mutant));
    }

    private static byte[] mutated(List<byte[]> originals, Random random) {
        byte[] bytes = originals.get(random.nextInt(originals.size())).clone();
        for (int i = random.nextInt(8); i >= 0 && bytes.length > 1; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = new byte[] {0, (byte) 0x80, (byte) 0xff, 0x30, 0x7f, (byte) 0x84}[random.nextInt(6)];
                case 3 -> bytes = Arrays.copyOf(bytes, at + 1);
                case 4 -> { // a part is repeated
                    int length = random.nextInt(Math.min(200, bytes.length - at));
                    byte[] longer = Arrays.copyOf(bytes, bytes.length + length);
                    System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
                    bytes = longer;
                }
                default -> { // a part of another one takes its place
                    byte[] other = originals.get(random.nextInt(originals.size()));
                    int length = random.nextInt(Math.min(other.length, bytes.length - at));
                    System.arraycopy(other, random.nextInt(other.length - length), bytes, at, length);
                }
            }
        }
        return bytes;
    }

    /** Bytes that this thread has allocated so far: more than it ever held at once. */
    private static long allocated() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        return (long) server.invoke(new ObjectName("java.lang:type=Threading"), "getThreadAllocatedBytes", new Object[] {Thread.currentThread().threadId()},
                new String[] {"long"});
    }
}
