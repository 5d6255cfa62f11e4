package org.traceweave.samples.internal.story;

import java.util.Optional;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.RelatedKind;
import org.traceweave.model.Scheme;
import org.traceweave.model.Severity;
import org.traceweave.model.WindowsFailureKind;
import org.traceweave.samples.WindowsEvent;

/** What the servers say no to: the family {@code auth}. */
final class AuthTroubles {

    private static final long WRONG_PASSWORD = 0xC000006AL;
    private static final String OLD_CLIENT = "UCCAPI/4.0.7577.4103 OC/4.0.7577.4103 (Microsoft Lync 2010)";

    private AuthTroubles() {
    }

    /** A user mistypes a password, sometimes answered with a diagnostic and sometimes with new offers alone. Another mistypes it once and then does not. */
    static Trouble badCredentials() {
        return scene -> {
            Endpoint mobile = scene.client(scene.person(), "RTCC/6.0.0.0 UCWA/6.0.9319.0 iPhoneLync/6.21.0.57 (iPhone iOS 12.0)");
            scene.times(4, at -> {
                FailingSignIn attempt = scene.attempt(mobile, Scheme.NTLM, at).offers().ntlmChallenge();
                logonRefused(scene, mobile, attempt);
                boolean said = scene.random.chance(0.5);
                attempt.credentialsRefused(said ? 1000 : 0, said ? scene.diagnostics(1000, "Final handshake failed") : "");
            });
            scene.mustFind("auth.bad-credentials", Severity.WARNING, mobile.person.address);
        };
    }

    private static void logonRefused(Scene scene, Endpoint client, FailingSignIn attempt) {
        long at = attempt.time() + 12 * Wire.MILLI - attempt.host.skew;
        scene.day.agenda.at(at, () -> {
            WindowsEvent event = WindowsEvents.logonRefused(EventLogs.DOMAIN_CONTROLLER + "." + Host.DOMAIN, client.person.account, client.machine, client.address,
                    WRONG_PASSWORD, at);
            var evidence = scene.logs.domainSecurity(event);
            scene.logs.failure(WindowsFailureKind.LOGON, event, EventLogs.DOMAIN_CONTROLLER, Optional.of("0xc000006a"), evidence);
            attempt.attempt.explainedBy(RelatedKind.SERVER_LOG, evidence);
        });
    }

    /** Somebody signs in with saved credentials of another account. */
    static Trouble wrongIdentity() {
        return refusedAfterAuthentication("auth.wrong-identity", 403, "Forbidden", 4004, "Credentials provided are not authorized to act as specified from URI");
    }

    static Trouble userNotEnabled() {
        return refusedAfterAuthentication("auth.user-not-enabled", 404, "Not Found", 4005, "Destination URI either not enabled for SIP or does not exist");
    }

    private static Trouble refusedAfterAuthentication(String rule, int status, String phrase, int id, String reason) {
        return scene -> {
            Endpoint desktop = scene.desktop(scene.person());
            scene.times(3, at -> scene.attempt(desktop, Scheme.NTLM, at).offers().ntlmChallenge()
                    .refusedAfterAuthentication(status, phrase, id, scene.diagnostics(id, reason)));
            Endpoint other = scene.desktop(scene.person());
            scene.times(1, at -> scene.attempt(other, Scheme.KERBEROS, at).offers().refusedAfterAuthentication(status, phrase, id, scene.diagnostics(id, reason)));
            scene.mustFind(rule, Severity.CRITICAL, desktop.person.address);
            scene.mustFind(rule, Severity.CRITICAL, other.person.address);
        };
    }

    /** The web ticket service knows first that the user is not enabled. */
    static Trouble notEnabledOnTheWeb() {
        return scene -> {
            Endpoint mobile = scene.client(scene.person(), "RTCC/6.0.0.0 UCWA/6.0.9319.0 iPhoneLync/6.21.0.57 (iPhone iOS 12.0)");
            scene.times(3, at -> webRefusal(scene, mobile, at, Phase.WEB_TICKET, "403 Forbidden", 28_000, "User is not SIP enabled."));
            scene.mustFind("auth.user-not-enabled", Severity.CRITICAL, mobile.person.address);
        };
    }

    /** A ticket of another pool is presented for a certificate; another client's ticket is none at all. */
    static Trouble webTicketInvalid() {
        return scene -> {
            Endpoint desktop = scene.desktop(scene.person());
            scene.times(3, at -> webRefusal(scene, desktop, at, Phase.PROVISIONING, "500 Internal Server Error", 28_032, "The web ticket is invalid."));
            Endpoint phone = scene.phone(scene.person());
            scene.times(2, at -> webRefusal(scene, phone, at, Phase.WEB_TICKET, "500 Internal Server Error", 28_020, "No valid security token."));
            scene.mustFind("auth.web-ticket-invalid", Severity.CRITICAL, desktop.person.address);
            scene.mustFind("auth.web-ticket-invalid", Severity.CRITICAL, phone.person.address);
        };
    }

    private static void webRefusal(Scene scene, Endpoint client, long at, Phase phase, String status, int id, String reason) {
        Attempt attempt = new Attempt(client, client.port - 7, Scheme.NONE);
        attempt.diagnosed(id);
        long end = new WebSteps(scene.day, client, client.person.home, attempt, scene.random).refused(at, phase, status, id, reason);
        scene.day.agenda.at(end, () -> scene.day.truth.ended(attempt, Outcome.FAILED, phase));
    }

