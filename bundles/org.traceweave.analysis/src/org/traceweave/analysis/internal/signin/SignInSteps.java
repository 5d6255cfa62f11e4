package org.traceweave.analysis.internal.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.traceweave.analysis.internal.signin.RegisterMessage.Token;
import org.traceweave.model.Phase;
import org.traceweave.model.Scheme;
import org.traceweave.model.SignInKind;
import org.traceweave.model.SignInStep;

/** Tells the exchanges of an attempt as steps: what each request began, and what came of it. */
final class SignInSteps {

    private final SignInKind kind;
    private final List<Exchange> exchanges;
    private final List<SignInStep> steps = new ArrayList<>();
    /** A first request that is signed already goes on with what an earlier sign-in had agreed on. */
    private final boolean saved;

    private SignInSteps(SignInKind kind, List<Exchange> exchanges) {
        this.kind = kind;
        this.exchanges = exchanges;
        saved = kind == SignInKind.SIGN_IN && exchanges.getFirst().token() == Token.SIGNED;
    }

    static List<SignInStep> of(SignInKind kind, List<Exchange> exchanges) {
        SignInSteps told = new SignInSteps(kind, exchanges);
        for (int index = 0; index < exchanges.size(); index++) {
            told.tell(exchanges.get(index), exchanges.subList(0, index + 1));
        }
        return told.steps;
    }

    private void tell(Exchange exchange, List<Exchange> soFar) {
        exchange.request().ifPresent(request -> requestStep(request, soFar));
        exchange.answer().ifPresent(answer -> steps.add(answerStep(exchange, answer, soFar)));
        boolean brokenOff = exchange.first().tls().alert().isPresent();
        if (exchange.answer().isEmpty() && !brokenOff) {
            steps.add(new SignInStep(begun(exchange.first(), soFar), exchange.first().time(), "no answer", exchange.first().evidence()));
        }
    }

    private void requestStep(RegisterMessage request, List<Exchange> soFar) {
        TlsFacts tls = request.tls();
        if (tls.alert().isPresent()) {
            add(TlsDskProgress.phase(soFar), request, "client sent " + tls.alert().get().words());
        } else if (tls.certificateMessage()) {
            add(Phase.CLIENT_CERTIFICATE, request, clientCertificate(tls));
        } else if (tls.finished() && hidden(soFar)) {
            add(Phase.CLIENT_CERTIFICATE, request, "client answered; TLS 1.3 encrypts whether with a certificate");
        } else if (request.tokenWords().isPresent() && request.token() == Token.FURTHER) {
            add(Phase.CREDENTIALS, request, "client sent: " + request.tokenWords().get());
        }
    }

    private static String clientCertificate(TlsFacts tls) {
        if (tls.certificates().isEmpty()) {
            return tls.cut().isPresent() ? "client began to send its certificate" : "client sent no certificate: its list is empty (L46)";
        }
        return "client sent its certificate" + (tls.certificates().size() > 1 ? ", chain of " + tls.certificates().size() : "");
    }

    private static boolean hidden(List<Exchange> soFar) {
        return soFar.stream().flatMap(exchange -> exchange.answer().stream()).anyMatch(answer -> answer.tls().hidesCertificates());
    }

    private void add(Phase phase, RegisterMessage message, String result) {
        steps.add(new SignInStep(phase, message.time(), result, message.evidence()));
    }

    /** What the server's flight was: its certificate in clear, or why there is none to be seen. */
    private static String presented(TlsFacts tls) {
        if (tls.hidesCertificates()) {
            return "server answered the handshake; TLS 1.3 encrypts its certificate";
        }
        if (tls.certificateMessage() || !tls.serverHello()) {
            return tls.certificates().isEmpty() ? tls.cut().isPresent() ? "server began to present its certificate" : "server presented no certificate"
                    : "server presented its certificate";
        }
        return tls.finished() ? "server went on with an earlier TLS session, without a certificate" : "server answered the handshake";
    }

