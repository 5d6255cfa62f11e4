package org.traceweave.model;

import java.util.List;
import java.util.Optional;

/**
 * How Windows once built and judged a certificate chain, joined from the CAPI2 events of one task. {@code host} is the machine that
 * judged. {@code elements}: from the end certificate to where the chain ended. {@code hresult}: the verdict, empty if it was trusted;
 * {@code trustErrors}: CERT_TRUST_ names of the whole chain without that prefix; {@code target}: the name asked of the certificate.
 * Times: UTC nanoseconds.
 */
public record ChainBuild(
        String taskId,
        Optional<String> chainRef,
        Optional<String> host,
        Optional<String> processName,
        long start,
        long end,
        Optional<String> subject,
        Optional<String> target,
        Optional<String> hresult,
        List<String> trustErrors,
        List<ChainElement> elements,
        List<ChainRetrieval> retrievals,
        List<Evidence> events) {

    public ChainBuild {
        trustErrors = List.copyOf(trustErrors);
        elements = List.copyOf(elements);
        retrievals = List.copyOf(retrievals);
        events = List.copyOf(events);
    }
}
