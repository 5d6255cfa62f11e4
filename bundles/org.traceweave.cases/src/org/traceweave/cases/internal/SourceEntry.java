package org.traceweave.cases.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.traceweave.json.JsonForm;
import org.traceweave.json.JsonFormatException;
import org.traceweave.json.JsonObject;
import org.traceweave.json.JsonOut;
import org.traceweave.model.Clock;
import org.traceweave.model.ClockBasis;
import org.traceweave.model.Damage;
import org.traceweave.model.Source;
import org.traceweave.model.SourceStatus;
import org.traceweave.model.UtcTime;

/**
 * One source of a case: which file it is, and how far it has been read. What the file is never changes (a changed file becomes a new
 * entry); how far it was read is guarded by this object's monitor.
 */
public final class SourceEntry {

    private SourceFile file;
    private SourceStatus status = SourceStatus.PENDING;
    private Optional<String> sha256 = Optional.empty();
    private Optional<String> format = Optional.empty();
    private Optional<String> problem = Optional.empty();
    private Optional<Long> userOffset = Optional.empty();
    private Zone zone = new Zone(0, ClockBasis.ASSUMED, List.of());
    private long partBytes;
    private int parts;
    private int partsDone;
    private final List<Long> partTimes = new ArrayList<>();
    private SourceTally tally = new SourceTally();
    // whether the index can hold no record of it
    private boolean untouched = true;

    public SourceEntry(SourceFile file) {
        this.file = file;
    }

    /** The same file, not read at all. */
    synchronized SourceEntry unread() {
        SourceEntry unread = new SourceEntry(file);
        unread.userOffset = userOffset;
        return unread;
    }

    public synchronized SourceFile file() {
        return file;
    }

    public int number() {
        return file().number();
    }

    public String name() {
        return file().name();
    }

    /** The same bytes were found at another place, or with another date. */
    synchronized void found(SourceFile newFile) {
        file = newFile;
    }

    public synchronized SourceStatus status() {
        return status;
    }

    public synchronized Optional<String> sha256() {
        return sha256;
    }

    public synchronized Optional<String> format() {
        return format;
    }

    public synchronized Zone zone() {
        return zone;
    }

    public synchronized Optional<Long> userOffset() {
        return userOffset;
    }

    public synchronized int parts() {
        return parts;
    }

    public synchronized int partsDone() {
        return partsDone;
    }

    public synchronized long partBytes() {
        return partBytes;
    }

    /** Least and greatest time of a finished part, in UTC nanoseconds; unknown where it holds no time. */
    public synchronized long[] partTimes(int part) {
        return new long[] {partTimes.get(2 * part), partTimes.get(2 * part + 1)};
    }

    synchronized long first() {
        return tally.first();
    }

    synchronized long last() {
        return tally.last();
    }

    synchronized SourceTally tally() {
        return tally;
    }

    synchronized boolean hasStream(LogStream stream) {
        return tally.hasStream(stream);
    }

    synchronized boolean repeats(java.util.Set<Integer> numbers) {
        return tally.originals().stream().anyMatch(numbers::contains);
    }

    /** Whether everything that can be read of it was read. */
    public synchronized boolean isFinished() {
        return status == SourceStatus.COMPLETE || status == SourceStatus.PARTIAL;
    }

    /** The user's word on the zone, in seconds that written time is ahead of UTC; takes effect when the source is read again. */
    public void zoneByUser(int offsetSeconds) {
        userOffset(offsetSeconds * UtcTime.NANOS_PER_SECOND);
    }

    synchronized void userOffset(long nanos) {
        userOffset = Optional.of(nanos);
    }

    /** Whether the index may hold records of it that no finished part accounts for: an earlier import was broken off. */
    synchronized boolean mayHaveLeftovers() {
        return !untouched;
    }

    synchronized void begin(String newFormat, Zone newZone, long newPartBytes, int newParts) {
        format = Optional.of(newFormat);
        zone = newZone;
        partBytes = newPartBytes;
        parts = newParts;
        status = SourceStatus.IMPORTING;
        untouched = false;
        problem = Optional.empty();
    }

