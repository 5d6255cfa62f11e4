package org.traceweave.analysis.internal.signin;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.traceweave.analysis.internal.signin.RegisterMessage.Token;
import org.traceweave.model.Evidence;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;
import org.traceweave.model.Scheme;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;
import org.traceweave.model.SignInStep;
import org.traceweave.model.SoftwareVersion;

/** The exchanges of one attempt, and what they add up to. */
final class Attempt {

    private final SignInKind kind;
    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<HttpStep> httpSteps = new ArrayList<>();

    Attempt(SignInKind kind, Exchange first) {
        this.kind = kind;
        exchanges.add(first);
    }

    void add(Exchange exchange) {
        exchanges.add(exchange);
    }

    void addHttp(List<HttpStep> steps) {
        httpSteps.addAll(steps);
    }

    SignInKind kind() {
        boolean challenged = exchanges.stream().anyMatch(Exchange::isChallenge);
        return kind == SignInKind.REFRESH && challenged ? SignInKind.RE_AUTHENTICATION : kind;
    }

    Exchange last() {
        return exchanges.getLast();
    }

    List<Exchange> exchanges() {
        return exchanges;
    }

    long start() {
        return exchanges.getFirst().start();
    }

    boolean hasCallId(String callId) {
        return exchanges.stream().anyMatch(exchange -> exchange.callId().equals(callId));
    }

    /** Whether what follows can only be another attempt: registered, or refused for good. */
    boolean isFinal() {
        return last().isSuccess() || last().status() >= 400 && !last().isChallenge();
    }

    /** Whether the client went on after having been sent elsewhere or challenged. */
    boolean isRedirect() {
        return last().status() >= 300 && last().status() < 400;
    }

    Optional<TlsFacts.Alert> alert() {
        return last().messages().stream().map(message -> message.tls().alert()).flatMap(Optional::stream).findFirst();
    }

    /** The phase that was begun and not completed when the last exchange ended. */
    Phase phase() {
        Exchange end = last();
        if (end.isSuccess()) {
            return Phase.REGISTERED;
        }
        if (isRedirect()) {
            return Phase.REDIRECT;
        }
        if (alert().isPresent()) {
            return TlsDskProgress.phase(exchanges);
        }
        if (end.isChallenge()) {
            return challengedPhase(end);
        }
        if (end.status() >= 400) {
            return end.token() == Token.NONE ? Phase.OFFER : Phase.REGISTERED;
        }
        return unansweredPhase(end);
    }

    private Phase challengedPhase(Exchange exchange) {
        if (exchange.answer().map(RegisterMessage::tls).orElse(TlsFacts.NONE).serverHello()) {
            return Phase.SERVER_CERTIFICATE;
        }
        if (exchange.token() == Token.SIGNED && exchanges.stream().allMatch(each -> each.token() == Token.SIGNED || each.token() == Token.NONE)) {
            // what had been agreed on before is no longer good: the sign-in begins anew
            return Phase.OFFER;
        }
        return switch (exchange.request().map(RegisterMessage::scheme).orElse(Scheme.NONE)) {
            case TLS_DSK -> TlsDskProgress.phase(exchanges);
            case NTLM, KERBEROS -> Phase.CREDENTIALS;
            case NONE -> Phase.OFFER;
        };
    }

    private Phase unansweredPhase(Exchange exchange) {
        RegisterMessage request = exchange.request().orElse(exchange.first());
        return switch (request.token()) {
            case NONE -> Phase.CONNECT;
            case SIGNED -> Phase.REGISTERED;
            case FIRST, FURTHER -> request.scheme() == Scheme.TLS_DSK ? TlsDskProgress.phase(exchanges) : Phase.CREDENTIALS;
        };
    }

    /** @param traceEnd true time of the last record of the case, after which nothing can be known */
    Outcome outcome(long traceEnd) {
        Exchange end = last();
        if (end.isSuccess()) {
            return Outcome.SUCCEEDED;
        }
        if (alert().isPresent() || end.status() >= 400 && !end.isChallenge()) {
            return Outcome.FAILED;
        }
        if (end.isChallenge() && end.answer().map(RegisterMessage::diagnosticId).orElse(OptionalInt.empty()).isPresent()) {
            return Outcome.FAILED;
        }
        boolean cut = traceEnd - end.end() < ReconstructionRules.GIVEN_UP;
        if (cut) {
            return Outcome.OPEN;
        }
        return end.status() == 0 ? Outcome.TIMED_OUT : Outcome.ABANDONED;
    }

