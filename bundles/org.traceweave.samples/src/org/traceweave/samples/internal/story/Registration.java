package org.traceweave.samples.internal.story;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.Scheme;
import org.traceweave.model.SignInKind;
import org.traceweave.samples.KerberosToken;
import org.traceweave.samples.NtlmMessages;
import org.traceweave.samples.SeededRandom;

/**
 * One registration of one endpoint, from sign-in over refreshes and re-authentication to sign-out. Each method plans its messages from a
 * given time on (as the Front End's clock shows it) and answers the time of the last; they must be called in order of time.
 */
final class Registration {

    private static final long SECOND = 1000 * Wire.MILLI;

    private final Day day;
    private final Endpoint endpoint;
    private final Scheme scheme;
    private final String schemeName;
    private final SeededRandom random;
    private final RegisterDialogue dialogue;
    private final RegisterMessages messages;
    private final String opaque;
    private Spread spread;
    private Host host;
    private int signatures;

    Registration(Day day, Endpoint endpoint, Scheme scheme, SeededRandom random) {
        this.day = day;
        this.endpoint = endpoint;
        this.scheme = scheme;
        this.random = random;
        schemeName = switch (scheme) {
            case TLS_DSK -> "TLS-DSK";
            case NTLM -> "NTLM";
            default -> "Kerberos";
        };
        host = endpoint.person.home;
        spread = Spread.of(endpoint.person);
        dialogue = new RegisterDialogue(day, endpoint, host, random);
        messages = dialogue.messages;
        opaque = random.hex(8).toUpperCase(Locale.ROOT);
    }

    /** Signs in from outside. */
    Registration through(Host edge) {
        dialogue.through(edge);
        return this;
    }

    /** Lets its handshakes' flights go over so many messages. */
    Registration spread(Spread flights) {
        spread = flights;
        return this;
    }

    Host host() {
        return host;
    }

    int port() {
        return dialogue.port;
    }

    /** A sign-in that succeeds. @param first where the client asks first; another host than its home redirects it */
    long signIn(long start, boolean provisioning, Host first) {
        Attempt attempt = new Attempt(endpoint, dialogue.port, scheme);
        attempt.callId(messages.callId());
        long time = start;
        if (provisioning) {
            time = new WebSteps(day, endpoint, host, attempt, random).plan(time, false) + 80 * Wire.MILLI;
        }
        if (first != host) {
            Host home = host;
            messages.moveTo(first);
            time = dialogue.exchange(Optional.of(attempt), first, time, () -> messages.register("", false), date -> messages.redirect(home, date), Phase.REDIRECT, 301);
            day.agenda.at(time, () -> messages.moveTo(home));
            // A new connection, and room for hosts whose clocks are behind.
            time += 3200 * Wire.MILLI;
        }
        dialogue.connected(host, time);
        time = authenticate(Optional.of(attempt), time + 30 * Wire.MILLI);
        day.agenda.at(time, () -> day.truth.ended(attempt, Outcome.SUCCEEDED, Phase.REGISTERED));
        return time;
    }

    /** A challenge inside the standing registration, answered with success. */
    long reauthenticate(long start) {
        day.agenda.at(start, () -> day.truth.count(SignInKind.RE_AUTHENTICATION));
        return authenticate(Optional.empty(), start);
    }

    /** The same, where a TLS alert opens it that ends the session before. @param alert whole record */
    long reauthenticateAfter(byte[] alert, long start) {
        day.agenda.at(start, () -> day.truth.count(SignInKind.RE_AUTHENTICATION));
        long time = exchange(Optional.empty(), start, () -> messages.register(messages.token(schemeName, opaque, Handshake.base64(alert)), false), messages::offers,
                Phase.OFFER, 401);
        return handshakeAndAnswer(Optional.empty(), time);
    }

    private long authenticate(Optional<Attempt> attempt, long start) {
        return handshakeAndAnswer(attempt, exchange(attempt, start, () -> messages.register("", false), messages::offers, Phase.OFFER, 401));
    }

    private long handshakeAndAnswer(Optional<Attempt> attempt, long offered) {
        long time = offered;
        switch (scheme) {
            case TLS_DSK -> time = handshake(attempt, time);
            case NTLM -> time = exchange(attempt, time, () -> messages.register(messages.token(schemeName, "", ""), false),
                    date -> messages.challenge(schemeName, opaque, Handshake.base64(NtlmMessages.challenge("CONTOSO", Host.DOMAIN, host.name,
                            day.now(), random)), date), Phase.CREDENTIALS, 401);
            default -> {
                // Kerberos needs no further challenge.
            }
        }
        return exchange(attempt, time, () -> messages.register(lastAuthorization(), false),
                date -> messages.accepted(schemeName, opaque, ++signatures, false, random), Phase.REGISTERED, 200);
    }

    private String lastAuthorization() {
        return switch (scheme) {
            case TLS_DSK -> messages.signature(schemeName, opaque, signatures + 1, random);
            case NTLM -> messages.token(schemeName, opaque, Handshake.base64(NtlmMessages.authenticate("CONTOSO", endpoint.person.account, endpoint.machine,
                    day.now() - host.skew, random)));
            default -> messages.token(schemeName, "", Handshake.base64(KerberosToken.request("CONTOSO.LOCAL", host.fqdn, random)));
        };
    }

    private long handshake(Optional<Attempt> attempt, long start) {
        Handshake handshake = endpoint.log.isPresent()
                ? Handshake.between(host, endpoint.person.certificate(day.deployment), start / SECOND, random)
                : endpoint.person.handshake(day.deployment, start / SECOND, random);
        TlsDskDialogue flights = new TlsDskDialogue(dialogue, opaque, host, attempt);
        long time = flights.serverFlight(start, handshake::hello, new FlightParts(spread.server(), () -> {
            day.deployed(attempt, host.presented());
            return bytes(handshake.serverFlight());
        }));
        return flights.clientFlight(time, new FlightParts(spread.client(), () -> {
            day.deployed(attempt, List.of(endpoint.person.certificate(day.deployment)));
            return bytes(handshake.clientFlight());
        }), date -> messages.challenge(schemeName, opaque, handshake.finished(), date));
    }

    private static byte[] bytes(String flight) {
        return Base64.getDecoder().decode(flight);
    }

    long refresh(long start) {
        return signed(start, false, SignInKind.REFRESH);
    }

    long signOut(long start) {
        return signed(start, true, SignInKind.SIGN_OUT);
    }

    /** Signs out with TLS alerts in place of a signature. @param alerts whole records */
    long signOutWith(byte[] alerts, long start) {
        day.agenda.at(start, () -> day.truth.count(SignInKind.SIGN_OUT));
        return exchange(Optional.empty(), start, () -> messages.register(messages.token(schemeName, opaque, Handshake.base64(alerts)), true),
                date -> messages.accepted(schemeName, opaque, ++signatures, true, random), Phase.REGISTERED, 200);
    }

    private long signed(long start, boolean signOut, SignInKind kind) {
        day.agenda.at(start, () -> day.truth.count(kind));
        return exchange(Optional.empty(), start,
                () -> messages.register(messages.signature(schemeName, opaque, signatures + 1, random), signOut),
                date -> messages.accepted(schemeName, opaque, ++signatures, signOut, random), Phase.REGISTERED, 200);
    }

    private long exchange(Optional<Attempt> attempt, long time, RegisterDialogue.Request request, RegisterDialogue.Answer answer, Phase phase, int status) {
        return dialogue.exchange(attempt, host, time, request, answer, phase, status);
    }
}
