package org.traceweave.certificates;

import java.util.List;
import java.util.Optional;

/**
 * What a lint may know besides the certificate itself. Rules that need what is not here stay silent.
 *
 * @param chain the certificate's chain, itself first
 * @param role what the certificate was used for
 * @param askedHost the name the peer asked for
 * @param sent the certificates a handshake carried, in the order sent; empty if not known
 * @param refusedAsWeak whether a Windows machine's CAPI2 log has HAS_WEAK_SIGNATURE for this certificate, or a client known to be strict met it
 * @param publicTrust whether the chain's anchor is a public one, to which the rules of the CA/Browser Forum apply
 */
public record LintContext(
        Optional<CertificateChain> chain,
        Role role,
        Optional<String> askedHost,
        List<DecodedCertificate> sent,
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

    public LintContext {
        sent = List.copyOf(sent);
    }

    /** Nothing is known but the certificate. */
    public static LintContext none() {
        return new LintContext(Optional.empty(), Role.UNKNOWN, Optional.empty(), List.of(), false, false);
    }

    public LintContext withChain(CertificateChain newChain) {
        return new LintContext(Optional.of(newChain), role, askedHost, sent, refusedAsWeak, publicTrust);
    }

    public LintContext withRole(Role newRole) {
        return new LintContext(chain, newRole, askedHost, sent, refusedAsWeak, publicTrust);
    }

    public LintContext withAskedHost(String host) {
        return new LintContext(chain, role, Optional.of(host), sent, refusedAsWeak, publicTrust);
    }

    public LintContext withSent(List<DecodedCertificate> newSent) {
        return new LintContext(chain, role, askedHost, newSent, refusedAsWeak, publicTrust);
    }

    public LintContext withRefusedAsWeak(boolean refused) {
        return new LintContext(chain, role, askedHost, sent, refused, publicTrust);
    }

    public LintContext withPublicTrust(boolean isPublic) {
        return new LintContext(chain, role, askedHost, sent, refusedAsWeak, isPublic);
    }
}
