package org.traceweave.cases.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.traceweave.json.DamageForm;
import org.traceweave.json.JsonForm;
import org.traceweave.json.JsonFormatException;
import org.traceweave.json.JsonObject;
import org.traceweave.json.JsonOut;
import org.traceweave.model.Damage;
import org.traceweave.model.Gap;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.RecordDraft;

/**
 * What was counted while a source, or one part of it, was read: records, hosts, times, damage, signs of what is missing. Its lists are
 * bounded, its counts exact. Parts are appended in the order of the source. Not safe for use by several threads.
 */
public final class SourceTally {

    private static final int MOST_HOSTS = 1000;
    private static final int MOST_STREAMS = 64;
    private static final int MOST_DAMAGE = 200;
    private static final int MOST_GAPS = 200;

    private long records;
    private long recovered;
    private long duplicates;
    private long first = UtcTime.UNKNOWN;
    private long last = UtcTime.UNKNOWN;
    private boolean events;
    private final Set<String> hosts = new LinkedHashSet<>();
    private final Set<LogStream> streams = new LinkedHashSet<>();
    private final Set<Integer> originals = new TreeSet<>();
    private final List<Damage> damage = new ArrayList<>();
    private long damageCount;
    private SequenceRuns sequence = new SequenceRuns();
    private SequenceRuns recoveredSequence = new SequenceRuns();
    private Silences silences = new Silences();
    private Throttling throttling = new Throttling();
    private TraceSequences traceSequences = new TraceSequences();
    private @Nullable String lastHost;
    private @Nullable String lastChannel;

    /** Counts a record that stands in the source, whether or not it is a duplicate. */
    void see(RecordDraft draft) {
        String channel = null;
        if (draft.kind() == RecordKind.WINDOWS_EVENT) {
            events = true;
            channel = event(draft);
        }
        String host = draft.host();
        // readers hand the same host over and over
        if (host != lastHost || channel != lastChannel) {
            stream(host, channel);
        }
        if (draft.isRecovered()) {
            if (draft.sequence() >= 0) {
                recoveredSequence.see(draft.sequence(), draft.time());
            }
            return;
        }
        records++;
        if (draft.time() != UtcTime.UNKNOWN) {
            first = first == UtcTime.UNKNOWN ? draft.time() : Math.min(first, draft.time());
            last = Math.max(last, draft.time());
            if (!events) {
                silences.see(draft.time());
            }
        }
        if (!events) {
            traceSequences.see(draft);
        } else if (draft.sequence() >= 0) {
            sequence.see(draft.sequence(), draft.time());
        }
    }

