package org.traceweave.probe.internal.tls;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.TlsFlight.CertificateRequest;
import org.traceweave.probe.ProbeHandshake.KeyProof;

/** What a server's first flight held; see {@link org.traceweave.probe.ProbeHandshake}. */
public record ServerShown(int version, int suite, OptionalInt group, OptionalInt scheme, KeyProof proof, List<DecodedCertificate> certificates,
        Optional<byte[]> staple, Optional<CertificateRequest> request) {
    public ServerShown {
        certificates = List.copyOf(certificates);
    }
}
