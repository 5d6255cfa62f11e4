package org.traceweave.readers.windows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The facts of one CAPI2 operational event. {@code operation}: the element inside UserData, such as CertGetCertificateChain.
 * {@code result}: an HRESULT, 0 for success, absent in start events. {@code thumbprints}: SHA-1 of each certificate named, lower-case,
 * the judged one first. {@code chainRefs} of one task may join events of another. {@code policy}: the CERT_CHAIN_POLICY_ constant of
 * a policy check (4 is SSL). {@code revocationErrors}: RevocationResult and RevocationStatus values that are not 0.
 * {@code retrievalErrors}: codes met on the way of a retrieval, which may have succeeded all the same. {@code usages}: OIDs that the
 * certificate was wanted for. {@code revocation}, {@code retrieval}: of the events that end one.
 */
public record Capi2Event(
        WindowsEvent event,
        String operation,
        Optional<String> processName,
        Optional<String> impersonatedSid,
        Optional<String> taskId,
        OptionalLong sequenceNumber,
        OptionalLong result,
        Optional<String> resultText,
        Optional<String> subject,
        List<String> thumbprints,
        List<String> chainRefs,
        List<Capi2Chain> chains,
        OptionalInt policy,
        Optional<String> policyName,
        Optional<String> authType,
        Optional<String> serverName,
        List<Long> revocationErrors,
        List<Long> retrievalErrors,
        Optional<String> url,
        List<String> usages,
        Optional<Capi2Revocation> revocation,
        Optional<Capi2Retrieval> retrieval) {

    private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
    private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";

    public Capi2Event {
        thumbprints = List.copyOf(thumbprints);
        chainRefs = List.copyOf(chainRefs);
        chains = List.copyOf(chains);
        revocationErrors = List.copyOf(revocationErrors);
        retrievalErrors = List.copyOf(retrievalErrors);
        usages = List.copyOf(usages);
    }

    /** Whose certificate this machine judged, by the policy asked for, else by what the certificate was wanted for. */
    public CertificateRole role() {
        if (event.eventId() == Capi2Events.PRIVATE_KEY) {
            return CertificateRole.OWN;
        }
        boolean server = authType.map("server"::equalsIgnoreCase).orElse(usages.contains(SERVER_AUTHENTICATION));
        boolean client = authType.map("client"::equalsIgnoreCase).orElse(usages.contains(CLIENT_AUTHENTICATION));
        return server == client ? CertificateRole.UNKNOWN : server ? CertificateRole.OF_SERVER : CertificateRole.OF_CLIENT;
    }

    /** The CERT_TRUST_ error bits of all chains in the event. */
    public long errorStatus() {
        long errors = 0;
        for (Capi2Chain chain : chains) {
            errors |= chain.allErrors();
        }
        return errors;
    }

    /** Whether the event reports a failure: by its result, its chain's errors or a revocation check, never by its level. */
    public boolean isFailure() {
        return result.orElse(0) != 0 || errorStatus() != 0 || !revocationErrors.isEmpty();
    }
}
