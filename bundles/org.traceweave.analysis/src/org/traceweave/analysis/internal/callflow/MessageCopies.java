package org.traceweave.analysis.internal.callflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.traceweave.model.UtcTime;

/**
 * All that was logged of one SIP message: by the sender, by the receiver, and on every hop between them. What a host logs twice in the same
 * direction with the same peer is another message: it was sent again.
 */
final class MessageCopies {

    /** The same Call-ID and CSeq this much later is another message. */
    private static final long SAME = 300 * UtcTime.NANOS_PER_SECOND;

    private final List<LoggedMessage> copies = new ArrayList<>();
    private final int repetition;

    private MessageCopies(int repetition) {
        this.repetition = repetition;
    }

    /** Sorts what was logged, in order of true time, into messages in order of their beginning. */
    static List<MessageCopies> sort(List<LoggedMessage> logged) {
        Map<String, List<MessageCopies>> byIdentity = new LinkedHashMap<>();
        List<MessageCopies> all = new ArrayList<>();
        for (LoggedMessage each : logged) {
            List<MessageCopies> same = byIdentity.computeIfAbsent(each.identity(), absent -> new ArrayList<>(1));
            Optional<MessageCopies> home = same.stream().filter(message -> message.takes(each)).findFirst();
            if (home.isEmpty()) {
                home = Optional.of(new MessageCopies(same.size()));
                same.add(home.get());
                all.add(home.get());
            }
            home.get().copies.add(each);
        }
        return all;
    }

    /** What one host logged twice at one time is one record that the case holds twice; at two times it is a message sent again. */
    private boolean takes(LoggedMessage other) {
        boolean again = copies.stream().anyMatch(copy -> copy.sighting().written() != other.sighting().written()
                && copy.sighting().sent() == other.sighting().sent() && copy.sighting().host().equals(other.sighting().host()) && copy.peer().equals(other.peer()));
        return !again && other.sighting().time() - copies.getFirst().sighting().time() <= SAME;
    }

    List<LoggedMessage> copies() {
        return copies;
    }

    LoggedMessage first() {
        return copies.getFirst();
    }

    boolean isRequest() {
        return first().message().isRequest();
    }

    long sequence() {
        return first().message().cseqNumber().orElse(-1);
    }

    /** Which time this message was sent, from 0. */
    int repetition() {
        return repetition;
    }

    /** The copy that says most: hops may strip tokens and diagnostics. Of equals, the server's. */
    LoggedMessage fullest() {
        return copies.stream().max(Comparator.comparingInt(MessageCopies::weight)).orElseThrow();
    }

    private static int weight(LoggedMessage copy) {
        int diagnostics = copy.message().diagnostics().isEmpty() ? 0 : 1 << 20;
        int tokens = copy.message().challenges().stream().mapToInt(header -> header.gssapiData().map(String::length).orElse(8)).sum()
                + copy.message().authorizations().stream().mapToInt(header -> header.gssapiData().map(String::length).orElse(8)).sum();
        return diagnostics + 2 * tokens + (copy.byClient() ? 0 : 1);
    }

    /** The copies of each hop, in the order in which the message went over them. */
    List<List<LoggedMessage>> ways() {
        Map<String, List<LoggedMessage>> ways = new LinkedHashMap<>();
        Comparator<LoggedMessage> outwards = Comparator.comparingInt(LoggedMessage::ways);
        // each server puts a Via on a request, and takes it off the answer
        copies.stream().sorted(isRequest() ? outwards : outwards.reversed())
                .forEach(copy -> ways.computeIfAbsent(copy.way(), absent -> new ArrayList<>(2)).add(copy));
        return List.copyOf(ways.values());
    }
}
