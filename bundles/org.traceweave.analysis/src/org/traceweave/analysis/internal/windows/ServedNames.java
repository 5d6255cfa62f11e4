package org.traceweave.analysis.internal.windows;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names under which the servers of an incident are reached: their own, those their certificates bear, and those by which clients find
 * the servers of a SIP domain.
 */
final class ServedNames {

    private static final Set<String> DISCOVERY = Set.of("sip", "sipinternal", "sipexternal", "lyncdiscover", "lyncdiscoverinternal");

    private final Population population;
    private final CarriedCertificates certificates;
    private final Map<String, Set<String>> namesOfCertificate = new HashMap<>();

    ServedNames(Population population, CarriedCertificates certificates) {
        this.population = population;
        this.certificates = certificates;
    }

    /** Whether a client of this incident asked for a server by that name. */
    boolean isContacted(String target, Incident incident) throws IOException {
        String name = Names.withoutPort(target.startsWith("sip/") || target.startsWith("http/") ? target.substring(target.indexOf('/') + 1) : target);
        if (incident.servers().contains(Names.host(name))) {
            return true;
        }
        if (isDiscovery(name, incident)) {
            return true;
        }
        for (String sha1 : carriedOrServed(incident)) {
            if (names(sha1).contains(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDiscovery(String name, Incident incident) {
        int dot = name.indexOf('.');
        Optional<String> domain = incident.user().map(user -> user.substring(user.indexOf('@') + 1));
        return dot > 0 && DISCOVERY.contains(name.substring(0, dot)) && domain.filter(name.substring(dot + 1)::equals).isPresent();
    }

    /** What its handshakes carried; where none got as far, what its servers are known to show to others. */
    private Set<String> carriedOrServed(Incident incident) {
        Set<String> all = new HashSet<>(incident.certificates());
        incident.servers().forEach(host -> all.addAll(population.served(host)));
        return all;
    }

    private Set<String> names(String sha1) throws IOException {
        Set<String> names = namesOfCertificate.get(sha1);
        if (names == null) {
            names = certificates.of(sha1).map(CarriedCertificates::hostNames).orElse(Set.of());
            namesOfCertificate.put(sha1, names);
        }
        return names;
    }
}
