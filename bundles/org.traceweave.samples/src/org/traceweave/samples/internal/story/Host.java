package org.traceweave.samples.internal.story;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.TraceSource;

/** One Front End of the pool: its names, its clock, the certificate chain that it presents, and its tracing components. */
final class Host {

    /** The directory domain of every server. */
    static final String DOMAIN = "contoso.local";

    final String name;
    final String fqdn;
    final String address;
    /** Host clock minus true time, nanoseconds. */
    final long skew;
    /** Leaf first, root last. */
    final List<IssuedCertificate> chain;
    private final int sent;
    private final Map<String, TraceSource> sources = new HashMap<>();
    private final int firstProcess;

    Host(String name, String address, long skew, List<IssuedCertificate> chain, int firstProcess) {
        this(name, address, skew, chain, Math.max(1, chain.size() - 1), firstProcess);
    }

    /** @param sent how many certificates of its chain it sends, the leaf first */
    Host(String name, String address, long skew, List<IssuedCertificate> chain, int sent, int firstProcess) {
        this.sent = sent;
        this.name = name;
        this.fqdn = name.toLowerCase(Locale.ROOT) + "." + DOMAIN;
        this.address = address;
        this.skew = skew;
        this.chain = chain;
        this.firstProcess = firstProcess;
    }

    /** How this host's component signs its traces; web components live in another process than the SIP ones. */
    TraceSource source(String component) {
        return sources.computeIfAbsent(component, key -> new TraceSource("POOL01\\" + name, key, firstProcess + switch (key) {
            case "WebInfrastructure" -> 0x7A4;
            case "S4", "McuFactory", "ABServer" -> 0x41C;
            default -> 0;
        }));
    }

    /** What a TLS server sends: the chain without its root, if nothing is missing. */
    List<IssuedCertificate> presented() {
        return chain.subList(0, sent);
    }
}
