package org.traceweave.probe.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.traceweave.certificates.CipherSuite;
import org.traceweave.probe.HttpAnswer;
import org.traceweave.probe.ProbeAttempt;
import org.traceweave.probe.ProbeFailure;
import org.traceweave.probe.ProbeFailure.Kind;
import org.traceweave.probe.ProbeHandshake;
import org.traceweave.probe.ProbeRequest;
import org.traceweave.probe.ProbeResult;
import org.traceweave.probe.VersionSupport;
import org.traceweave.probe.internal.net.ProbeException;
import org.traceweave.probe.internal.tls.AlertException;
import org.traceweave.probe.internal.tls.ClientOffer;

/** One probe from its first connection to its findings. */
public final class Probe {

    private static final int UNRECOGNIZED_NAME = 112;
    private static final List<Integer> BEFORE_13 = List.of(ClientOffer.TLS_1_2, ClientOffer.TLS_1_1, ClientOffer.TLS_1_0);

    private final ProbeRequest request;
    private final Consumer<String> progress;
    private final Exchange exchange;
    private final List<ProbeAttempt> attempts = new ArrayList<>();

    public Probe(ProbeRequest request, Consumer<String> progress, BooleanSupplier cancelled) {
        this.request = request;
        this.progress = progress;
        exchange = new Exchange(request, cancelled);
    }

    /** A handshake, or why there is none. */
    private record Outcome(Optional<ProbeHandshake> handshake, Optional<ProbeException> failure) {
    }

    /** An answer to the GET, or why there is none. */
    private record Fetched(Optional<HttpAnswer> answer, Optional<String> failure) {
    }

    public ProbeResult run() {
        Outcome outcome = handshake();
        Optional<ProbeHandshake> handshake = outcome.handshake;
        Optional<ProbeHandshake> nameless = Optional.empty();
        List<VersionSupport> versions = List.of();
        if (request.everything() && handshake.isPresent()) {
            nameless = handshake.get().serverName().isPresent() ? attempt(new ClientOffer(ClientOffer.ALL_VERSIONS, usualSuites(),
                    Optional.empty())).handshake
                    : Optional.empty();
            versions = new Enumeration(exchange, handshake.get().serverName(), progress).run();
        }
        Fetched fetched = request.get() ? fetched(handshake) : new Fetched(Optional.empty(), Optional.empty());
        long at = request.at().orElseGet(Exchange::now);
        Judgement judgement = new Judgement(request, handshake, at);
        Optional<ProbeFailure> failure = handshake.isPresent() ? Optional.empty() : outcome.failure.map(ProbeException::failure);
        ProbeResult plain = new ProbeResult(request, Optional.of(exchange.address()).filter(text -> !text.isEmpty()), at, handshake, nameless,
                failure, attempts,
                versions, fetched.answer, fetched.failure, judgement.certificates(), judgement.verdicts(), List.of());
        return new ProbeResult(request, plain.address(), at, handshake, nameless, failure, attempts, versions, fetched.answer, fetched.failure,
                plain.certificates(), plain.verdicts(), new ProbeFindings(plain).all());
    }

    /** What current clients offer, then less and less, as far as the failures say that this may help. */
    private Outcome handshake() {
        Optional<String> name = request.serverName();
        Outcome first = attempt(new ClientOffer(ClientOffer.ALL_VERSIONS, usualSuites(), name));
        if (first.handshake.isPresent() || first.failure.filter(this::mayDependOnOffer).isEmpty()) {
            return first;
        }
        for (ClientOffer offer : retries(first.failure.get())) {
            Outcome next = attempt(offer);
            if (next.handshake.isPresent() || next.failure.filter(this::mayDependOnOffer).isEmpty()) {
                return next.handshake.isPresent() ? next : first;
            }
        }
        return first;
    }

    private List<ClientOffer> retries(ProbeException failure) {
        Optional<String> name = request.serverName();
        if (failure instanceof AlertException alert && alert.description() == UNRECOGNIZED_NAME && name.isPresent()) {
            return List.of(new ClientOffer(ClientOffer.ALL_VERSIONS, usualSuites(), Optional.empty()));
        }
        ClientOffer older = new ClientOffer(BEFORE_13, ClientOffer.USUAL_SUITES, name);
        if (failure.failure().kind() == Kind.TIMEOUT) {
            return List.of(older);
        }
        List<ClientOffer> retries = new ArrayList<>(List.of(older, new ClientOffer(List.of(ClientOffer.TLS_1_0), ClientOffer.USUAL_SUITES, name)));
        if (failure instanceof AlertException) {
            List<Integer> rare = CipherSuite.all().stream().filter(suite -> suite >> 8 != 0x13 && !ClientOffer.USUAL_SUITES.contains(suite)
                    && CipherSuite.name(suite).contains("_WITH_") && !CipherSuite.name(suite).contains("NULL")).toList();
            retries.add(new ClientOffer(BEFORE_13, rare, name));
        }
        return retries;
    }

    private static List<Integer> usualSuites() {
        List<Integer> suites = new ArrayList<>(ClientOffer.READABLE_1_3);
        suites.addAll(ClientOffer.USUAL_SUITES);
        return suites;
    }

    /** Whether another offer may have another end: not where no connection came about, or something else than TLS answered. */
    private boolean mayDependOnOffer(ProbeException failure) {
        return switch (failure.failure().kind()) {
            case ALERT, CLOSED, RESET, MALFORMED, UNSUPPORTED -> true;
            case TIMEOUT -> exchange.connected();
            case UNKNOWN_HOST, REFUSED, UNREACHABLE, NOT_TLS, PROXY -> false;
        };
    }

    private Outcome attempt(ClientOffer offer) {
        progress.accept("offering " + offer.inWords());
        try {
            ProbeHandshake handshake = exchange.handshake(offer);
            attempts.add(new ProbeAttempt(offer.inWords(), Optional.empty()));
            return new Outcome(Optional.of(handshake), Optional.empty());
        } catch (ProbeException e) {
            attempts.add(new ProbeAttempt(offer.inWords(), Optional.of(e.failure())));
            return new Outcome(Optional.empty(), Optional.of(e));
        }
    }

    private Fetched fetched(Optional<ProbeHandshake> handshake) {
        if (handshake.isEmpty()) {
            return new Fetched(Optional.empty(), Optional.of("There was no handshake, so no GET was sent"));
        }
        progress.accept("sending the GET");
        int version = handshake.get().version();
        ClientOffer offer = new ClientOffer(List.of(version), version >= ClientOffer.TLS_1_3 ? ClientOffer.READABLE_1_3
                : ClientOffer.COMPLETABLE_SUITES,
                handshake.get().serverName());
        try {
            return new Fetched(Optional.of(WebRequest.read(exchange.ask(offer, WebRequest.get(request.target()), WebRequest.LIMIT))),
                    Optional.empty());
        } catch (ProbeException e) {
            return new Fetched(Optional.empty(), Optional.of(handshake.get().certificateRequest().isPresent()
                    ? e.getMessage() + "; it had asked for a client certificate, and this client has none" : e.getMessage()));
        }
    }
}
