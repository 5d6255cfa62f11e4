package org.traceweave.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.traceweave.analysis.Engine;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.cases.ImportProgress;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.CertificateFinder;
import org.traceweave.certificates.FoundCertificate;

/**
 * What looking for certificates adds to an import, as the median of interleaved pairs with and without; and how many certificates a second one warm core
 * decodes in full, against Bouncy Castle's own decoding of the same ones (names, every extension parsed, both thumbprints).
 */
final class CertificatesBenchmark implements Benchmark {

    private static final int PAIRS = Integer.getInteger("traceweave.benchmarks.pairs", 5);
    private static final long IMPORTED = Long.getLong("traceweave.benchmarks.megabytes", 1000) * 1_000_000;
    private static final int WARM = 8;
    private static final int RUNS = 7;
    private static final String WITHOUT_MARKS = "traceweave.import.withoutCertificateMarks";

    @Override
    public String name() {
        return "certificates";
    }

    @Override
    public List<Measurement> measure(Path work) throws IOException {
        List<Measurement> measured = new ArrayList<>(imports(work));
        measured.add(decoding(work));
        return measured;
    }

    private static List<Measurement> imports(Path work) throws IOException {
        Path own = work.resolve("certificates");
        SampleSources sources = SampleSources.of(work, IMPORTED);
        imported(own, sources, true); // files and code are warm for both
        imported(own, sources, false);
        double[] with = new double[PAIRS];
        double[] without = new double[PAIRS];
        double[] shares = new double[PAIRS];
        double[] cpuShares = new double[PAIRS];
        for (int pair = 0; pair < PAIRS; pair++) {
            boolean first = pair % 2 == 0;
            double[] one = imported(own, sources, first);
            double[] other = imported(own, sources, !first);
            double[] marked = first ? one : other;
            double[] plain = first ? other : one;
            with[pair] = marked[0];
            without[pair] = plain[0];
            shares[pair] = 100 * (marked[0] / plain[0] - 1);
            cpuShares[pair] = 100 * (marked[1] / plain[1] - 1);
            System.err.printf(Locale.ROOT, "pair %d: with %.2f s (%.2f s of CPU), without %.2f s (%.2f s of CPU)%n", pair + 1, marked[0], marked[1], plain[0], plain[1]);
        }
        SampleSources.delete(own);
        return List.of(Measurement.ofRuns("certificates-import", with, "s").against("import-without-looking", Measurement.ofRuns("", without, "").value()),
                Measurement.ofRuns("certificates-import-share", shares, "% of import"), Measurement.ofRuns("certificates-import-share-of-cpu", cpuShares, "% of import"));
    }

    /** Seconds, and seconds of CPU, of one import. */
    private static double[] imported(Path folder, SampleSources sources, boolean marks) throws IOException {
        SampleSources.delete(folder);
        System.setProperty(WITHOUT_MARKS, Boolean.toString(!marks));
        double cpu = cpuSeconds();
        long begun = System.nanoTime();
        try (Case target = Case.create(folder, Engine.standard().readers())) {
            target.importSources(List.of(sources.folder()), ImportProgress.NONE, new CancelSignal());
        } finally {
            System.clearProperty(WITHOUT_MARKS);
        }
        return new double[] {(System.nanoTime() - begun) / 1e9, cpuSeconds() - cpu};
    }

    private static double cpuSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1e3;
    }

    private static Measurement decoding(Path work) throws IOException {
        List<byte[]> all = certificates(work);
        List<byte[]> set = all.stream().filter(CertificatesBenchmark::parses).toList();
        double[] ours = new double[RUNS];
        double[] peer = new double[RUNS];
        for (int run = -WARM; run < RUNS; run++) {
            double ourRate = rate(set, CertificatesBenchmark::decodeOurs);
            double peerRate = rate(set, CertificatesBenchmark::decodePeer);
            if (run >= 0) {
                ours[run] = ourRate;
                peer[run] = peerRate;
            }
        }
        System.err.printf(Locale.ROOT, "%d certificates, of which the peer reads %d%n", all.size(), set.size());
        return Measurement.ofRuns("certificates-decode", ours, "certificates/s").against("bouncy-castle", Measurement.ofRuns("", peer, "").value());
    }

    /** Those of the corpus where it is at hand, else those of the sample case. */
    private static List<byte[]> certificates(Path work) throws IOException {
        Path corpus = Path.of(System.getProperty("traceweave.corpus", "../shared/corpus")).resolve("certificates");
        Path folder = Files.isDirectory(corpus) ? corpus : SampleSources.of(work, IMPORTED).folder();
        Map<String, byte[]> distinct = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] bytes = Files.size(file) > 64 << 20 ? new byte[0] : Files.readAllBytes(file);
                for (FoundCertificate found : CertificateFinder.findInFile(bytes).certificates()) {
                    distinct.putIfAbsent(Arrays.toString(found.der()), found.der());
                }
            }
        }
        return List.copyOf(distinct.values());
    }

    @FunctionalInterface
    private interface Decoding {
        int decode(byte[] der);
    }

    /** Certificates a second of this thread's CPU time. */
    private static double rate(List<byte[]> set, Decoding decoding) {
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long sum = 0;
        for (byte[] der : set) {
            sum += decoding.decode(der);
        }
        if (sum == 0) {
            throw new IllegalStateException("nothing was decoded");
        }
        return set.size() * 1e9 / (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun);
    }

    private static int decodeOurs(byte[] der) {
        return CertificateDecoder.examine(der).facts().extensions().size() + 1;
    }

    private static boolean parses(byte[] der) {
        try {
            return decodePeer(der) > 0;
        } catch (IllegalArgumentException | IllegalStateException refused) {
            return false;
        }
    }

    private static int decodePeer(byte[] der) {
        try {
            X509CertificateHolder holder = new X509CertificateHolder(der);
            int size = holder.getSubject().toString().length() + holder.getIssuer().toString().length() + 1;
            for (Object oid : holder.getExtensionOIDs()) {
                size += holder.getExtension((ASN1ObjectIdentifier) oid).getParsedValue() == null ? 0 : 1;
            }
            size += holder.getNotBefore().before(holder.getNotAfter()) ? 1 : 0;
            return size + digest("SHA-1", der) + digest("SHA-256", der);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static int digest(String algorithm, byte[] der) {
        try {
            return MessageDigest.getInstance(algorithm).digest(der)[0] & 1;
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
