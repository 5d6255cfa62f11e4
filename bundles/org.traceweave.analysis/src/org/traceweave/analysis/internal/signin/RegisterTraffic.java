package org.traceweave.analysis.internal.signin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sorts a case's REGISTER requests, and the answers to them, by endpoint. */
final class RegisterTraffic {

    private final Map<String, List<RegisterMessage>> byEndpoint = new LinkedHashMap<>();
    private final Map<String, String> endpointOfCall = new HashMap<>();

    private RegisterTraffic() {
    }

    /** The messages of each endpoint, in order of true time. @param messages in the order of the index */
    static List<List<RegisterMessage>> byEndpoint(List<RegisterMessage> messages) {
        RegisterTraffic traffic = new RegisterTraffic();
        List<RegisterMessage> waiting = new ArrayList<>();
        messages.forEach(message -> traffic.sort(message, waiting));
        // an answer logged without its request has no epid of its own: it belongs where its Call-ID does
        waiting.forEach(message -> traffic.list(traffic.endpointOfCall.getOrDefault(message.callId(), key(message))).add(message));
        traffic.byEndpoint.values().forEach(each -> each.sort(Comparator.comparingLong(RegisterMessage::trueTime)));
        return List.copyOf(traffic.byEndpoint.values());
    }

    private void sort(RegisterMessage message, List<RegisterMessage> waiting) {
        if (message.endpointId().isEmpty()) {
            waiting.add(message);
            return;
        }
        String key = key(message);
        endpointOfCall.putIfAbsent(message.callId(), key);
        list(key).add(message);
    }

    private static String key(RegisterMessage message) {
        return message.user() + "\n" + message.endpointId().orElse(message.callId());
    }

    private List<RegisterMessage> list(String key) {
        return byEndpoint.computeIfAbsent(key, absent -> new ArrayList<>());
    }
}
