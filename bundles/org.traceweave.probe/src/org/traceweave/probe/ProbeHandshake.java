package org.traceweave.probe;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.traceweave.certificates.CipherSuite;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.TlsFlight.CertificateRequest;
import org.traceweave.certificates.TlsRecords;

/**
 * What a server showed in one handshake.
 *
 * @param serverName the name that was asked for
 * @param version such as {@code 0x0303} for TLS 1.2
 * @param cipherSuite as the registry numbers it
 * @param group the named group of the key exchange, where one was used (RFC 8422, RFC 8446)
 * @param signatureScheme by which the server proved that it has the key (TLS 1.2 and 1.3)
 * @param keyProof whether that proof verifies
 * @param sent the certificates as sent, leaf first
 * @param staple the OCSP response that came along
 * @param certificateRequest the server's wish for a client certificate
 * @param millis from the ClientHello to the end of what was read
 */
public record ProbeHandshake(Optional<String> serverName, int version, int cipherSuite, OptionalInt group, OptionalInt signatureScheme,
        KeyProof keyProof, List<DecodedCertificate> sent, Optional<OcspStaple> staple, Optional<CertificateRequest> certificateRequest, long millis) {

    /** Whether the server proved that it has the private key of its certificate. */
    public enum KeyProof {
        PROVEN,
        /** The signature is not made with the certificate's key. */
        WRONG,
        /** The algorithm or key cannot be checked here. */
        UNSUPPORTED,
        /** The key exchange has no signature: proof would come later than this client reads. */
        NONE
    }

    public ProbeHandshake {
        sent = List.copyOf(sent);
    }

    public String versionName() {
        return TlsRecords.versionName(version);
    }

    public String cipherSuiteName() {
        return CipherSuite.name(cipherSuite);
    }
}
