package org.traceweave.probe;

import java.util.List;
import java.util.Optional;
import org.traceweave.certificates.TlsRecords;

/**
 * Whether an endpoint speaks one version of TLS, and with which suites.
 *
 * @param suites those it takes, in the order in which it picked them
 * @param serverChooses whether the server goes by its own order of suites; empty if it takes fewer than two
 * @param refusal why it does not speak that version, or why the list of suites ends early
 */
public record VersionSupport(int version, boolean supported, List<Integer> suites, Optional<Boolean> serverChooses, Optional<String> refusal) {
    public VersionSupport {
        suites = List.copyOf(suites);
    }

    public String versionName() {
        return TlsRecords.versionName(version);
    }
}
