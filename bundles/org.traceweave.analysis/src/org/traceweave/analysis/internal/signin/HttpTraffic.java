package org.traceweave.analysis.internal.signin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.traceweave.cases.Case;
import org.traceweave.model.Evidence;
import org.traceweave.model.SignInStep;
import org.traceweave.model.UtcTime;

/**
 * What the web components logged of discovery, web tickets and certificate provisioning: requests joined with their answers by host,
 * correlation id and peer, found by the user or, where none is named, by the client's address.
 */
final class HttpTraffic {

    private static final int FIRST_REFUSAL = 400;

    private final Map<String, List<HttpStep>> byUser = new HashMap<>();
    private final Map<String, TreeMap<Long, List<HttpStep>>> byAddress = new HashMap<>();
    /** Requests whose answers have not been met yet. */
    private final Map<String, HttpMessage> asked = new LinkedHashMap<>();

    private final Case source;

    private HttpTraffic(Case source) {
        this.source = source;
    }

    /** @param messages in the order of the index */
    static HttpTraffic of(Case source, List<HttpMessage> messages) {
        HttpTraffic traffic = new HttpTraffic(source);
        messages.forEach(traffic::take);
        traffic.asked.values().forEach(unanswered -> traffic.add(unanswered, Optional.empty()));
        traffic.asked.clear();
        return traffic;
    }

    private void take(HttpMessage message) {
        String key = message.host().orElse("") + "|" + message.correlation().orElse("") + "|" + message.peer().orElse("");
        if (message.said().isRequest()) {
            HttpMessage before = asked.put(key, message);
            if (before != null) {
                add(before, Optional.empty());
            }
            return;
        }
        HttpMessage request = asked.remove(key);
        if (request != null) {
            add(request, Optional.of(message));
        } else if (message.said().phase().isPresent()) {
            add(message, Optional.of(message));
        }
    }

    private void add(HttpMessage first, Optional<HttpMessage> answerMessage) {
        HttpExchange request = first.said();
        if (request.phase().isEmpty()) {
            return;
        }
        Optional<HttpExchange> answer = answerMessage.map(HttpMessage::said);
        Optional<String> user = request.user().or(() -> answer.flatMap(HttpExchange::user)).or(first::user).or(() -> answerMessage.flatMap(HttpMessage::user));
        Optional<String> address = first.peer().map(HttpTraffic::withoutPort);
        int status = answer.map(HttpExchange::status).orElse(0);
        double skew = first.host().map(source::skewSeconds).orElse(0.0);
        long time = first.time() - (long) (skew * UtcTime.NANOS_PER_SECOND);
        String result = (status == 0 ? "no answer" : status + (status >= FIRST_REFUSAL ? " refused" : " answered"))
                + answer.flatMap(HttpExchange::reason).map(reason -> ": " + reason).orElse("");
        List<Evidence> messages = new ArrayList<>(List.of(first.evidence()));
        answerMessage.map(HttpMessage::evidence).filter(at -> !at.equals(first.evidence())).ifPresent(messages::add);
        SignInStep step = new SignInStep(request.phase().get(), answerMessage.map(HttpMessage::time).orElse(first.time()), "HTTP " + result, messages.getLast());
        HttpStep http = new HttpStep(time, user, address, request.userAgent(), first.host(), status,
                answer.map(HttpExchange::diagnosticId).orElse(OptionalInt.empty()), answer.flatMap(HttpExchange::reason), first.time(), messages, step);
        user.ifPresent(name -> byUser.computeIfAbsent(name, absent -> new ArrayList<>()).add(http));
        address.ifPresent(name -> byAddress.computeIfAbsent(name, absent -> new TreeMap<>())
                .computeIfAbsent(time, absent -> new ArrayList<>(1)).add(http));
    }

    static String withoutPort(String peer) {
        int colon = peer.lastIndexOf(':');
        boolean port = colon > 0 && colon < peer.length() - 1 && peer.substring(colon + 1).chars().allMatch(c -> c >= '0' && c <= '9');
        boolean bareIpv6 = port && peer.indexOf(':') != colon && !peer.startsWith("[");
        return port && !bareIpv6 ? peer.substring(0, colon) : peer;
    }

    /**
     * The steps between two true times of one client: from its address, and of that user and program where they are named, since many
     * clients may share an address.
     */
    List<HttpStep> between(long from, long to, RegisterMessage client) {
        List<HttpStep> steps = client.clientAddress().map(HttpTraffic::withoutPort).map(byAddress::get)
                .map(times -> times.subMap(from, true, to, true).values().stream().flatMap(List::stream).toList()).orElse(List.of());
        return steps.stream().filter(step -> step.user().isEmpty() || step.user().get().equals(client.user()))
                .filter(step -> step.userAgent().isEmpty() || client.device().isEmpty() || step.userAgent().equals(client.device())).toList();
    }

    /**
     * Runs of a user's steps no two of which are further apart than {@code pause}, each in order of time; for those who never came as
     * far as SIP.
     */
    Map<String, List<List<HttpStep>>> runs(long pause) {
        Map<String, List<List<HttpStep>>> runs = new HashMap<>();
        byUser.forEach((user, steps) -> {
            List<List<HttpStep>> ofUser = new ArrayList<>();
            long previous = Long.MIN_VALUE;
            for (HttpStep step : steps.stream().sorted(Comparator.comparingLong(HttpStep::trueTime)).toList()) {
                if (ofUser.isEmpty() || step.trueTime() - previous > pause) {
                    ofUser.add(new ArrayList<>());
                }
                ofUser.getLast().add(step);
                previous = step.trueTime();
            }
            runs.put(user, ofUser);
        });
        return runs;
    }
}