    /** A user from outside whose policy does not allow it; others from outside are let in. */
    static Trouble remoteAccessDenied() {
        return scene -> {
            Host edge = new Host("EDGE01", "10.40.1.21", 3 * Wire.MILLI * 100, scene.troubled.chain, 0x0C04);
            Endpoint refused = outside(scene, 21);
            scene.times(3, at -> scene.attempt(refused, Scheme.NTLM, at).through(edge).offers().ntlmChallenge()
                    .refusedAfterAuthentication(403, "Forbidden", 4003, Scene.publicDiagnostics(4003, "From URI not enabled for remote access")));
            for (int i = 0; i < 3; i++) {
                Endpoint welcome = outside(scene, 22 + i);
                scene.times(1 + i % 2, at -> new Registration(scene.day, welcome, Scheme.NTLM, scene.random).through(edge).signIn(at, false, welcome.person.home));
            }
            Endpoint inParts = outside(scene, 31);
            scene.times(2, at -> new Registration(scene.day, inParts, Scheme.TLS_DSK, scene.random).spread(new Spread(2, 2)).through(edge)
                    .signIn(at, false, inParts.person.home));
            scene.mustFind("auth.remote-access-denied", Severity.CRITICAL, refused.person.address);
        };
    }

    private static Endpoint outside(Scene scene, int last) {
        Person person = scene.person();
        return new Endpoint(person, "203.0.113." + last, "LAPTOP-" + last, Clients.DESKTOP, Optional.empty(), scene.random);
    }

    static Trouble clientVersionBlocked() {
        return scene -> {
            for (int i = 0; i < 2; i++) {
                Endpoint old = scene.client(scene.person(), OLD_CLIENT);
                scene.times(2, at -> scene.attempt(old, Scheme.NONE, at).connect().refused(403, "Forbidden", 17_002,
                        scene.diagnostics(17_002, "Invalid protocol client version")));
            }
            scene.mustFind("auth.client-version-blocked", Severity.CRITICAL, OLD_CLIENT);
        };
    }

    /** A user's certificate, too long for one message, that the pool does not know any more; the client logs what it sends and gets. */
    static Trouble clientCertificateRejected() {
        return scene -> {
            Person person = scene.person();
            ClientLog log = scene.clientLog("WS-PKI-9/Lync-UccApi-0.UccApilog", -40 * Wire.MILLI);
            Endpoint desktop = new Endpoint(person, Clients.address(person.number), "WS-PKI-9", Clients.DESKTOP, Optional.of(log), scene.random);
            scene.times(4, at -> scene.attempt(desktop, Scheme.TLS_DSK, at).spread(scene.random.between(1, 3), scene.random.between(2, 4)).offers()
                    .serverCertificate(offered -> { }).clientCertificateRefused(Optional.of(desktop.person.certificate(scene.day.deployment)), 1000, scene.diagnostics(1000, "Final handshake failed"),
                            refused -> { }));
            scene.mustFind("auth.client-certificate-rejected", Severity.CRITICAL, desktop.person.address);
        };
    }

    /** A phone that could not get a certificate sends an empty list; a desktop client is refused its certificate and gives up. */
    static Trouble clientHasNoCertificate() {
        return scene -> {
            Endpoint phone = scene.phone(scene.person());
            scene.times(3, at -> scene.attempt(phone, Scheme.TLS_DSK, at).offers().serverCertificate(offered -> { })
                    .clientCertificateRefused(Optional.empty(), 1000, scene.diagnostics(1000, "Final handshake failed"), refused -> { }));
            Endpoint desktop = scene.desktop(scene.person());
            scene.times(2, at -> {
                Attempt attempt = new Attempt(desktop, desktop.port - 7, Scheme.NONE);
                long end = new WebSteps(scene.day, desktop, desktop.person.home, attempt, scene.random).plan(at, true);
                scene.day.agenda.at(end, () -> scene.day.truth.ended(attempt, Outcome.FAILED, Phase.PROVISIONING));
            });
            scene.mustFind("auth.client-has-no-certificate", Severity.CRITICAL, phone.person.address);
            scene.mustFind("auth.client-has-no-certificate", Severity.CRITICAL, desktop.person.address);
        };
    }

    /** A laptop whose clock is seven minutes fast cannot use its Kerberos ticket; its own log shows its clock. */
    static Trouble clockSkew() {
        return scene -> {
            Person person = scene.person();
            ClientLog log = scene.clientLog("LAPTOP-77/Lync-UccApi-0.UccApilog", 421_000 * Wire.MILLI);
            Endpoint laptop = new Endpoint(person, Clients.address(person.number), "LAPTOP-77", Clients.DESKTOP, Optional.of(log), scene.random);
            scene.times(4, at -> scene.attempt(laptop, Scheme.KERBEROS, at).offers().credentialsRefused(1013,
                    scene.diagnostics(1013, "Significant time skew detected during authentication", "HRESULT=\"0x80090324(SEC_E_TIME_SKEW)\"")));
            scene.mustFind("clock.skew", Severity.CRITICAL, person.address);
        };
    }
}
