package org.traceweave.probe.internal.tls;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.traceweave.certificates.TlsRecords;

/**
 * What a ClientHello offers.
 *
 * @param versions newest first
 * @param suites in the order of preference
 */
public record ClientOffer(List<Integer> versions, List<Integer> suites, Optional<String> serverName) {

    public static final int TLS_1_0 = 0x0301;
    public static final int TLS_1_1 = 0x0302;
    public static final int TLS_1_2 = 0x0303;
    public static final int TLS_1_3 = 0x0304;

    public static final List<Integer> ALL_VERSIONS = List.of(TLS_1_3, TLS_1_2, TLS_1_1, TLS_1_0);
    public static final List<Integer> SUITES_1_3 = List.of(0x1301, 0x1302, 0x1303, 0x1304, 0x1305);
    /** What this client can go on with after TLS 1.3's ServerHello. */
    public static final List<Integer> READABLE_1_3 = List.of(0x1301, 0x1302, 0x1303);
    /** What clients of the last twenty years offer, strongest first. */
    public static final List<Integer> USUAL_SUITES = IntStream.of(0xc02b, 0xc02f, 0xc02c, 0xc030, 0xcca9, 0xcca8, 0x009e, 0x009f, 0xccaa, 0xc023,
            0xc027,
            0xc024, 0xc028, 0xc009, 0xc013, 0xc00a, 0xc014, 0x0067, 0x006b, 0x0033, 0x0039, 0x009c, 0x009d, 0x003c, 0x003d, 0x002f, 0x0035, 0xc008,
            0xc012, 0x0016, 0x000a, 0xc007, 0xc011, 0x0005, 0x0004, 0x0032, 0x0038, 0x0040, 0x006a, 0x00a2, 0x00a3).boxed().toList();
    /** Suites with which this client can complete a handshake up to TLS 1.2. */
    public static final List<Integer> COMPLETABLE_SUITES = IntStream.of(0xc02b, 0xc02f, 0xc02c, 0xc030, 0xcca9, 0xcca8, 0xc023, 0xc027, 0xc024,
            0xc028,
            0xc009, 0xc013, 0xc00a, 0xc014, 0x009c, 0x009d, 0x003c, 0x003d, 0x002f, 0x0035).boxed().toList();

    public ClientOffer {
        versions = List.copyOf(versions);
        suites = List.copyOf(suites);
    }

    boolean offers(int version) {
        return versions.contains(version);
    }

    int newest() {
        return versions.getFirst();
    }

    /** {@code TLS 1.3 to TLS 1.0, server name fe01.contoso.com}. */
    public String inWords() {
        String range = versions.size() == 1 ? TlsRecords.versionName(newest())
                : versions.stream().map(TlsRecords::versionName).collect(Collectors.joining(", "));
        return range + serverName.map(name -> ", server name " + name).orElse(", no server name");
    }
}
