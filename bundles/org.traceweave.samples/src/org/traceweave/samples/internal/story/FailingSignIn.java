package org.traceweave.samples.internal.story;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.Scheme;
import org.traceweave.samples.HandshakeWriter;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.KerberosToken;
import org.traceweave.samples.NtlmMessages;
import org.traceweave.samples.SeededRandom;

/**
 * One attempt that does not succeed, or not at once, told step by step up to one of its ends. Each step plans its messages and moves the time on; all
 * times are those that the Front End's clock shows.
 */
final class FailingSignIn {

    private static final long SECOND = 1000 * Wire.MILLI;
    /** A client that waits no longer closes its connection after SIP's timer F. */
    private static final long GIVEN_UP = 34 * SECOND;

    final Endpoint endpoint;
    final Host host;
    final Attempt attempt;
    private final Day day;
    private final Scheme scheme;
    private final SeededRandom random;
    private final RegisterDialogue dialogue;
    private final RegisterMessages messages;
    private final HandshakeWriter handshake;
    private final String opaque;
    private Spread spread = Spread.NONE;
    private long time;

    /** Something that happens at a time, UTC nanoseconds. */
    @FunctionalInterface
    interface Moment {
        void at(long time);
    }

    FailingSignIn(Day day, Endpoint endpoint, Scheme scheme, Host host, long start, SeededRandom random) {
        this.day = day;
        this.endpoint = endpoint;
        this.scheme = scheme;
        this.host = host;
        this.random = random;
        time = start;
        dialogue = new RegisterDialogue(day, endpoint, host, random);
        messages = dialogue.messages;
        opaque = random.hex(8).toUpperCase(Locale.ROOT);
        handshake = new HandshakeWriter(random).at(start / SECOND);
        attempt = new Attempt(endpoint, dialogue.port, scheme);
    }

    /** The time at which the next step begins. */
    long time() {
        return time;
    }

    FailingSignIn through(Host edge) {
        dialogue.through(edge);
        return this;
    }

    /** Lets the handshake's flights go over so many messages. */
    FailingSignIn spread(int server, int client) {
        spread = new Spread(server, client);
        return this;
    }

    FailingSignIn pause(long nanos) {
        time += nanos;
        return this;
    }

    /** Discovery, web ticket and provisioning, all well. */
    FailingSignIn webSteps() {
        time = web().plan(time, false) + 120 * Wire.MILLI;
        return this;
    }

    /** Discovery and web ticket, then a refusal of the certificate with IIS's words about credentials; the client goes on to SIP. */
    FailingSignIn provisioningDenied() {
        time = web().plan(time, true) + 120 * Wire.MILLI;
        return this;
    }

    private WebSteps web() {
        return new WebSteps(day, endpoint, host, attempt, random);
    }

    /** The connection, the first request and the offers that answer it. */
    FailingSignIn offers() {
        connect();
        exchange(() -> messages.register("", false), messages::offers, Phase.OFFER, 401);
        return this;
    }

    FailingSignIn connect() {
        attempt.callId(messages.callId());
        dialogue.connected(host, time);
        time += 30 * Wire.MILLI;
        return this;
    }

    /** The ClientHello and the chain that answers it. @param received what else happens on the client when that has come */
    FailingSignIn serverCertificate(Moment received) {
        time = flights().serverFlight(time, this::hello, new FlightParts(spread.server(), () -> {
            day.deployed(Optional.of(attempt), host.presented());
            return serverFlight();
        }));
        long at = time;
        day.agenda.at(at, () -> received.at(at));
        return this;
    }

    /** The first of many parts of the server's flight, which ends within its first certificate. */
    FailingSignIn serverCertificateBegun() {
        time = flights().serverFlight(time, this::hello, new FlightParts(12, this::serverFlight), 1);
        return this;
    }

    /** NTLM's empty first token and the challenge that answers it. */
    FailingSignIn ntlmChallenge() {
        exchange(() -> messages.register(messages.token("NTLM", "", ""), false), date -> messages.challenge("NTLM", opaque,
                Handshake.base64(NtlmMessages.challenge("CONTOSO", Host.DOMAIN, host.name, day.now(), random)), date), Phase.CREDENTIALS, 401);
        return this;
    }

    /** Sends the client elsewhere; it asks there next, with a new connection. */
    FailingSignIn redirectedTo(Host from, Host to) {
        messages.moveTo(from);
        dialogue.connected(from, time);
        time += 20 * Wire.MILLI;
        time = dialogue.exchange(Optional.of(attempt), from, time, () -> messages.register("", false), date -> messages.redirect(to, date), Phase.REDIRECT, 301)
                + 1800 * Wire.MILLI;
        long moved = time - Wire.MILLI;
        day.agenda.at(moved, () -> messages.moveTo(to));
        attempt.callId(messages.callId());
        return this;
    }

    /** The client answers the server's certificate with an alert and closes the connection. @param arrived what else happens on the server */
    long alert(int alert, Moment arrived) {
        // An event log's second must be the trace's second, so the alert comes early in one.
        long at = Math.floorDiv(time + 400 * Wire.MILLI, SECOND) * SECOND + SECOND + random.between(20, 320) * Wire.MILLI;
        dialogue.request(Optional.of(attempt), host, at, () -> messages.register(messages.token("TLS-DSK", "",
                Handshake.base64(HandshakeWriter.alert(2, alert))), false));
        day.agenda.at(at, () -> {
            attempt.step(Phase.SERVER_CERTIFICATE, at, "alert " + alert);
            arrived.at(at + 15 * Wire.MILLI);
        });
        return ended(at + 45 * Wire.MILLI, Outcome.FAILED, Phase.SERVER_CERTIFICATE);
    }

