package org.traceweave.analysis.internal.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.traceweave.model.SignInKind;

/**
 * Cuts the exchanges of one endpoint into attempts. A registration stands from its 200 until it is ended, or one more period after it
 * expired: a client that was late with its refresh goes on in the same Call-ID, one that starts anew takes another. What the same
 * Call-ID says while it stands is a refresh, or a re-authentication where it is challenged.
 */
final class EndpointHistory {

    private final List<Attempt> attempts = new ArrayList<>();
    private String standingCallId = "";
    private long standingUntil = Long.MIN_VALUE;

    static List<Attempt> attempts(List<Exchange> exchanges) {
        EndpointHistory history = new EndpointHistory();
        exchanges.forEach(history::take);
        return history.attempts;
    }

    private void take(Exchange exchange) {
        SignInKind kind = kindOf(exchange);
        if (!attempts.isEmpty() && continues(attempts.getLast(), exchange, kind)) {
            attempts.getLast().add(exchange);
        } else {
            attempts.add(new Attempt(kind, exchange));
        }
        if (exchange.isSuccess()) {
            note(exchange);
        }
    }

    private void note(Exchange exchange) {
        if (attempts.getLast().kind() == SignInKind.SIGN_OUT) {
            standingCallId = "";
            standingUntil = Long.MIN_VALUE;
            return;
        }
        int seconds = exchange.answer().map(RegisterMessage::expires).filter(OptionalInt::isPresent)
                .or(() -> exchange.request().map(RegisterMessage::expires)).orElse(OptionalInt.empty()).orElse(0);
        standingCallId = exchange.callId();
        standingUntil = exchange.end() + 2 * (seconds > 0 ? seconds * 1_000_000_000L : ReconstructionRules.DEFAULT_EXPIRY);
    }

    private SignInKind kindOf(Exchange exchange) {
        if (exchange.isSignOut()) {
            return SignInKind.SIGN_OUT;
        }
        boolean standing = exchange.callId().equals(standingCallId) && exchange.start() < standingUntil;
        return standing ? SignInKind.REFRESH : SignInKind.SIGN_IN;
    }

    private static boolean continues(Attempt attempt, Exchange exchange, SignInKind kind) {
        boolean same = attempt.kind() == kind || attempt.kind() == SignInKind.RE_AUTHENTICATION && kind == SignInKind.REFRESH;
        if (!same || attempt.isFinal()) {
            return false;
        }
        long pause = exchange.start() - attempt.last().end();
        if (attempt.hasCallId(exchange.callId())) {
            return pause <= ReconstructionRules.RETRY_WITHIN;
        }
        return kind == SignInKind.SIGN_IN && pause <= ReconstructionRules.RETRY_WITHIN
                && exchange.start() - attempt.start() <= ReconstructionRules.ATTEMPT_AT_MOST;
    }
}
