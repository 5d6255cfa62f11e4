package org.traceweave.cases.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.traceweave.json.JsonForm;
import org.traceweave.json.JsonFormatException;
import org.traceweave.json.JsonObject;
import org.traceweave.json.JsonOut;
import org.traceweave.json.JsonText;
import org.traceweave.model.Source;

/**
 * What a case knows of its sources and clocks. It stands in the data of each commit of the index, so that it always agrees with the
 * records there; {@code case.json} repeats it for people and for rebuilding an index. Safe for use by several threads.
 */
public final class CaseLedger {

    /** The version of what is written. */
    public static final int VERSION = 1;

    private static final String COMMIT_KEY = "case";

    private List<SourceEntry> entries = List.of();
    private Map<String, HostClock> clocks = Map.of();
    private int nextNumber;

    public synchronized List<SourceEntry> entries() {
        return entries;
    }

    public synchronized @Nullable SourceEntry entry(int number) {
        // numbers rise with the order of the list
        int low = 0;
        int high = entries.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = entries.get(middle).number();
            if (found == number) {
                return entries.get(middle);
            }
            if (found < number) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    public synchronized Optional<SourceEntry> named(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    public synchronized int takeNumber() {
        return nextNumber++;
    }

    public synchronized void add(SourceEntry entry) {
        List<SourceEntry> more = new ArrayList<>(entries);
        more.add(entry);
        entries = List.copyOf(more);
    }

    public synchronized void remove(SourceEntry entry) {
        entries = entries.stream().filter(other -> other != entry).toList();
    }

    public synchronized Map<String, HostClock> clocks() {
        return clocks;
    }

    public synchronized void clocks(Map<String, HostClock> measured) {
        clocks = Map.copyOf(measured);
    }

    public List<Source> sources() {
        Map<String, HostClock> known = clocks();
        return entries().stream().map(entry -> entry.source(known)).toList();
    }

    /** What one commit says: the data that goes into it, and the file that follows from it. */
    public record State(Map<String, String> commitData, String caseFile) {
    }

    public synchronized State state() {
        return new State(Map.of(COMMIT_KEY, JsonText.of(this, Form.FORM)), caseFile());
    }

    public String caseFile() {
        return JsonText.indented(this, Form.FORM) + "\n";
    }

    /** The ledger that a case file repeats. */
    public static CaseLedger ofCaseFile(String text) throws JsonFormatException {
        return JsonText.parse(text, Form.FORM);
    }

    /** Forgets how far every source was read, for an index that is built anew. */
    public synchronized void forgetProgress() {
        entries = entries.stream().map(SourceEntry::unread).toList();
        clocks = Map.of();
    }

    /** Changes with everything that an answer could be computed from. */
    public String fingerprint() {
        MessageDigest digest = Sha256.digest();
        Map<String, HostClock> known = clocks();
        known.values().stream().sorted(Comparator.comparing(HostClock::host)).forEach(clock -> update(digest, clock.toString()));
        for (SourceEntry entry : entries()) {
            synchronized (entry) {
                SourceTally tally = entry.tally();
                update(digest, String.join("|", entry.name(), entry.file().key(), entry.sha256().orElse(""), entry.status().word(),
                        Long.toString(entry.zone().offsetNanos()), Integer.toString(entry.partsDone()), Long.toString(tally.records()),
                        Long.toString(tally.duplicates()), Long.toString(tally.recoveredRecords())));
            }
        }
        return Sha256.hex(digest);
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    /** The ledger that stands in a commit; a new one where there is none. */
    public static CaseLedger of(Map<String, String> commitData) throws JsonFormatException {
        String text = commitData.get(COMMIT_KEY);
        return text == null ? new CaseLedger() : JsonText.parse(text, Form.FORM);
    }

    private static final class Form implements JsonForm<CaseLedger> {

        static final Form FORM = new Form();

        @Override
        public void write(CaseLedger ledger, JsonOut out) throws IOException {
            synchronized (ledger) {
                out.number("version", VERSION);
                out.number("nextNumber", ledger.nextNumber);
                out.objects("clocks", List.copyOf(ledger.clocks.values()), HostClock.Form.FORM);
                out.objects("sources", ledger.entries, SourceEntry.Form.FORM);
            }
        }

        @Override
        public CaseLedger read(JsonObject in) throws JsonFormatException {
            if (in.number("version") > VERSION) {
                throw new JsonFormatException("the case was written by a newer version of Traceweave; update it to open this case");
            }
            CaseLedger ledger = new CaseLedger();
            ledger.nextNumber = (int) in.number("nextNumber");
            Map<String, HostClock> clocks = new LinkedHashMap<>();
            in.objects("clocks", HostClock.Form.FORM).forEach(clock -> clocks.put(clock.host(), clock));
            ledger.clocks = Map.copyOf(clocks);
            ledger.entries = List.copyOf(in.objects("sources", SourceEntry.Form.FORM));
            return ledger;
        }
    }
}
