package org.traceweave.samples.internal.story;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.traceweave.model.Phase;
import org.traceweave.model.Scheme;
import org.traceweave.model.Severity;
import org.traceweave.samples.SampleKeys;

/** What captured data cannot tell, and what should not be in it: the families {@code trace} and {@code secret}. */
final class TraceTroubles {

    private TraceTroubles() {
    }

    /** The logging agent lowers a component's level, and what a user's client said then is not there. */
    static Trouble throttled() {
        return scene -> {
            Endpoint desktop = scene.desktop(scene.person());
            scene.times(2, at -> scene.attempt(desktop, Scheme.NONE, at).offers().silent(Phase.OFFER));
            scene.times(2, at -> {
                scene.serverFailure(scene.troubled, "LS Centralized Logging Agent", 33_022, "Centralized Logging Service Agent has throttled component SIPStack. "
                        + "The trace level was lowered to Warning.", Optional.empty(), at);
                scene.troubled.source("SIPStack").skip(40_000);
            });
            scene.mustFind("trace.throttled", Severity.WARNING);
        };
    }

    /** Sequence numbers are missing where a sign-in ends in the middle. */
    static Trouble gap() {
        return scene -> {
            Endpoint desktop = scene.desktop(scene.person());
            scene.times(2, at -> {
                FailingSignIn attempt = scene.attempt(desktop, Scheme.NONE, at).offers();
                scene.day.agenda.at(attempt.time() + 200 * Wire.MILLI, () -> scene.troubled.source("SIPStack").skip(900));
                attempt.silent(Phase.OFFER);
            });
            scene.mustFind("trace.gap", Severity.WARNING, desktop.person.address);
        };
    }

    /** Nothing but the servers' trace was captured. */
    static Trouble sourceMissing() {
        return new Trouble() {
            @Override
            public boolean onlyTrace() {
                return true;
            }

            @Override
            public void plan(Scene scene) {
                Endpoint phone = scene.phone(scene.person());
                scene.times(3, at -> scene.attempt(phone, Scheme.NONE, at).offers().silent(Phase.OFFER));
                scene.mustFind("trace.source-missing", Severity.INFO, phone.person.address);
            }
        };
    }

    /** A second trace was exported for one user alone. */
    static Trouble filteredExport() {
        return scene -> {
            String source = "CLS/POOL02-nora.field.txt";
            Scene filtered = scene.inFilteredTrace(source);
            Host elsewhere = new Host("FE21", "10.22.1.11", 0, scene.day.deployment.frontEnds.get(1).chain, 0x11D8);
            Endpoint phone = filtered.phone(filtered.person(elsewhere));
            filtered.times(3, at -> filtered.attempt(phone, Scheme.NTLM, at).offers().ntlmChallenge().refusedAfterAuthentication(403, "Forbidden", 4004,
                    filtered.diagnostics(4004, "Credentials provided are not authorized to act as specified from URI")));
            scene.mustFind("trace.filtered-export", Severity.INFO, source);
            scene.mustFind("auth.wrong-identity", Severity.CRITICAL, phone.person.address);
        };
    }

    /** Somebody exported the new certificate with its key. */
    static Trouble privateKey() {
        return scene -> {
            String key = "-----BEGIN PRIVATE KEY-----\r\n" + Base64.getMimeEncoder(64, new byte[] {'\r', '\n'})
                    .encodeToString(SampleKeys.rsa(7).getPrivate().getEncoded()) + "\r\n-----END PRIVATE KEY-----\r\n";
            String source = "Certificates/fe02-export.pem";
            scene.file(source, (scene.day.deployment.frontEnds.get(1).chain.get(0).pem() + key).getBytes(StandardCharsets.US_ASCII));
            scene.mustFind("secret.private-key", Severity.CRITICAL, source);
        };
    }
}