    /** The client does not answer any more. */
    long silent(Phase phase) {
        return ended(time + GIVEN_UP + random.below(9000) * Wire.MILLI, Outcome.ABANDONED, phase);
    }

    /** The server does not answer the first request. */
    long unanswered() {
        dialogue.request(Optional.of(attempt), host, time, () -> messages.register("", false));
        return ended(time + GIVEN_UP, Outcome.TIMED_OUT, Phase.CONNECT);
    }

    /** The first request, without credentials, is refused. */
    long refused(int status, String phrase, int id, String diagnostics) {
        return refused(status, phrase, id, diagnostics, Phase.OFFER, "");
    }

    /** A request signed after full authentication is refused. */
    long refusedAfterAuthentication(int status, String phrase, int id, String diagnostics) {
        return refused(status, phrase, id, diagnostics, Phase.REGISTERED, switch (scheme) {
            case TLS_DSK -> messages.signature("TLS-DSK", opaque, 1, random);
            case NTLM -> messages.token("NTLM", opaque, ntlmAnswer());
            default -> messages.token("Kerberos", "", Handshake.base64(KerberosToken.request("CONTOSO.LOCAL", host.fqdn, random)));
        });
    }

    private long refused(int status, String phrase, int id, String diagnostics, Phase phase, String authorization) {
        exchange(() -> messages.register(authorization, false), date -> messages.refused(status, phrase, diagnostics, date), phase, status);
        attempt.diagnosed(id);
        return ended(time, Outcome.FAILED, phase);
    }

    /** The client's certificate, or an empty list; the handshake finishes. */
    FailingSignIn clientCertificate(IssuedCertificate own) {
        return clientFlight(Optional.of(own), date -> messages.challenge("TLS-DSK", opaque, Handshake.base64(handshake.serverFinished()), date));
    }

    /** The client's certificate, or an empty list, which the server refuses. @param id of the diagnostics, 0 for new offers without any */
    long clientCertificateRefused(Optional<IssuedCertificate> own, int id, String diagnostics, Moment refused) {
        clientFlight(own, date -> messages.offersAgain(diagnostics, date));
        long at = time;
        day.agenda.at(at, () -> refused.at(at));
        return answeredNo(id, Phase.CLIENT_CERTIFICATE);
    }

    /** The server refuses the certificate, and the client goes on with another scheme. */
    FailingSignIn fallsBack(Optional<IssuedCertificate> own) {
        return clientFlight(own, date -> messages.offersAgain("", date));
    }

    /** After all it goes well, with NTLM. */
    long succeeds() {
        exchange(() -> messages.register(messages.token("NTLM", opaque, ntlmAnswer()), false), date -> messages.accepted("NTLM", opaque, 1, false, random),
                Phase.REGISTERED, 200);
        long at = time;
        day.agenda.at(at, () -> day.truth.ended(attempt, Outcome.SUCCEEDED, Phase.REGISTERED));
        return at;
    }

    /** NTLM's or Kerberos' last token, which the server refuses. @param id of the diagnostics, 0 for new offers without any */
    long credentialsRefused(int id, String diagnostics) {
        Supplier<String> token = scheme == Scheme.NTLM ? () -> messages.token("NTLM", opaque, ntlmAnswer())
                : () -> messages.token("Kerberos", "", Handshake.base64(KerberosToken.request("CONTOSO.LOCAL", host.fqdn, random)));
        exchange(() -> messages.register(token.get(), false), date -> messages.offersAgain(diagnostics, date), Phase.CREDENTIALS, 401);
        return answeredNo(id, Phase.CREDENTIALS);
    }

    private long answeredNo(int id, Phase phase) {
        if (id == 0) {
            return silent(phase);
        }
        attempt.diagnosed(id);
        return ended(time, Outcome.FAILED, phase);
    }

    private FailingSignIn clientFlight(Optional<IssuedCertificate> own, RegisterDialogue.Answer answer) {
        time = flights().clientFlight(time, new FlightParts(spread.client(), () -> {
            day.deployed(Optional.of(attempt), own.stream().toList());
            return handshake.clientFlight(own);
        }), answer);
        return this;
    }

    private TlsDskDialogue flights() {
        return new TlsDskDialogue(dialogue, opaque, host, Optional.of(attempt));
    }

    private String hello() {
        return Handshake.base64(handshake.clientHello(host.fqdn));
    }

    private byte[] serverFlight() {
        return handshake.serverFlight(host.presented(), List.of("CN=Communications Server"));
    }

    private String ntlmAnswer() {
        return Handshake.base64(NtlmMessages.authenticate("CONTOSO", endpoint.person.account, endpoint.machine, day.now() - host.skew, random));
    }

    private void exchange(RegisterDialogue.Request request, RegisterDialogue.Answer answer, Phase phase, int status) {
        time = dialogue.exchange(Optional.of(attempt), host, time, request, answer, phase, status);
    }

    private long ended(long at, Outcome outcome, Phase phase) {
        dialogue.closed(host, at);
        day.agenda.at(at, () -> day.truth.ended(attempt, outcome, phase));
        return at;
    }
}