    /** Version, cipher suite, length of the chain, and whose certificates the server takes. */
    private static String handshake(TlsFacts tls) {
        StringBuilder words = new StringBuilder();
        tls.version().ifPresent(version -> words.append(", ").append(version));
        tls.cipherSuite().ifPresent(suite -> words.append(", ").append(suite));
        if (!tls.certificates().isEmpty()) {
            words.append(", chain of ").append(tls.certificates().size());
        }
        if (tls.asksForCertificate()) {
            words.append(", asks for a certificate of ").append(tls.authorities().isEmpty() ? "any issuer" : tls.authorities().getFirst());
            if (tls.authorities().size() > 1) {
                words.append(" or ").append(tls.authorities().size() - 1).append(" more");
            }
        }
        return words.toString();
    }

    private static Phase begun(RegisterMessage request, List<Exchange> soFar) {
        return switch (request.token()) {
            case NONE -> Phase.CONNECT;
            case FIRST, FURTHER -> request.scheme() == Scheme.TLS_DSK ? TlsDskProgress.phase(soFar) : Phase.CREDENTIALS;
            case SIGNED -> Phase.REGISTERED;
        };
    }

    private SignInStep answerStep(Exchange exchange, RegisterMessage answer, List<Exchange> soFar) {
        Optional<String> reason = answer.reason().map(text -> answer.status() + " " + text);
        if (exchange.isSuccess()) {
            boolean unchallenged = saved && soFar.stream().noneMatch(Exchange::isChallenge);
            return step(Phase.REGISTERED, answer, answer.status() + done() + (unchallenged ? ", with saved credentials" : ""));
        }
        if (answer.status() >= 300 && answer.status() < 400) {
            return step(Phase.REDIRECT, answer, answer.status() + " sent to the home server");
        }
        if (!exchange.isChallenge()) {
            return step(exchange.token() == Token.NONE ? Phase.OFFER : Phase.REGISTERED, answer, reason.orElse(answer.status() + " refused"));
        }
        return challengeStep(exchange, answer, reason, soFar);
    }

    private String done() {
        return switch (kind) {
            case SIGN_OUT -> " signed out";
            case REFRESH -> " refreshed";
            case SIGN_IN, RE_AUTHENTICATION -> " registered";
        };
    }

    private SignInStep challengeStep(Exchange exchange, RegisterMessage answer, Optional<String> reason, List<Exchange> soFar) {
        TlsFacts tls = answer.tls();
        if (tls.serverHello() || tls.certificateMessage()) {
            return step(Phase.SERVER_CERTIFICATE, answer, presented(tls) + handshake(tls));
        }
        if (tls.alert().isPresent()) {
            // what the client offered matters where the server takes no version or suite of it
            Optional<String> offered = exchange.request().map(RegisterMessage::tls).filter(TlsFacts::clientHello).flatMap(TlsFacts::version);
            return step(TlsDskProgress.phase(soFar), answer, "server sent " + tls.alert().get().words()
                    + offered.map(version -> "; the client offered " + version + " at most").orElse(""));
        }
        if (exchange.token() == Token.NONE || answer.tls().isEmpty() && !answer.offers().isEmpty()) {
            return step(exchange.token() == Token.NONE ? Phase.OFFER : begun(exchange.request().orElse(exchange.first()), soFar), answer,
                    reason.orElseGet(() -> offers(exchange, answer)));
        }
        Phase phase = begun(exchange.request().orElse(exchange.first()), soFar);
        String ordinary = phase == Phase.CREDENTIALS ? answer.tokenWords().map(words -> "challenged: " + words).orElse("challenged")
                : tls.finished() ? "handshake finished" : "handshake goes on";
        return step(phase, answer, reason.orElse(ordinary));
    }

    private String offers(Exchange exchange, RegisterMessage answer) {
        String schemes = answer.offers().stream().map(scheme -> scheme.word().toUpperCase(Locale.ROOT)).collect(Collectors.joining(", "));
        if (exchange.token() == Token.NONE) {
            return "offered " + (schemes.isEmpty() ? "nothing" : schemes);
        }
        return exchange == exchanges.getFirst() && saved ? "saved credentials are no longer taken, offered " + schemes : "new offers";
    }

    private static SignInStep step(Phase phase, RegisterMessage message, String result) {
        return new SignInStep(phase, message.time(), result, message.evidence());
    }
}
