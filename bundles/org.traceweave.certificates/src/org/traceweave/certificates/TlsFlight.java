package org.traceweave.certificates;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one direction of a TLS connection said, as far as it is in clear. All offsets count bytes in the array that was read.
 *
 * @param recordVersion version of the first record, {@code 0x0301} for TLS 1.0
 * @param clientHello the client's offer, if this direction is the client's
 * @param serverHello the server's choice, if this direction is the server's
 * @param certificates certificates as sent, leaf first
 * @param certificateMessage whether a Certificate message was there; with no {@code certificates} it was an empty list, by which a client says
 *         that it has none
 * @param certificateRequest the server's wish for a client certificate
 * @param alerts alerts in clear, in order
 * @param handshakeTypes types of the handshake messages in clear, in order (RFC 8446 appendix B.3)
 * @param stapledOcsp the OCSP response of a CertificateStatus message
 * @param signatureScheme SignatureScheme of CertificateVerify (TLS 1.2), such as {@code 0x0201} for SHA-1 with RSA
 * @param encryptedFrom offset of the first record after ChangeCipherSpec; from there nothing can be read
 * @param encryptedBytes bytes of records that are encrypted
 * @param problems where the bytes end early or make no sense, in words
 */
public record TlsFlight(
        OptionalInt recordVersion,
        Optional<ClientHello> clientHello,
        Optional<ServerHello> serverHello,
        List<SentCertificate> certificates,
        boolean certificateMessage,
        Optional<CertificateRequest> certificateRequest,
        List<TlsAlert> alerts,
        List<Integer> handshakeTypes,
        Optional<byte[]> stapledOcsp,
        OptionalInt signatureScheme,
        OptionalInt encryptedFrom,
        int encryptedBytes,
        List<String> problems) {

    public TlsFlight {
        certificates = List.copyOf(certificates);
        alerts = List.copyOf(alerts);
        handshakeTypes = List.copyOf(handshakeTypes);
        problems = List.copyOf(problems);
    }

    /** The client's offer: highest version (supported_versions considered), suites, and the server name it asked for. */
    public record ClientHello(int version, List<Integer> cipherSuites, Optional<String> serverName, boolean resumes) {
        public ClientHello {
            cipherSuites = List.copyOf(cipherSuites);
        }
    }

    /** The server's choice; {@code version} considers supported_versions, so it is {@code 0x0304} for TLS 1.3. */
    public record ServerHello(int version, int cipherSuite) {

        public String cipherSuiteName() {
            return CipherSuite.name(cipherSuite);
        }

        public String versionName() {
            return TlsRecords.versionName(version);
        }
    }

    /**
     * One certificate of a Certificate message.
     *
     * @param offset where its DER begins in the bytes read; when a record header splits it, the DER is longer than the distance between two offsets
     * @param endOffset after its last byte
     * @param complete false if the bytes end within it; then {@code der} holds what there is
     */
    public record SentCertificate(byte[] der, int offset, int endOffset, boolean complete) {
    }

    /** The server's wish for a client certificate: who may have issued it (RFC 4514 names, none means any), and with which hashes. */
    public record CertificateRequest(List<Integer> certificateTypes, List<Integer> signatureSchemes, List<String> authorities) {
        public CertificateRequest {
            certificateTypes = List.copyOf(certificateTypes);
            signatureSchemes = List.copyOf(signatureSchemes);
            authorities = List.copyOf(authorities);
        }
    }

    /** The client answered the wish for a certificate with none. */
    public boolean emptyCertificateList() {
        return certificateMessage && certificates.isEmpty();
    }

    /** Whether the direction ends in an alert that ends the connection. */
    public Optional<TlsAlert> fatalAlert() {
        return alerts.stream().filter(TlsAlert::fatal).findFirst();
    }

    /** Whether anything in it was TLS. */
    public boolean isTls() {
        return recordVersion.isPresent();
    }

    /** A TLS 1.3 server flight hides its certificates. */
    public boolean certificatesHidden() {
        return serverHello.isPresent() && serverHello.get().version() >= 0x0304;
    }
}
