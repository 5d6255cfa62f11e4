package org.traceweave.samples.internal.story;

import java.util.Optional;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.Scheme;
import org.traceweave.model.SignInKind;
import org.traceweave.samples.HandshakeWriter;
import org.traceweave.samples.HiddenHandshakeWriter;

/** What looks like a failure to whoever reads hastily, and is none. Every day of the pool has some, on servers that nothing is wrong with. */
final class Decoys {

    private static final String TLS_DSK = "TLS-DSK";
    private static final int CLOSE_NOTIFY = 0;
    private static final int USER_CANCELED = 90;
    private static final int WARNING = 1;

    private final Scene scene;
    private final Day day;

    private Decoys(Scene scene) {
        this.scene = scene;
        day = scene.day;
    }

    static void plan(Scene scene) {
        Decoys decoys = new Decoys(scene);
        Endpoint resuming = decoys.client(0);
        scene.times(2, at -> decoys.withoutCertificates(resuming, HiddenHandshakeWriter.resumed(scene.random), at));
        Endpoint modern = decoys.client(1);
        scene.times(2, at -> decoys.withoutCertificates(modern, HiddenHandshakeWriter.tls13(scene.random), at));
        Endpoint polite = decoys.client(2);
        scene.times(1, at -> decoys.closesItsSessions(polite, at));
        Endpoint late = decoys.client(0);
        scene.times(1, at -> decoys.subscribesTooLate(late, at));
        Endpoint hasty = decoys.client(1);
        scene.times(2, at -> decoys.leavesAndComesBack(hasty, at));
        Endpoint crashed = decoys.client(2);
        scene.times(2, at -> decoys.clearsAwayWhatItLeft(crashed, at));
    }

    /** On one of the servers that are in every story, and in order. */
    private Endpoint client(int server) {
        return scene.desktop(scene.person(day.deployment.frontEnds.get(server)));
    }

    /** A handshake that shows no certificate, and goes well. After a resumed one the server may have nothing more to say. */
    private void withoutCertificates(Endpoint endpoint, HiddenHandshakeWriter handshake, long start) {
        Host host = endpoint.person.home;
        RegisterDialogue dialogue = new RegisterDialogue(day, endpoint, host, scene.random);
        RegisterMessages messages = dialogue.messages;
        String opaque = scene.random.hex(8);
        Attempt signIn = new Attempt(endpoint, dialogue.port, Scheme.TLS_DSK);
        signIn.callId(messages.callId());
        Optional<Attempt> attempt = Optional.of(signIn);
        dialogue.connected(host, start);
        long time = dialogue.exchange(attempt, host, start + 30 * Wire.MILLI, () -> messages.register("", false), messages::offers, Phase.OFFER, 401);
        time = new TlsDskDialogue(dialogue, opaque, host, attempt).serverFlight(time, () -> Handshake.base64(handshake.clientHello(host.fqdn)),
                new FlightParts(1, handshake::serverFlight));
        String last = messages.token(TLS_DSK, opaque, Handshake.base64(handshake.clientFlight()));
        boolean atOnce = scene.random.chance(0.5);
        if (!atOnce) {
            time = dialogue.exchange(attempt, host, time, () -> messages.register(last, false), date -> messages.challenge(TLS_DSK, opaque, "", date),
                    Phase.CLIENT_CERTIFICATE, 401);
        }
        time = dialogue.exchange(attempt, host, time, () -> messages.register(atOnce ? last : messages.signature(TLS_DSK, opaque, 1, scene.random), false),
                date -> messages.accepted(TLS_DSK, opaque, 1, false, scene.random), Phase.REGISTERED, 200);
        day.agenda.at(time, () -> day.truth.ended(signIn, Outcome.SUCCEEDED, Phase.REGISTERED));
    }

    /** Once registered it ends the handshake's TLS session with a warning alert, authenticates anew, and says so again when it signs out. */
    private void closesItsSessions(Endpoint endpoint, long start) {
        Registration registration = new Registration(day, endpoint, Scheme.TLS_DSK, scene.random);
        long registered = registration.signIn(start, false, endpoint.person.home);
        long again = registration.reauthenticateAfter(HandshakeWriter.alert(WARNING, CLOSE_NOTIFY), registered + Scene.minutes(20));
        byte[] both = new byte[14];
        System.arraycopy(HandshakeWriter.alert(WARNING, USER_CANCELED), 0, both, 0, 7);
        System.arraycopy(HandshakeWriter.alert(WARNING, CLOSE_NOTIFY), 0, both, 7, 7);
        registration.signOutWith(both, again + Scene.minutes(5));
    }

    /** Its security association has run out when it subscribes: it is challenged, authenticates again, and subscribes once more. */
    private void subscribesTooLate(Endpoint endpoint, long start) {
        Registration registration = new Registration(day, endpoint, Scheme.TLS_DSK, scene.random);
        long late = registration.signIn(start, false, endpoint.person.home) + Scene.minutes(50);
        Subscription subscription = new Subscription(day, endpoint, registration.port(), scene.random);
        long challenged = subscription.challenged(late);
        long authenticated = registration.reauthenticate(challenged);
        subscription.accepted(authenticated);
    }

    /** Signs out, and in again within a second. */
    private void leavesAndComesBack(Endpoint endpoint, long start) {
        Registration first = new Registration(day, endpoint, Scheme.NTLM, scene.random);
        long registered = first.signIn(start, false, endpoint.person.home);
        long left = first.signOut(registered + Scene.minutes(3));
        Registration second = new Registration(day, endpoint, Scheme.TLS_DSK, scene.random);
        second.signOut(second.signIn(left + 300 * Wire.MILLI, false, endpoint.person.home) + Scene.minutes(2));
    }

    /** Takes away what it left behind when it crashed, with the signature it saved, which may not be taken any more; and signs in. */
    private void clearsAwayWhatItLeft(Endpoint endpoint, long start) {
        Host host = endpoint.person.home;
        RegisterDialogue dialogue = new RegisterDialogue(day, endpoint, host, scene.random);
        RegisterMessages messages = dialogue.messages;
        String opaque = scene.random.hex(8);
        boolean taken = scene.random.chance(0.5);
        day.agenda.at(start, () -> day.truth.count(SignInKind.SIGN_OUT));
        long cleared = dialogue.exchange(Optional.empty(), host, start, () -> messages.register(messages.signature(TLS_DSK, opaque, 9, scene.random), true),
                date -> taken ? messages.accepted(TLS_DSK, opaque, 9, true, scene.random) : messages.offers(date), Phase.REGISTERED, taken ? 200 : 401);
        Registration registration = new Registration(day, endpoint, Scheme.KERBEROS, scene.random);
        registration.signOut(registration.signIn(cleared + 150 * Wire.MILLI, false, host) + Scene.minutes(4));
    }
}
