package org.traceweave.samples.internal.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.traceweave.samples.Story;

/** All stories: the meeting room, the quiet day, and one for each cause that the diagnostics can tell from others. */
public final class StoryBook {

    private StoryBook() {
    }

    /** The first is the default. */
    public static List<Story> stories() {
        List<Story> all = new ArrayList<>();
        all.add(new Story("room-system-sha1", "A meeting-room device rejects a SHA-1 certificate",
                "Since a cumulative update a Skype Room System no longer signs in, while the same user's desktop client does and the device's "
                        + "Exchange calendar works.",
                (output, bytes, seed, truth) -> new PoolStory(output, true, bytes, seed, truth).write("room-system-sha1")));
        all.add(new Story("quiet-day", "A day without failures", "The same pool with SHA-256 certificates everywhere; ordinary noise, nothing wrong.",
                (output, bytes, seed, truth) -> new PoolStory(output, Optional.empty(), bytes, seed, truth).write("quiet-day")));
        chains(all);
        handshakes(all);
        refusals(all);
        routes(all);
        traces(all);
        return List.copyOf(all);
    }

    private static void chains(List<Story> all) {
        add(all, "untrusted-root", "A root that the device does not have", "A new Front End has a certificate of another company's authority.", ChainTroubles::untrustedRoot);
        add(all, "incomplete-chain", "The intermediate certificate is not sent", "A new Front End sends its own certificate alone, and the address for the issuer does not resolve.",
                ChainTroubles::incomplete);
        add(all, "expired-certificate", "A certificate ended last week", "A Front End that was out of service came back with a certificate that has expired.", ChainTroubles::expired);
        add(all, "name-mismatch", "A certificate for another machine", "A new Front End presents the certificate made for its neighbour.", ChainTroubles::nameMismatch);
        add(all, "revoked-certificate", "A revoked certificate is still in use", "The certificate of a new Front End was revoked after a mistake in its request.", ChainTroubles::revoked);
        add(all, "revocation-offline", "A revocation list behind LDAP", "The device is outside the domain and cannot read where the revocation list is published.",
                ChainTroubles::revocationOffline);
        add(all, "wrong-usage", "A certificate for clients on a server", "The certificate of a new Front End was issued from a template for workstations.", ChainTroubles::wrongUsage);
        add(all, "weak-key", "A key of 768 bits", "A new Front End got a certificate for a key from an old script.", ChainTroubles::weakKey);
        add(all, "invalid-signature", "Two authorities of one name", "The authority was renewed with a new key; a new Front End sends the old one's certificate.",
                ChainTroubles::invalidSignature);
        add(all, "rsassa-pss", "A signature that phones cannot verify", "The template of a new Front End's certificate says RSASSA-PSS; phones refuse it.",
                ChainTroubles::unsupportedAlgorithm);
        add(all, "silent-phones", "Phones fall silent at the certificate", "Phones stop when they have seen the certificate of a new Front End. Nothing tells why.",
                ChainTroubles::silentPhones);
        add(all, "expires-soon", "A certificate that ends in 18 days", "Everybody signs in; one Front End's certificate ends soon.", ChainTroubles::expiresSoon);
    }

    private static void handshakes(List<Story> all) {
        add(all, "private-key-unusable", "A key that the service may not read", "Connections to a new Front End die before the first message.", TlsTroubles::privateKeyUnusable);
        add(all, "no-credential", "No protocol left", "TLS 1.0 was switched off on a new Front End, and TLS 1.2 not on.", TlsTroubles::noCredential);
        add(all, "protocol-mismatch", "TLS versions that do not meet", "Old phones offer TLS 1.0 to a new Front End that wants 1.2.", TlsTroubles::protocolMismatch);
        add(all, "no-shared-cipher", "No cipher suite in common", "Old phones share no cipher suite with a new Front End.", TlsTroubles::noSharedCipher);
        add(all, "peer-rejected-certificate", "Phones reset the connection", "Phones break off the handshake with a new Front End and log nothing.",
                TlsTroubles::peerRejectedCertificate);
        add(all, "session-ticket", "TLS session tickets", "A Front End on Windows Server 2012 R2 loses sessions of its web components.", TlsTroubles::sessionTicket);
        add(all, "misplaced-certificate", "An intermediate among the roots", "Somebody put the issuing authority into the Root store; client certificates are refused.",
                TlsTroubles::misplacedCertificate);
        add(all, "trust-list-truncated", "Too many roots", "The list of trusted authorities is cut off, and clients find no certificate to send.", TlsTroubles::trustListTruncated);
    }

