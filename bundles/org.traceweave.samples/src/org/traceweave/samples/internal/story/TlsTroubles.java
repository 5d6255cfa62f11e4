package org.traceweave.samples.internal.story;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.traceweave.model.Evidence;
import org.traceweave.model.Scheme;
import org.traceweave.model.Severity;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.WindowsEvent;

/** Handshakes that die before SIP, and certificate stores that make them: the families {@code tls} and {@code store}. */
final class TlsTroubles {

    private static final String BROKEN_OFF = "The connection was closed before TLS negotiation completed. Did the remote peer accept our certificate?";
    private static final String FAILED = "TLS negotiation failed";

    private TlsTroubles() {
    }

    /** Nobody can connect to the new Front End, since its service may not read the key. */
    static Trouble privateKeyUnusable() {
        return new NewServer(ChainTroubles::good, scene -> {
            dyingConnections(scene, "0x8009030d (SEC_E_UNKNOWN_CREDENTIALS)", (host, at) -> schannel(scene, host, WindowsEvents.privateKeyUnusable(host.fqdn, at)));
            scene.mustFind("tls.private-key-unusable", Severity.CRITICAL, scene.troubled.name);
        });
    }

    /** TLS 1.0 was switched off on the new Front End, and nothing else on. */
    static Trouble noCredential() {
        return new NewServer(ChainTroubles::good, scene -> {
            dyingConnections(scene, "0x8009030e (SEC_E_NO_CREDENTIALS)", (host, at) -> schannel(scene, host, WindowsEvents.noCredential(host.fqdn, at)));
            scene.mustFind("tls.no-credential", Severity.CRITICAL, scene.troubled.name);
        });
    }

    static Trouble protocolMismatch() {
        return new NewServer(ChainTroubles::good, scene -> {
            dyingConnections(scene, "0x80090302 (SEC_E_UNSUPPORTED_FUNCTION)", (host, at) -> {
                Evidence sent = schannel(scene, host, WindowsEvents.alertSent(host.fqdn, 70, 105, at));
                scene.logs.schannelFailure(host.name, 36888, 70, 105, "", at, sent);
            });
            scene.mustFind("tls.protocol-mismatch", Severity.CRITICAL, scene.troubled.name);
        });
    }

    static Trouble noSharedCipher() {
        return new NewServer(ChainTroubles::good, scene -> {
            dyingConnections(scene, "0x80090331 (SEC_E_ALGORITHM_MISMATCH)", (host, at) -> {
                schannel(scene, host, WindowsEvents.noSharedCipher(host.fqdn, "TLS 1.2", at));
                schannel(scene, host, WindowsEvents.alertSent(host.fqdn, 40, 1205, at + Wire.MILLI));
            });
            scene.mustFind("tls.no-shared-cipher", Severity.CRITICAL, scene.troubled.name);
        });
    }

    /** Phones reset the connection when they have seen the certificate; the server hears alert 48 first. */
    static Trouble peerRejectedCertificate() {
        return new NewServer(ChainTroubles::good, scene -> {
            dyingConnections(scene, BROKEN_OFF, "0x80072746 (WSAECONNRESET)",
                    (host, at) -> schannel(scene, host, WindowsEvents.alertReceived(host.fqdn, 48, at)));
            scene.mustFind("tls.peer-rejected-certificate", Severity.CRITICAL, scene.troubled.name);
        });
    }

    /** Three phones, some times each; one from behind an address that others share. */
    private static void dyingConnections(Scene scene, String result, ServerEvent said) {
        dyingConnections(scene, FAILED, result, said);
    }

    private static void dyingConnections(Scene scene, String text, String result, ServerEvent said) {
        for (int i = 0; i < 3; i++) {
            Endpoint phone = scene.phone(scene.person());
            scene.times(2 + i, at -> {
                scene.day.wire.connection(phone, phone.port, scene.troubled, at, "information", "TLS negotiation started");
                long failed = at + 180 * Wire.MILLI;
                scene.day.agenda.at(failed, () -> scene.connectionDies(phone, scene.troubled, failed, text, "Result-Code: " + result));
                said.at(scene.troubled, failed - 2 * Wire.MILLI);
            });
        }
    }

