package org.traceweave.analysis.internal.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.traceweave.model.Phase;
import org.traceweave.model.Scheme;
import org.traceweave.model.SignInStep;

/** Tells the exchanges of an attempt as steps: what each request began, and what came of it. */
final class SignInSteps {

    private SignInSteps() {
    }

    static List<SignInStep> of(List<Exchange> exchanges) {
        List<SignInStep> steps = new ArrayList<>();
        // a first request that is signed already goes on with what an earlier sign-in had agreed on
        boolean saved = exchanges.getFirst().token() == RegisterMessage.Token.SIGNED && exchanges.stream().noneMatch(Exchange::isChallenge);
        for (Exchange exchange : exchanges) {
            exchange.request().ifPresent(request -> requestStep(request, steps));
            exchange.answer().ifPresent(answer -> steps.add(answerStep(exchange, answer, saved)));
            boolean brokenOff = exchange.first().tls().alert().isPresent();
            if (exchange.answer().isEmpty() && !brokenOff) {
                steps.add(new SignInStep(begun(exchange.first()), exchange.first().time(), "no answer", exchange.first().evidence()));
            }
        }
        return steps;
    }

    private static void requestStep(RegisterMessage request, List<SignInStep> steps) {
        TlsFacts tls = request.tls();
        if (tls.alert().isPresent()) {
            TlsFacts.Alert alert = tls.alert().get();
            steps.add(new SignInStep(Phase.SERVER_CERTIFICATE, request.time(),
                    "client sent TLS alert " + alert.number() + " " + alert.name(), request.evidence()));
        } else if (tls.certificateMessage()) {
            String result = tls.certificates().isEmpty() ? "client has no certificate" : "client sent its certificate";
            steps.add(new SignInStep(Phase.CLIENT_CERTIFICATE, request.time(), result, request.evidence()));
        } else if (request.tokenWords().isPresent() && request.token() == RegisterMessage.Token.FURTHER) {
            steps.add(new SignInStep(Phase.CREDENTIALS, request.time(), "client sent: " + request.tokenWords().get(), request.evidence()));
        }
    }

    /** Version, cipher suite, length of the chain, and whose certificates the server takes. */
    private static String handshake(TlsFacts tls) {
        StringBuilder words = new StringBuilder();
        tls.version().ifPresent(version -> words.append(", ").append(version));
        tls.cipherSuite().ifPresent(suite -> words.append(", ").append(suite));
        if (!tls.certificates().isEmpty()) {
            words.append(", chain of ").append(tls.certificates().size());
        }
        if (!tls.authorities().isEmpty()) {
            words.append(", asks for a certificate of ").append(tls.authorities().getFirst());
            if (tls.authorities().size() > 1) {
                words.append(" or ").append(tls.authorities().size() - 1).append(" more");
            }
        }
        return words.toString();
    }

    private static Phase begun(RegisterMessage request) {
        return switch (request.token()) {
            case NONE -> Phase.CONNECT;
            case FIRST, FURTHER -> request.scheme() == Scheme.TLS_DSK
                    ? request.token() == RegisterMessage.Token.FIRST ? Phase.SERVER_CERTIFICATE : Phase.CLIENT_CERTIFICATE
                    : Phase.CREDENTIALS;
            case SIGNED -> Phase.REGISTERED;
        };
    }

    private static SignInStep answerStep(Exchange exchange, RegisterMessage answer, boolean saved) {
        Optional<String> reason = answer.reason().map(text -> answer.status() + " " + text);
        if (exchange.isSuccess()) {
            return new SignInStep(Phase.REGISTERED, answer.time(), answer.status() + " registered" + (saved ? ", with saved credentials" : ""), answer.evidence());
        }
        if (answer.status() >= 300 && answer.status() < 400) {
            return new SignInStep(Phase.REDIRECT, answer.time(), answer.status() + " sent to the home server", answer.evidence());
        }
        if (!exchange.isChallenge()) {
            Phase phase = exchange.token() == RegisterMessage.Token.NONE ? Phase.OFFER : Phase.REGISTERED;
            return new SignInStep(phase, answer.time(), reason.orElse(answer.status() + " refused"), answer.evidence());
        }
        return challengeStep(exchange, answer, reason);
    }

    private static SignInStep challengeStep(Exchange exchange, RegisterMessage answer, Optional<String> reason) {
        TlsFacts tls = answer.tls();
        if (tls.serverHello() || tls.certificateMessage()) {
            return new SignInStep(Phase.SERVER_CERTIFICATE, answer.time(), "server presented its certificate" + handshake(tls), answer.evidence());
        }
        if (tls.alert().isPresent()) {
            TlsFacts.Alert alert = tls.alert().get();
            return new SignInStep(Phase.CLIENT_CERTIFICATE, answer.time(), "server sent TLS alert " + alert.number() + " " + alert.name(),
                    answer.evidence());
        }
        if (exchange.token() == RegisterMessage.Token.NONE) {
            String offers = answer.offers().stream().map(scheme -> scheme.word().toUpperCase(Locale.ROOT)).collect(Collectors.joining(", "));
            return new SignInStep(Phase.OFFER, answer.time(), reason.orElse("offered " + (offers.isEmpty() ? "nothing" : offers)),
                    answer.evidence());
        }
        Phase phase = begun(exchange.request().orElse(exchange.first()));
        String ordinary = phase == Phase.CREDENTIALS ? answer.tokenWords().map(words -> "challenged: " + words).orElse("challenged") : "handshake finished";
        return new SignInStep(phase, answer.time(), reason.orElse(answer.offers().isEmpty() ? ordinary : "new offers"), answer.evidence());
    }
}
