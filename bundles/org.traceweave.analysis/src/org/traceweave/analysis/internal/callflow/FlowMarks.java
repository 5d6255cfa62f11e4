package org.traceweave.analysis.internal.callflow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.traceweave.analysis.FlowMark;
import org.traceweave.analysis.FlowMarkKind;
import org.traceweave.cases.Case;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.IndexedRecord;
import org.traceweave.index.RecordQuery;
import org.traceweave.model.Evidence;
import org.traceweave.model.Phase;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.Related;
import org.traceweave.model.Relation;
import org.traceweave.model.SignIn;
import org.traceweave.model.TimeRange;
import org.traceweave.model.UtcTime;
import org.traceweave.model.WindowsFailure;
import org.traceweave.model.WindowsFailureKind;

/** Puts beside the messages what Windows and the SIP stack reported, and the life of the client's connection. */
final class FlowMarks {

    private static final int MOST_EXPLAINING = 200;
    private static final int MOST_COINCIDENT = 40;
    private static final int MOST_WORDS = 240;
    private static final long BEFORE = 10 * UtcTime.NANOS_PER_SECOND;
    private static final long AFTER = 40 * UtcTime.NANOS_PER_SECOND;
    private static final Pattern TEXT = Pattern.compile("(?m)^Text: *(.+?)\\s*$");
    private static final Pattern CODE = Pattern.compile("(?m)^Result-Code: *(\\S.*?)\\s*$");

    private final Case source;
    private final SignIn signIn;
    private final Participants participants;
    private final Map<String, WindowsFailure> failures = new HashMap<>();
    private int leftOut;

    FlowMarks(Case source, SignIn signIn, Participants participants, List<WindowsFailure> failures) {
        this.source = source;
        this.signIn = signIn;
        this.participants = participants;
        failures.forEach(failure -> this.failures.put(place(failure.evidence()), failure));
    }

    private static String place(Evidence evidence) {
        return evidence.source() + "@" + evidence.offset();
    }

    /** How many records that stand beside the attempt were too many. */
    int leftOut() {
        return leftOut;
    }

    /** What the attempt is related to, what explains it before what only coincides, and of each the likeliest. */
    List<Placed> related() throws IOException {
        List<Placed> marks = new ArrayList<>(likeliest(Relation.EXPLAINS, MOST_EXPLAINING));
        marks.addAll(likeliest(Relation.COINCIDENT, MOST_COINCIDENT));
        return marks;
    }

    private List<Placed> likeliest(Relation relation, int most) throws IOException {
        List<Related> found = signIn.related().stream().filter(related -> related.relation() == relation)
                .sorted(Comparator.comparingDouble(Related::confidence).reversed()).toList();
        leftOut += Math.max(0, found.size() - most);
        List<Placed> marks = new ArrayList<>();
        for (Related related : found.subList(0, Math.min(most, found.size()))) {
            mark(related).ifPresent(marks::add);
        }
        return marks;
    }

    private Optional<Placed> mark(Related related) throws IOException {
        Optional<IndexedRecord> found = source.find(related.evidence());
        if (found.isEmpty() || found.get().time() == UtcTime.UNKNOWN) {
            return Optional.empty();
        }
        IndexedRecord record = found.get();
        String participant = participants.host(record.host().orElse(related.evidence().source()));
        participants.does(participant, Participants.Deed.LOGS_EVENTS);
        WindowsFailure failure = failures.get(place(related.evidence()));
        String words = failure == null ? words(record) : event(failure);
        long time = corrected(record);
        return Optional.of(new Placed(time, new FlowMark("mark|" + place(related.evidence()), participant, FlowMarkKind.of(related.kind()), words,
                record.time(),
                time, related.relation() == Relation.EXPLAINS, OptionalDouble.of(related.confidence()), related.grounds(), signIn.phase(),
                related.evidence())));
    }

    private static String event(WindowsFailure failure) {
        boolean named = failure.kind() == WindowsFailureKind.SCHANNEL || failure.kind() == WindowsFailureKind.CAPI2;
        return (named ? "" : failure.provider() + " ") + failure.eventId() + ": " + failure.meaning()
                + failure.processName().map(process -> " (" + process + ")").orElse("");
    }

    /** A block of the SIP stack in its own words; of another record the first line. */
    private String words(IndexedRecord record) throws IOException {
        String text = source.text(record);
        Matcher stated = TEXT.matcher(text);
        if (!stated.find()) {
            String line = text.strip().lines().findFirst().orElse("");
            return line.length() <= MOST_WORDS ? line : line.substring(0, MOST_WORDS) + "...";
        }
        Matcher code = CODE.matcher(text);
        return stated.group(1) + (code.find() ? " (" + code.group(1) + ")" : "");
    }

    private long corrected(IndexedRecord record) {
        return record.time() - (long) (source.skewSeconds(record) * UtcTime.NANOS_PER_SECOND);
    }

    /** What servers logged of connections from the client's address and port, a little before and after the attempt. */
    List<Placed> connections(IndexSnapshot snapshot) throws IOException {
        Optional<String> address = signIn.clientAddress();
        if (address.isEmpty() || Addresses.bare(address.get()).equals(address.get())) {
            return List.of();
        }
        RecordQuery query = RecordQuery.kind(RecordKind.CONNECTION).and(RecordQuery.keyword(RecordField.PEER, address.get()))
                .within(new TimeRange(signIn.start() - BEFORE, signIn.end() + AFTER));
        List<Placed> marks = new ArrayList<>();
        for (IndexedRecord record : snapshot.after(query, Optional.empty(), MOST_COINCIDENT)) {
            Evidence evidence = source.evidence(record);
            boolean shown = signIn.related().stream().anyMatch(related -> place(related.evidence()).equals(place(evidence)));
            if (!shown && record.host().isPresent()) {
                long time = corrected(record);
                marks.add(new Placed(time, new FlowMark("mark|" + place(evidence), participants.host(record.host().get()), FlowMarkKind.CONNECTION,
                        words(record), record.time(), time, false, OptionalDouble.empty(), List.of(), Phase.CONNECT, evidence)));
            }
        }
        return marks;
    }
}
