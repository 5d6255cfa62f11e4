package org.traceweave.analysis.internal.signin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * One REGISTER request and its final answer: all that hops and both sides' logs recorded of it, as one. Either of the two may be
 * missing from the logs.
 */
final class Exchange {

    /** A request of the same Call-ID and CSeq this much later is another one, not a hop or a retransmission. */
    private static final long SAME_REQUEST_NANOS = 300_000_000_000L;

    private final List<RegisterMessage> messages = new ArrayList<>();
    private RegisterMessage first;
    private Optional<RegisterMessage> request = Optional.empty();
    private Optional<RegisterMessage> answer = Optional.empty();

    private Exchange(RegisterMessage first) {
        this.first = first;
    }

    /** Joins one endpoint's messages, in order of true time, to exchanges in order of their beginning. */
    static List<Exchange> join(List<RegisterMessage> messages) {
        record Key(String callId, int cseq) {
        }
        List<Exchange> exchanges = new ArrayList<>();
        Map<Key, Exchange> running = new LinkedHashMap<>();
        for (RegisterMessage message : messages) {
            Key key = new Key(message.callId(), message.cseq());
            Exchange exchange = running.get(key);
            if (exchange == null || message.trueTime() - exchange.first.trueTime() > SAME_REQUEST_NANOS) {
                exchange = new Exchange(message);
                running.put(key, exchange);
                exchanges.add(exchange);
            }
            exchange.add(message);
        }
        exchanges.sort(Comparator.comparingLong(Exchange::start));
        HandshakeFragments.join(exchanges);
        return exchanges;
    }

    private void add(RegisterMessage message) {
        messages.add(message);
        if (message.isRequest()) {
            if (request.isEmpty()) {
                request = Optional.of(message);
            }
        } else if (message.status() >= 200 && (answer.isEmpty() || prefers(message, answer.get()))) {
            answer = Optional.of(message);
        }
    }

    /** Lets all copies of the request, or of the answers, say what was read of their token together with others. */
    void replace(boolean ofRequest, TokenReading reading) {
        UnaryOperator<RegisterMessage> told = message -> message.isRequest() == ofRequest && !message.tls().isEmpty() ? message.with(reading) : message;
        messages.replaceAll(told);
        first = told.apply(first);
        request = request.map(told);
        answer = answer.map(told);
    }

    /** Among the hops of one answer the one that says most is kept: a body of challenge or diagnostics may be stripped on the way. */
    private static boolean prefers(RegisterMessage candidate, RegisterMessage kept) {
        return candidate.status() == kept.status() && kept.diagnosticId().isEmpty() && candidate.diagnosticId().isPresent();
    }

    String callId() {
        return first.callId();
    }

    long start() {
        return first.trueTime();
    }

    /** True time of the final answer, or of the last message logged where there is none. */
    long end() {
        return answer.map(RegisterMessage::trueTime).orElseGet(() -> messages.getLast().trueTime());
    }

    RegisterMessage first() {
        return first;
    }

    /** The first message that a server logged, or the first of all where only the client did: the clock to tell times by. */
    RegisterMessage firstOnServer() {
        return messages.stream().filter(message -> !message.fromClientLog()).findFirst().orElse(first);
    }

    /** The message that ended the exchange: the final answer, else the request's last sighting, as a server logged it if one did. */
    RegisterMessage closing() {
        int status = status();
        List<RegisterMessage> ending = messages.stream().filter(message -> message.status() == status).toList();
        return ending.stream().filter(message -> !message.fromClientLog()).findFirst().orElseGet(ending::getLast);
    }

    Optional<RegisterMessage> request() {
        return request;
    }

    Optional<RegisterMessage> answer() {
        return answer;
    }

    List<RegisterMessage> messages() {
        return messages;
    }

    /** The final status, or 0 while there is no final answer. */
    int status() {
        return answer.map(RegisterMessage::status).orElse(0);
    }

    boolean isChallenge() {
        return status() == 401 || status() == 407;
    }

    boolean isSuccess() {
        return status() >= 200 && status() < 300;
    }

    boolean isSignOut() {
        OptionalInt expires = request.map(RegisterMessage::expires).orElse(OptionalInt.empty());
        return expires.isPresent() && expires.getAsInt() == 0;
    }

    RegisterMessage.Token token() {
        return request.map(RegisterMessage::token).orElse(RegisterMessage.Token.NONE);
    }
}