    synchronized void damage(Damage damage) {
        tally.damage(damage);
    }

    synchronized void partDone(SourceTally part) {
        tally.append(part);
        partTimes.add(part.first());
        partTimes.add(part.last());
        partsDone++;
    }

    synchronized void finish(SourceStatus newStatus, Optional<String> newSha256) {
        status = newStatus;
        sha256 = newSha256;
    }

    synchronized void fail(SourceStatus newStatus, String sentence) {
        status = newStatus;
        problem = Optional.of(sentence);
    }

    /** One sentence for the user on why it is not complete. */
    public synchronized Optional<String> problem() {
        return problem;
    }

    /** The source as the command line and the views show it. */
    public synchronized Source source(Map<String, HostClock> clocks) {
        List<String> hosts = tally.hosts();
        List<Clock> told = new ArrayList<>();
        hosts.forEach(host -> told.add(clock(host, host, clocks)));
        if (isHostless()) {
            told.add(clock("", HostClock.nameOf(Optional.empty(), file.number()), clocks));
        }
        return new Source(file.name(), format, status, sha256, file.size(), tally.records(), tally.recoveredRecords(), hosts,
                time(tally.first()), time(tally.last()), told, tally.gaps(), tally.damage(), tally.duplicates());
    }

    /** Whether its records name no host, so that it has a clock of its own. */
    synchronized boolean isHostless() {
        return tally.records() > 0 && tally.hosts().isEmpty();
    }

    private Clock clock(String host, String name, Map<String, HostClock> clocks) {
        HostClock measured = clocks.get(name);
        if (measured == null) {
            return new Clock(host, zone.offsetSeconds(), 0, 0, zone.basis());
        }
        boolean zoneUnmeasured = zone.basis() == ClockBasis.ASSUMED || zone.basis() == ClockBasis.DECLARED;
        return new Clock(host, zone.offsetSeconds(), measured.skewSeconds(), measured.uncertaintySeconds(),
                zoneUnmeasured ? measured.basis() : zone.basis());
    }

    private static OptionalLong time(long nanos) {
        return nanos == UtcTime.UNKNOWN ? OptionalLong.empty() : OptionalLong.of(nanos);
    }

    /** An entry in the case's own files. */
    static final class Form implements JsonForm<SourceEntry> {

        static final Form FORM = new Form();

        @Override
        public void write(SourceEntry entry, JsonOut out) throws IOException {
            synchronized (entry) {
                out.object("file", entry.file, SourceFile.Form.FORM);
                out.word("status", entry.status);
                out.text("sha256", entry.sha256);
                out.text("format", entry.format);
                out.text("problem", entry.problem);
                out.number("userOffset", entry.userOffset.map(OptionalLong::of).orElse(OptionalLong.empty()));
                out.object("zone", entry.zone, Zone.ZoneForm.FORM);
                out.number("partBytes", entry.partBytes);
                out.number("parts", entry.parts);
                out.number("partsDone", entry.partsDone);
                out.numbers("partTimes", entry.partTimes);
                out.object("tally", entry.tally, SourceTally.Form.FORM);
            }
        }

        @Override
        public SourceEntry read(JsonObject in) throws JsonFormatException {
            SourceEntry entry = new SourceEntry(in.object("file", SourceFile.Form.FORM));
            entry.untouched = false;
            entry.status = in.word("status", SourceStatus.class);
            entry.sha256 = in.optionalText("sha256");
            entry.format = in.optionalText("format");
            entry.problem = in.optionalText("problem");
            entry.userOffset = in.has("userOffset") ? Optional.of(in.number("userOffset")) : Optional.empty();
            entry.zone = in.object("zone", Zone.ZoneForm.FORM);
            entry.partBytes = in.number("partBytes");
            entry.parts = (int) in.number("parts");
            entry.partsDone = (int) in.number("partsDone");
            entry.partTimes.addAll(in.numbers("partTimes"));
            entry.tally = in.object("tally", SourceTally.Form.FORM);
            return entry;
        }
    }
}