    /** The words of whoever ended it; where there are none, what SIP's timers say. */
    private Optional<String> reason(Outcome outcome) {
        if (outcome == Outcome.SUCCEEDED) {
            return Optional.empty();
        }
        Optional<String> stated = alert().map(TlsFacts.Alert::words).or(() -> last().answer().flatMap(RegisterMessage::reason))
                .or(() -> last().request().flatMap(RegisterMessage::reason));
        return stated.or(() -> switch (outcome) {
            case TIMED_OUT -> Optional.of("no answer within 32 s (SIP timer F)");
            case ABANDONED -> Optional.of(isRedirect() ? "the client did not follow the redirect within 32 s" : "the client did not go on within 32 s (SIP timer F)");
            default -> Optional.empty();
        });
    }

    /** The scheme used last, whether it led anywhere or not. */
    private Scheme scheme() {
        for (int index = exchanges.size() - 1; index >= 0; index--) {
            Scheme scheme = exchanges.get(index).request().map(RegisterMessage::scheme).orElse(Scheme.NONE);
            if (scheme != Scheme.NONE) {
                return scheme;
            }
        }
        return Scheme.NONE;
    }

    SignIn toSignIn(long traceEnd, List<SoftwareVersion> versions) {
        Outcome outcome = outcome(traceEnd);
        RegisterMessage opening = exchanges.getFirst().firstOnServer();
        List<SignInStep> steps = new ArrayList<>(httpSteps.stream().map(HttpStep::step).toList());
        steps.addAll(SignInSteps.of(kind(), exchanges));
        long start = httpSteps.isEmpty() ? opening.time() : Math.min(opening.time(), httpSteps.getFirst().start());
        // in the opening host's clock, so that the two can be compared where the hosts of one attempt disagree
        long end = Math.max(start, opening.time() + last().closing().trueTime() - opening.trueTime());
        return new SignIn(SignInId.of(opening.evidence()), kind(), opening.user(), firstOf(RegisterMessage::endpointId),
                exchanges.stream().map(Exchange::callId).distinct().toList(), firstOf(RegisterMessage::device),
                firstOf(RegisterMessage::clientAddress), hosts(), scheme(), start, end, outcome, phase(),
                (int) exchanges.stream().filter(Exchange::isChallenge).count(),
                lastStatus(),
                last().answer().map(RegisterMessage::diagnosticId).orElse(OptionalInt.empty()), reason(outcome),
                last().answer().flatMap(RegisterMessage::hresult), certificates(), steps, messages(), List.of(), versions);
    }

    private OptionalInt lastStatus() {
        for (int index = exchanges.size() - 1; index >= 0; index--) {
            if (exchanges.get(index).status() != 0) {
                return OptionalInt.of(exchanges.get(index).status());
            }
        }
        return OptionalInt.empty();
    }

    private Optional<String> firstOf(Function<RegisterMessage, Optional<String>> property) {
        return exchanges.stream().flatMap(exchange -> exchange.messages().stream()).map(property).flatMap(Optional::stream).findFirst();
    }

    private List<String> hosts() {
        Set<String> hosts = new LinkedHashSet<>();
        exchanges.forEach(exchange -> exchange.messages().stream().filter(message -> !message.fromClientLog())
                .forEach(message -> message.host().ifPresent(hosts::add)));
        return List.copyOf(hosts);
    }

    private List<String> certificates() {
        Set<String> thumbprints = new LinkedHashSet<>();
        exchanges.forEach(exchange -> exchange.messages().forEach(message -> thumbprints.addAll(message.tls().certificates())));
        return List.copyOf(thumbprints);
    }

    private List<Evidence> messages() {
        List<Evidence> evidence = new ArrayList<>(httpSteps.stream().flatMap(step -> step.messages().stream()).toList());
        exchanges.forEach(exchange -> exchange.messages().forEach(message -> evidence.add(message.evidence())));
        return evidence;
    }
}