    private @Nullable String event(RecordDraft draft) {
        String channel = null;
        for (int i = 0; i < draft.fieldCount(); i++) {
            RecordField field = draft.field(i);
            if (field.equals(RecordField.CHANNEL)) {
                channel = draft.keyword(i);
            } else if (field.equals(RecordField.EVENT_ID) && draft.number(i) == Throttling.EVENT) {
                throttling.see(draft.time(), new String(draft.text(), draft.textStart(), draft.textLength(),
                        java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return channel;
    }

    private void stream(@Nullable String host, @Nullable String channel) {
        lastHost = host;
        lastChannel = channel;
        if (host != null && hosts.size() < MOST_HOSTS) {
            hosts.add(host);
        }
        if (streams.size() < MOST_STREAMS) {
            streams.add(LogStream.of(host, channel));
        }
    }

    void recovered() {
        recovered++;
    }

    /** Counts a duplicate of a record that stands in source {@code original}. */
    void duplicate(int original) {
        duplicates++;
        originals.add(original);
    }

    void damage(Damage found) {
        damageCount++;
        if (damage.size() < MOST_DAMAGE) {
            damage.add(found);
        }
    }

    /** Adds what was counted in the part that follows. */
    void append(SourceTally part) {
        records += part.records;
        recovered += part.recovered;
        duplicates += part.duplicates;
        events |= part.events;
        if (part.first != UtcTime.UNKNOWN) {
            first = first == UtcTime.UNKNOWN ? part.first : Math.min(first, part.first);
            last = Math.max(last, part.last);
        }
        part.hosts.stream().limit(MOST_HOSTS - hosts.size()).forEach(hosts::add);
        part.streams.stream().limit(MOST_STREAMS - streams.size()).forEach(streams::add);
        originals.addAll(part.originals);
        damageCount += part.damageCount;
        part.damage.stream().limit(MOST_DAMAGE - damage.size()).forEach(damage::add);
        sequence.merge(part.sequence);
        recoveredSequence.merge(part.recoveredSequence);
        silences.append(part.silences);
        throttling.merge(part.throttling);
        traceSequences.merge(part.traceSequences);
    }

    public long records() {
        return records;
    }

    public long recoveredRecords() {
        return recovered;
    }

    public long duplicates() {
        return duplicates;
    }

    public long first() {
        return first;
    }

    public long last() {
        return last;
    }

    public List<String> hosts() {
        return hosts.stream().sorted().toList();
    }

    /** Whether records of the other could be records of this one too, as far as hosts and channels tell. */
    boolean sharesStream(SourceTally other) {
        if (streams.size() >= MOST_STREAMS || other.streams.size() >= MOST_STREAMS) {
            return true;
        }
        return streams.stream().anyMatch(other.streams::contains);
    }

    boolean hasStream(LogStream stream) {
        return streams.size() >= MOST_STREAMS || streams.contains(stream);
    }

    /** Numbers of the sources that hold the records this one's duplicates repeat. */
    Set<Integer> originals() {
        return originals;
    }

    boolean isDamaged() {
        return damageCount > 0;
    }

    public List<Damage> damage() {
        return damage.stream().sorted(Comparator.comparingLong(Damage::offset)).toList();
    }

    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>(sequence.gaps(recoveredSequence));
        gaps.addAll(throttling.gaps(last));
        if (!events) {
            gaps.addAll(silences.gaps(records, first, last));
            gaps.addAll(traceSequences.gaps());
        }
        return gaps.size() > MOST_GAPS ? List.copyOf(gaps.subList(0, MOST_GAPS)) : gaps;
    }

    /** A tally in the case's own files. */
    static final class Form implements JsonForm<SourceTally> {

        static final Form FORM = new Form();

        @Override
        public void write(SourceTally value, JsonOut out) throws IOException {
            out.number("records", value.records);
            out.number("recovered", value.recovered);
            out.number("duplicates", value.duplicates);
            out.time("first", value.first);
            out.time("last", value.last);
            out.flag("events", value.events);
            out.texts("hosts", List.copyOf(value.hosts));
            out.objects("streams", List.copyOf(value.streams), LogStream.Form.FORM);
            out.numbers("originals", value.originals.stream().map(Integer::longValue).toList());
            out.objects("damage", value.damage, DamageForm.FORM);
            out.number("damageCount", value.damageCount);
            out.numbers("sequence", value.sequence.numbers());
            out.numbers("recoveredSequence", value.recoveredSequence.numbers());
            out.numbers("silences", value.silences.numbers());
            out.objects("throttling", value.throttling.changes(), ChangeForm.FORM);
            out.objects("traceSequences", value.traceSequences.kept(), TraceSequences.Kept.FORM);
        }

        @Override
        public SourceTally read(JsonObject in) throws JsonFormatException {
            SourceTally tally = new SourceTally();
            tally.records = in.number("records");
            tally.recovered = in.number("recovered");
            tally.duplicates = in.number("duplicates");
            tally.first = in.time("first");
            tally.last = in.time("last");
            tally.events = in.flag("events");
            tally.hosts.addAll(in.texts("hosts"));
            tally.streams.addAll(in.objects("streams", LogStream.Form.FORM));
            in.numbers("originals").forEach(number -> tally.originals.add(number.intValue()));
            tally.damage.addAll(in.objects("damage", DamageForm.FORM));
            tally.damageCount = in.number("damageCount");
            tally.sequence = SequenceRuns.of(in.numbers("sequence"));
            tally.recoveredSequence = SequenceRuns.of(in.numbers("recoveredSequence"));
            tally.silences = Silences.of(in.numbers("silences"));
            tally.throttling = Throttling.of(in.objects("throttling", ChangeForm.FORM));
            tally.traceSequences = TraceSequences.of(in.objects("traceSequences", TraceSequences.Kept.FORM));
            return tally;
        }
    }

    private static final class ChangeForm implements JsonForm<Throttling.Change> {

        static final ChangeForm FORM = new ChangeForm();

        @Override
        public void write(Throttling.Change value, JsonOut out) throws IOException {
            out.time("time", value.time());
            out.text("component", value.component());
            out.flag("lowered", value.lowered());
        }

        @Override
        public Throttling.Change read(JsonObject in) throws JsonFormatException {
            return new Throttling.Change(in.time("time"), in.text("component"), in.flag("lowered"));
        }
    }
}