    /** What the Front End logs of it. */
    @FunctionalInterface
    private interface ServerEvent {
        void at(Host host, long time);
    }

    private static Evidence schannel(Scene scene, Host host, WindowsEvent event) {
        return scene.logs.system(host, event);
    }

    static Trouble sessionTicket() {
        return new NewServer(ChainTroubles::good, scene -> {
            scene.times(6, at -> {
                scene.serverFailure(scene.troubled, "LS User Services", 32_042, "Invalid incoming HTTPS certificate. Subject Name: pool01.contoso.local "
                        + "Issuer: Contoso Issuing CA 2 Cause: This could happen if the HTTPS certificate has expired, or is untrusted.", Optional.empty(), at);
                scene.serverFailure(scene.troubled, "LS MCU Infrastructure", 61_045, "The process received an invalid client certificate while a session was "
                        + "resumed. Cause: TLS session resumption failed.", Optional.empty(), at + 400 * Wire.MILLI);
            });
            scene.mustFind("tls.session-ticket", Severity.WARNING, scene.troubled.name);
        });
    }

    /** An issuing authority stands in the Root store of the new Front End, which then refuses every user's certificate. */
    static Trouble misplacedCertificate() {
        return new NewServer(ChainTroubles::good, scene -> {
            for (int i = 0; i < 3; i++) {
                Endpoint desktop = scene.desktop(scene.person());
                scene.times(2, at -> scene.attempt(desktop, Scheme.TLS_DSK, at).offers().serverCertificate(offered -> { })
                        .clientCertificateRefused(Optional.of(desktop.person.certificate(scene.day.deployment)), 1000,
                                scene.diagnostics(1000, "Final handshake failed", "HRESULT=\"0xC3E93EC3(SIP_E_AUTH_UNAUTHORIZED)\""), refused ->
                                        scene.serverFailure(scene.troubled, "LS User Services", 32_042, "Invalid incoming HTTPS certificate. Subject Name: "
                                                + Deployment.POOL_FQDN + " Issuer: Contoso Issuing CA 2. HRESULT: 0x800B0109 (CERT_E_UNTRUSTEDROOT)",
                                                Optional.of("0x800b0109"), refused)));
            }
            StringBuilder store = new StringBuilder();
            for (IssuedCertificate each : List.of(scene.day.deployment.newRoot, scene.day.deployment.oldRoot, scene.day.deployment.newAuthority)) {
                store.append(each.pem());
            }
            scene.file(scene.troubled.name + "/LocalMachine-Root-store.pem", store.toString().getBytes(StandardCharsets.US_ASCII));
            scene.mustFind("store.misplaced-certificate", Severity.CRITICAL, scene.day.deployment.newAuthority.sha1());
        });
    }

    /** The new Front End trusts so many roots that the list it sends is cut off; clients then find no certificate to answer with. */
    static Trouble trustListTruncated() {
        return new NewServer(ChainTroubles::good, scene -> {
            for (int i = 0; i < 3; i++) {
                Endpoint desktop = scene.desktop(scene.person());
                scene.times(2, at -> scene.attempt(desktop, Scheme.TLS_DSK, at).offers().serverCertificate(offered ->
                                schannel(scene, scene.troubled, WindowsEvents.trustListTruncated(scene.troubled.fqdn, offered - 30 * Wire.MILLI)))
                        .clientCertificateRefused(Optional.empty(), 1000, scene.diagnostics(1000, "Final handshake failed"), refused -> { }));
            }
            scene.mustFind("store.trust-list-truncated", Severity.WARNING, scene.troubled.name);
            scene.mustFind("auth.client-has-no-certificate", Severity.CRITICAL);
        });
    }
}