    private static void refusals(List<Story> all) {
        add(all, "bad-credentials", "A wrong password", "A mobile client keeps an old password.", AuthTroubles::badCredentials);
        add(all, "wrong-identity", "Saved credentials of somebody else", "A shared machine signs in with another user's account.", AuthTroubles::wrongIdentity);
        add(all, "user-not-enabled", "A user who is not enabled", "New users are not enabled for SIP yet.", AuthTroubles::userNotEnabled);
        add(all, "not-enabled-on-the-web", "Not enabled, says the web ticket service", "A mobile client is refused before SIP.", AuthTroubles::notEnabledOnTheWeb);
        add(all, "web-ticket-invalid", "A web ticket of another pool", "Web services refuse tickets.", AuthTroubles::webTicketInvalid);
        add(all, "remote-access-denied", "Not from outside", "A user at home is not allowed in through the Edge Server; others are.", AuthTroubles::remoteAccessDenied);
        add(all, "client-version-blocked", "An old client", "The client version filter refuses Lync 2010.", AuthTroubles::clientVersionBlocked);
        add(all, "client-certificate-rejected", "A user certificate is refused", "The pool does not know the user's certificate any more.", AuthTroubles::clientCertificateRejected);
        add(all, "client-has-no-certificate", "A client without a certificate", "Certificate provisioning fails, and a phone sends an empty list.", AuthTroubles::clientHasNoCertificate);
        add(all, "clock-skew", "A clock that is seven minutes fast", "Kerberos refuses a laptop whose clock is wrong.", AuthTroubles::clockSkew);
    }

    private static void routes(List<Story> all) {
        add(all, "redirect-loop", "Sent on and on", "Two Front Ends send a moved user to each other.", RouteTroubles::redirectLoop);
        add(all, "domain-mismatch", "A server outside the domain", "The service record names a host of another domain.", RouteTroubles::domainMismatch);
        add(all, "one-server-differs", "One server fails", "A new Front End, which lacks the others' update, answers everybody with 503.", RouteTroubles::oneServerDiffers);
        add(all, "silence", "No answer", "Clients are not answered, or do not answer; nothing tells why.", RouteTroubles::silence);
        add(all, "scheme-fallback", "NTLM after all", "TLS-DSK fails, and the same attempt goes on with NTLM and succeeds.", RouteTroubles::schemeFallback);
    }

    private static void traces(List<Story> all) {
        add(all, "throttled-trace", "A throttled trace", "The logging agent lowered a component's level.", TraceTroubles::throttled);
        add(all, "trace-gap", "A hole in the trace", "Sequence numbers are missing where a sign-in ends.", TraceTroubles::gap);
        add(all, "source-missing", "Only the servers' trace", "Nothing else was captured.", TraceTroubles::sourceMissing);
        add(all, "filtered-export", "An export for one user", "A second trace holds one user alone.", TraceTroubles::filteredExport);
        add(all, "private-key", "A private key among the files", "A certificate was exported with its key.", TraceTroubles::privateKey);
    }

    private static void add(List<Story> all, String id, String title, String description, Supplier<Trouble> trouble) {
        all.add(new Story(id, title, description, (output, bytes, seed, truth) -> new PoolStory(output, Optional.of(trouble.get()), bytes, seed, truth).write(id)));
    }
}
