package org.traceweave.certificates;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a lint may know besides the certificate itself. Rules that need what is not here stay silent.
 *
 * @param chain the certificate's chain, itself first
 * @param role what the certificate was used for
 * @param askedHost the name the peer asked for; for a TLS-DSK user's certificate the user's address
 * @param expectedNames host names that a Skype for Business server with this part must have
 * @param sent the certificates a handshake carried, in the order sent; empty if not known
 * @param cipherSuite what the server chose in the handshake that carried the certificate
 * @param store the Windows store it was exported from
 * @param windows what Windows machines said of it in a chain they built
 * @param trustedAnchors SHA-256 of the roots that the relying side trusts, where its list is at hand
 * @param refusedAsWeak whether a Windows machine's CAPI2 log has HAS_WEAK_SIGNATURE for this certificate, or a client known to be strict met it
 * @param publicTrust whether the chain's anchor is a public one, to which the rules of the CA/Browser Forum apply
 */
public record LintContext(
        Optional<CertificateChain> chain,
        Role role,
        Optional<String> askedHost,
        List<String> expectedNames,
        List<DecodedCertificate> sent,
        OptionalInt cipherSuite,
        Optional<Store> store,
        List<WindowsOpinion> windows,
        Optional<Set<String>> trustedAnchors,
        boolean refusedAsWeak,
        boolean publicTrust) {

    /** What a certificate serves as. */
    public enum Role {
        /** Told from the certificate's own usages. */
        UNKNOWN,
        /** Shown by a TLS server. */
        SERVER,
        /** Shown by one server to another that demanded it. */
        MUTUAL_TLS_CLIENT,
        /** Shown by a user or device in TLS-DSK. */
        TLS_DSK_USER
    }

    /** A Windows certificate store whose content must be of one kind. */
    public enum Store {
        /** Trusted Root Certification Authorities: self-signed certificates only. */
        ROOT,
        /** Intermediate Certification Authorities: none that is self-signed. */
        INTERMEDIATE
    }

    /**
     * What one machine said of the certificate.
     *
     * @param machine its name
     * @param error name of a CERT_TRUST_ bit, without that prefix
     */
    public record WindowsOpinion(String machine, String error) {
    }

    public LintContext {
        expectedNames = List.copyOf(expectedNames);
        sent = List.copyOf(sent);
        windows = List.copyOf(windows);
        trustedAnchors = trustedAnchors.map(Set::copyOf);
        refusedAsWeak = refusedAsWeak || windows.stream().anyMatch(opinion -> opinion.error().equals("HAS_WEAK_SIGNATURE"));
    }

    /** Nothing is known but the certificate. */
    public static LintContext none() {
        return new LintContext(Optional.empty(), Role.UNKNOWN, Optional.empty(), List.of(), List.of(), OptionalInt.empty(), Optional.empty(), List.of(),
                Optional.empty(), false, false);
    }

    /** The machines that found this wrong with the certificate, each once. */
    public List<String> machinesThatSay(String error) {
        return windows.stream().filter(opinion -> opinion.error().equals(error)).map(WindowsOpinion::machine).distinct().toList();
    }

    public LintContext withChain(CertificateChain newValue) {
        return new LintContext(Optional.of(newValue), role, askedHost, expectedNames, sent, cipherSuite, store,
                windows, trustedAnchors, refusedAsWeak, publicTrust);
    }

    public LintContext withRole(Role newValue) {
        return new LintContext(chain, newValue, askedHost, expectedNames, sent, cipherSuite, store,
                windows, trustedAnchors, refusedAsWeak, publicTrust);
    }

    public LintContext withAskedHost(String newValue) {
        return new LintContext(chain, role, Optional.of(newValue), expectedNames, sent, cipherSuite, store,
                windows, trustedAnchors, refusedAsWeak, publicTrust);
    }

    public LintContext withExpectedNames(List<String> newValue) {
        return new LintContext(chain, role, askedHost, newValue, sent, cipherSuite, store,
                windows, trustedAnchors, refusedAsWeak, publicTrust);
    }

    public LintContext withSent(List<DecodedCertificate> newValue) {
        return new LintContext(chain, role, askedHost, expectedNames, newValue, cipherSuite, store,
                windows, trustedAnchors, refusedAsWeak, publicTrust);
    }

    public LintContext withCipherSuite(int newValue) {
        return new LintContext(chain, role, askedHost, expectedNames, sent, OptionalInt.of(newValue), store,
                windows, trustedAnchors, refusedAsWeak, publicTrust);
    }

    public LintContext withStore(Store newValue) {
        return new LintContext(chain, role, askedHost, expectedNames, sent, cipherSuite, Optional.of(newValue),
                windows, trustedAnchors, refusedAsWeak, publicTrust);
    }

    public LintContext withWindows(List<WindowsOpinion> newValue) {
        return new LintContext(chain, role, askedHost, expectedNames, sent, cipherSuite, store,
                newValue, trustedAnchors, refusedAsWeak, publicTrust);
    }

    public LintContext withTrustedAnchors(Set<String> newValue) {
        return new LintContext(chain, role, askedHost, expectedNames, sent, cipherSuite, store,
                windows, Optional.of(newValue), refusedAsWeak, publicTrust);
    }

    public LintContext withRefusedAsWeak(boolean newValue) {
        return new LintContext(chain, role, askedHost, expectedNames, sent, cipherSuite, store,
                windows, trustedAnchors, newValue, publicTrust);
    }

    public LintContext withPublicTrust(boolean newValue) {
        return new LintContext(chain, role, askedHost, expectedNames, sent, cipherSuite, store,
                windows, trustedAnchors, refusedAsWeak, newValue);
    }
}
