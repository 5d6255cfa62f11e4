package org.traceweave.samples.internal.story;

import java.util.List;
import java.util.Optional;
import org.traceweave.model.Phase;
import org.traceweave.model.Scheme;
import org.traceweave.model.Severity;

/** Sign-ins that do not find their server, and servers that differ from their fellows: the families {@code route} and {@code pool}. */
final class RouteTroubles {

    private RouteTroubles() {
    }

    /** Two Front Ends send a user who was moved to each other; a third knows nobody of that name. */
    static Trouble redirectLoop() {
        return scene -> {
            Host one = scene.day.deployment.frontEnds.get(0);
            Host other = scene.day.deployment.frontEnds.get(1);
            Endpoint desktop = scene.desktop(scene.person());
            scene.times(3, at -> {
                FailingSignIn attempt = scene.attempt(desktop, Scheme.NONE, at);
                for (int i = 0; i < 5; i++) {
                    attempt.redirectedTo(i % 2 == 0 ? one : other, i % 2 == 0 ? other : one);
                }
                attempt.silent(Phase.REDIRECT);
            });
            Endpoint phone = scene.phone(scene.person());
            scene.times(2, at -> scene.attempt(phone, Scheme.NTLM, at).offers().ntlmChallenge().refusedAfterAuthentication(404, "Not Found", 4006,
                    scene.diagnostics(4006, "User not found in pool")));
            scene.mustFind("route.redirect-loop", Severity.CRITICAL, desktop.person.address);
            scene.mustFind("route.redirect-loop", Severity.CRITICAL, phone.person.address);
        };
    }

    static Trouble domainMismatch() {
        return scene -> {
            Endpoint desktop = scene.desktop(scene.person());
            scene.times(3, at -> scene.attempt(desktop, Scheme.NONE, at).connect().refused(504, "Server time-out", 1009,
                    scene.diagnostics(1009, "No match for domain in DNS SRV results", "domain=\"contoso.com\"", "fqdn1=\"sip.northwind.example:5061\"")));
            scene.mustFind("route.domain-mismatch", Severity.CRITICAL, desktop.person.address);
        };
    }

    /** The new Front End, which did not get the cumulative update that the others have, answers everybody with 503. */
    static Trouble oneServerDiffers() {
        return new NewServer(ChainTroubles::good, scene -> {
            for (int i = 0; i < 5; i++) {
                Endpoint desktop = scene.desktop(scene.person());
                scene.times(2, at -> scene.attempt(desktop, Scheme.NONE, at).connect().refused(503, "Service Unavailable", 5000,
                        scene.diagnostics(5000, "One or more critical applications are not running")));
            }
            List<Host> pool = scene.day.deployment.frontEnds;
            new VersionListings(scene).patchVersions(scene.troubled, "6.0.9319.516").patchVersions(pool.getFirst(), EventLogs.UPDATE)
                    .installedProducts(pool.subList(1, 3), EventLogs.UPDATE);
            scene.mustFind("pool.one-server-differs", Severity.WARNING, scene.troubled.name);
        });
    }

    /** Clients that are not answered, or do not answer: no cause can be told. */
    static Trouble silence() {
        return scene -> {
            Endpoint phone = scene.phone(scene.person());
            scene.times(2, at -> scene.attempt(phone, Scheme.NONE, at).connect().unanswered());
            Endpoint desktop = scene.desktop(scene.person());
            scene.times(2, at -> scene.attempt(desktop, Scheme.NONE, at).offers().silent(Phase.OFFER));
            Endpoint interrupted = scene.phone(scene.person());
            scene.times(2, at -> scene.attempt(interrupted, Scheme.TLS_DSK, at).offers().serverCertificateBegun().silent(Phase.SERVER_CERTIFICATE));
        };
    }

    /** TLS-DSK does not work and NTLM does: one attempt each, which succeeds. */
    static Trouble schemeFallback() {
        return scene -> {
            for (int i = 0; i < 3; i++) {
                Endpoint desktop = scene.desktop(scene.person());
                int parts = 1 + i;
                scene.times(1 + i % 2, at -> scene.attempt(desktop, Scheme.NTLM, at).spread(1, parts).offers().serverCertificate(offered -> { })
                        .fallsBack(Optional.of(desktop.person.certificate(scene.day.deployment))).ntlmChallenge().succeeds());
            }
        };
    }
}
