package org.traceweave.cases;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.traceweave.cases.internal.CaseFolder;
import org.traceweave.cases.internal.CaseImport;
import org.traceweave.cases.internal.CaseIndex;
import org.traceweave.cases.internal.HostClock;
import org.traceweave.cases.internal.ImportPace;
import org.traceweave.cases.internal.OpenSources;
import org.traceweave.cases.internal.RecordIds;
import org.traceweave.cases.internal.SourceEntry;
import org.traceweave.cases.internal.StorageFailure;
import org.traceweave.certificates.PrivateKeyMask;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.IndexedRecord;
import org.traceweave.index.QuerySyntaxException;
import org.traceweave.index.RecordQuery;
import org.traceweave.model.Evidence;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.Source;
import org.traceweave.model.SourceStatus;
import org.traceweave.model.TraceRecord;
import org.traceweave.readers.Encodings;
import org.traceweave.readers.ReaderRegistry;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.SourceHead;
import org.traceweave.readers.sip.Masking;
import org.traceweave.readers.windows.WindowsEvent;
import org.traceweave.readers.windows.WindowsEvents;

/**
 * One investigation: the sources that were captured, the index over all their records, and what is known of their clocks. A folder
 * {@code name.case} keeps it; one process writes it, any number read it. Sources are only ever read, never changed; a moved or changed
 * one is said in a {@link CaseException}, not guessed at. Safe for use by several threads, none of which may be interrupted.
 */
public final class Case implements Closeable {

    private final ReaderRegistry readers;
    private final CaseIndex index;
    private final OpenSources openSources;
    private final ReentrantLock importing = new ReentrantLock();
    private final List<CaseListener> listeners = new CopyOnWriteArrayList<>();
    private final CaseTrustLists trustLists;
    private volatile boolean temporary;

    private Case(CaseIndex index, OpenSources openSources, ReaderRegistry readers, boolean temporary) {
        this.index = index;
        this.openSources = openSources;
        this.readers = readers;
        this.temporary = temporary;
        this.trustLists = new CaseTrustLists(new TrustOwner());
    }

    /** Lets the trust lists see the case, wherever its folder is by then. */
    private final class TrustOwner implements CaseTrustLists.Owner {

        @Override
        public CaseFolder folder() {
            return index.folder();
        }

        @Override
        public void checkWritable() throws CaseException {
            if (isReadOnly()) {
                throw new CaseException(readOnlyReason().orElse("The case " + name() + " is open read-only: no trust list can be added or removed."));
            }
        }

        @Override
        public void changed() {
            tellSourcesChanged();
        }
    }

    /** Whether a folder holds a case. */
    public static boolean isCase(Path folder) {
        CaseFolder candidate = new CaseFolder(folder);
        return Files.isRegularFile(candidate.caseFile()) && Files.isDirectory(candidate.index());
    }

    /** Opens the case in a folder, or makes one there if it is missing, empty, or its making was broken off. */
    public static Case openOrCreate(Path folder, ReaderRegistry readers) throws CaseException {
        return isCase(folder) ? open(folder, readers) : create(folder, readers);
    }

    /** @throws CaseException if the folder exists already, or cannot be written */
    public static Case create(Path folder, ReaderRegistry readers) throws CaseException {
        if (Files.exists(folder) && !new CaseFolder(folder).isUnfinished()) {
            throw new CaseException(folder + " exists already: choose another name, or open it.");
        }
        return create(new CaseFolder(folder), readers, false);
    }

    private static Case create(CaseFolder folder, ReaderRegistry readers, boolean temporary) throws CaseException {
        OpenSources openSources = new OpenSources(readers);
        return new Case(CaseIndex.create(folder, openSources), openSources, readers, temporary);
    }

    /** Opens a case for writing, or read-only while another process has it open: see {@link #isReadOnly}. */
    public static Case open(Path folder, ReaderRegistry readers) throws CaseException {
        return open(folder, readers, true);
    }

    public static Case openReadOnly(Path folder, ReaderRegistry readers) throws CaseException {
        return open(folder, readers, false);
    }

    private static Case open(Path folder, ReaderRegistry readers, boolean writable) throws CaseException {
        if (!isCase(folder)) {
            throw new CaseException(Files.exists(folder)
                    ? folder + " is no case: a case is a folder made by importing, with a file case.json in it."
                    : folder + " does not exist: check the path.");
        }
        OpenSources openSources = new OpenSources(readers);
        return new Case(CaseIndex.open(new CaseFolder(folder), openSources, writable), openSources, readers, false);
    }

    /**
     * Begins the index of a case anew, for one that {@link #open} called outdated. Its sources are then pending, as if their import had
     * been broken off: {@link #importUnfinished} reads them.
     *
     * @throws CaseException if another process has it open, or it cannot be written
     */
    public static Case rebuild(Path folder, ReaderRegistry readers) throws CaseException {
        OpenSources openSources = new OpenSources(readers);
        return new Case(CaseIndex.rebuild(new CaseFolder(folder), openSources), openSources, readers, false);
    }

    /** A case without a name, deleted when it is closed unless {@link #saveAs} gave it one. */
    public static Case temporary(ReaderRegistry readers) throws CaseException {
        try {
            return create(new CaseFolder(Files.createTempDirectory("traceweave-").resolve("unsaved" + CaseFolder.SUFFIX)), readers, true);
        } catch (CaseException e) {
            throw e;
        } catch (IOException e) {
            throw new CaseException("No temporary case can be written: " + e.getMessage(), e);
        }
    }

    /** Goes on with this case in {@code folder}, which must not exist. A temporary case has then moved, another one been copied. */
    public void saveAs(Path folder) throws CaseException {
        if (Files.exists(folder)) {
            throw new CaseException(folder + " exists already: choose another name.");
        }
        importing.lock();
        try {
            CaseFolder old = index.folder();
            openSources.close();
            index.moveTo(new CaseFolder(folder));
            if (temporary) {
                temporary = false;
                CaseIndex.discard(old.path().getParent());
            }
        } finally {
            importing.unlock();
        }
        listeners.forEach(CaseListener::sourcesChanged);
    }

    /** Whether this case cannot be written: it was opened so, another process has it, or its folder may not be written. */
    public boolean isReadOnly() {
        return !index.isWritable();
    }

    /** Why a case that was opened for writing is read-only: one sentence. */
    public Optional<String> readOnlyReason() {
        return index.readOnlyReason();
    }

    public boolean isTemporary() {
        return temporary;
    }

    /** The folder's name without {@code .case}. */
    public String name() {
        return index.folder().name();
    }

    public Path folder() {
        return index.folder().path();
    }

    /** Where answers are kept that can be computed again. */
    public Path derived() {
        return index.folder().derived();
    }

    /** Every source in the order of import, with clocks, gaps and damage. */
    public List<Source> sources() {
        return index.ledger().sources();
    }

    /** Where a source was imported from: the absolute path of the file, or of the archive it is in. */
    public Path sourceOrigin(String name) throws CaseException {
        return Path.of(entry(name).file().origin());
    }

    /** The number the index knows a source by. The name may also be the path it was imported from. */
    public Optional<Integer> sourceNumber(String name) {
        return index.find(name).map(SourceEntry::number);
    }

    /** @throws IllegalArgumentException if there is no such number */
    public String sourceName(int number) {
        return entry(number).name();
    }

    /**
     * Imports files, folders and archives: those not in the case yet, those that changed, and those whose import was broken off.
     * Returns when all is indexed, or soon after the import was cancelled; what was done until then is kept.
     *
     * @throws CaseException if the case cannot be written; what was committed before is kept
     */
    public ImportOutcome importSources(List<Path> paths, ImportProgress progress, CancelSignal cancel) throws CaseException {
        return importing(progress, cancel, ImportPace.ORDINARY, work -> work.importPaths(paths));
    }

    /** As {@link #importSources}, cut and secured as a test or benchmark wants it. */
    ImportOutcome importSources(List<Path> paths, ImportProgress progress, CancelSignal cancel, ImportPace pace) throws CaseException {
        return importing(progress, cancel, pace, work -> work.importPaths(paths));
    }

    /** Whether there are sources whose import was broken off, by a kill, a cancel or a full disk. */
    public boolean hasUnfinishedSources() {
        return sources().stream().anyMatch(source -> source.status() == SourceStatus.PENDING || source.status() == SourceStatus.IMPORTING);
    }

    /** Goes on with every source whose import was broken off, as importing them again would. */
    public ImportOutcome importUnfinished(ImportProgress progress, CancelSignal cancel) throws CaseException {
        return importing(progress, cancel, ImportPace.ORDINARY, CaseImport::importUnfinished);
    }

    /** Says which zone a source's times are written in, as seconds that written time is ahead of UTC, and reads the source again. */
    public ImportOutcome setZone(String source, int offsetSeconds, ImportProgress progress, CancelSignal cancel) throws CaseException {
        SourceEntry entry = entry(source);
        entry.zoneByUser(offsetSeconds);
        return importing(progress, cancel, ImportPace.ORDINARY, work -> work.readAgain(List.of(entry)));
    }

    private interface ImportWork {
        ImportOutcome run(CaseImport work) throws IOException;
    }

    private ImportOutcome importing(ImportProgress progress, CancelSignal cancel, ImportPace pace, ImportWork work) throws CaseException {
        importing.lock();
        try {
            if (isReadOnly()) {
                throw new CaseException(readOnlyReason().orElse("The case " + name() + " is open read-only: nothing can be imported."));
            }
            ImportOutcome outcome = work.run(new CaseImport(index.folder(), index.ledger(), index.index(), readers, pace, progress, cancel,
                    this::tellRecordsChanged, this::tellSourcesChanged));
            tellSourcesChanged();
            return outcome;
        } catch (CaseException e) {
            throw e;
        } catch (IOException e) {
            index.recover();
            tellSourcesChanged();
            throw StorageFailure.of(e, index.folder());
        } finally {
            importing.unlock();
        }
    }

    private void tellRecordsChanged() {
        listeners.forEach(CaseListener::recordsChanged);
    }

    private void tellSourcesChanged() {
        listeners.forEach(CaseListener::sourcesChanged);
    }

    /** Lets later snapshots see what was indexed since; for a reader, what the writing process committed since. */
    public void refresh() throws CaseException {
        boolean trustChanged = trustLists.refresh();
        if (index.refresh()) {
            tellRecordsChanged();
            tellSourcesChanged();
        } else if (trustChanged) {
            tellSourcesChanged();
        }
    }

    /** The records as of the last refresh; to be closed by the caller. */
    public IndexSnapshot snapshot() throws CaseException {
        return index.snapshot();
    }

    /** Reads what a person typed; {@code source:} means sources of this case. */
    public RecordQuery query(String text) throws QuerySyntaxException {
        return index.parse(text);
    }

    /** The record with its text, secrets masked. */
    public TraceRecord record(IndexedRecord record) throws CaseException {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Map.Entry<RecordField, Object> field : record.fields().entrySet()) {
            fields.put(field.getKey().name(), field.getValue());
        }
        return new TraceRecord(id(record), name(), record.time(), sourceName(record.source()), record.offset(), record.length(),
                record.host(), record.component(), record.level(), known(record.process()), known(record.thread()), record.kind(),
                text(record), fields);
    }

    private static OptionalLong known(long id) {
        return id < 0 ? OptionalLong.empty() : OptionalLong.of(id);
    }

    /** The decoded text of a record, secrets masked. */
    public String text(IndexedRecord record) throws CaseException {
        return masked(text(entry(record.source()), record.offset(), record.length()));
    }

    /** The decoded text of a record with its secrets, for an analysis that looks into tokens; never to be shown. */
    public String unmaskedText(IndexedRecord record) throws CaseException {
        return text(entry(record.source()), record.offset(), record.length());
    }

    /** The decoded text of the record that begins at the evidence, or the bytes there as text if none does. */
    public String text(Evidence evidence, boolean unmasked) throws CaseException {
        Optional<IndexedRecord> record = find(evidence);
        int length = record.map(IndexedRecord::length).orElse((int) Math.min(Integer.MAX_VALUE, evidence.length()));
        String text = text(entry(evidence.source()), evidence.offset(), length);
        return unmasked ? text : masked(text);
    }

    private static String masked(String text) {
        return Masking.mask(PrivateKeyMask.mask(text));
    }

    private String text(SourceEntry entry, long offset, int length) throws CaseException {
        Optional<String> text = openSources.text(index.folder(), entry, offset, length);
        return text.isPresent() ? text.get()
                : openSources.use(index.folder(), entry,
                        (bytes, reading) -> decoded(bytes, offset, length));
    }

    private static String decoded(SourceBytes bytes, long offset, int length) throws IOException {
        Encodings.Detected detected = Encodings.detect(bytes.read(0, SourceHead.LENGTH));
        Charset charset = switch (detected.encoding()) {
            case UTF_8 -> StandardCharsets.UTF_8;
            case UTF_16LE -> StandardCharsets.UTF_16LE;
            case UTF_16BE -> StandardCharsets.UTF_16BE;
            case WINDOWS_1252 -> Charset.forName("windows-1252");
        };
        return new String(bytes.read(offset, length), charset);
    }

    /** The bytes at the evidence, as they stand in the source, nothing masked. */
    public byte[] bytes(Evidence evidence) throws CaseException {
        int length = (int) Math.min(Integer.MAX_VALUE - 8, evidence.length());
        return openSources.use(index.folder(), entry(evidence.source()), (bytes, reading) -> bytes.read(evidence.offset(), length));
    }

    public Evidence evidence(IndexedRecord record) {
        return new Evidence(sourceName(record.source()), record.offset(), record.length(), Optional.of(id(record)));
    }

    /** The record's id: the same for the same source bytes, wherever they were imported from. */
    public String id(IndexedRecord record) {
        return RecordIds.id(entry(record.source()), record.offset());
    }

    public Optional<IndexedRecord> find(Evidence evidence) throws CaseException {
        return find(evidence.source(), evidence.offset());
    }

    public Optional<IndexedRecord> find(String recordId) throws CaseException {
        for (RecordIds.Place place : RecordIds.places(recordId, index.ledger().entries())) {
            Optional<IndexedRecord> found = index.find(place.entry(), place.offset());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The record that begins at {@code offset} of {@code source}. */
    public Optional<IndexedRecord> find(String source, long offset) throws CaseException {
        return index.find(entry(source), offset);
    }

    /** The host's clock minus true time, after its zone; 0 where it was not measured. */
    public double skewSeconds(String host) {
        return clock(host).map(HostClock::skewSeconds).orElse(0.0);
    }

    /** How far {@link #skewSeconds} may be wrong; infinite where it was not measured. */
    public double skewUncertaintySeconds(String host) {
        return clock(host).map(HostClock::uncertaintySeconds).orElse(Double.POSITIVE_INFINITY);
    }

    /** The skew of the clock that a record was written by: its host's, or its source's where that names no host. */
    public double skewSeconds(IndexedRecord record) {
        return skewSeconds(HostClock.nameOf(record.host(), record.source()));
    }

    /** How far {@link #skewSeconds(IndexedRecord)} may be wrong; infinite where it was not measured. */
    public double skewUncertaintySeconds(IndexedRecord record) {
        return skewUncertaintySeconds(HostClock.nameOf(record.host(), record.source()));
    }

    private Optional<HostClock> clock(String name) {
        return Optional.ofNullable(index.ledger().clocks().get(name));
    }

    /** The event of a record of kind {@code windows-event}, decoded anew from its source. */
    public WindowsEvent windowsEvent(IndexedRecord record) throws CaseException {
        SourceEntry entry = entry(record.source());
        if (record.kind() != RecordKind.WINDOWS_EVENT) {
            throw new IllegalArgumentException("a record of kind " + record.kind().word() + " is no Windows event");
        }
        Optional<WindowsEvent> event = openSources.use(index.folder(), entry, (bytes, reading) -> {
            // an open reading keeps what events of a chunk share
            Optional<WindowsEvent> known = reading.isPresent() ? WindowsEvents.read(reading.get(), record.offset(), record.length()) : Optional.empty();
            return known.isPresent() ? known : WindowsEvents.read(bytes, record.offset(), record.length());
        });
        return event.orElseThrow(() -> new CaseException("No event can be decoded at byte " + record.offset() + " of " + entry.name() + "."));
    }

    /** Opens a source for reading; to be closed by the caller. */
    public SourceBytes sourceBytes(String source) throws CaseException {
        return OpenSources.bytes(index.folder(), entry(source));
    }

    private SourceEntry entry(String name) throws CaseException {
        return index.find(name).orElseThrow(() -> new CaseException("The case " + name() + " has no source " + name + "."));
    }

    private SourceEntry entry(int number) {
        SourceEntry entry = index.ledger().entry(number);
        if (entry == null) {
            throw new IllegalArgumentException("no source has number " + number);
        }
        return entry;
    }

    /** What was added to the case about whom its machines trust. */
    public CaseTrustLists trustLists() {
        return trustLists;
    }

    /** Changes whenever an answer computed from this case could change: other sources, records, clocks, settings or trust lists. */
    public String fingerprint() {
        String trust = trustLists.fingerprint();
        return index.ledger().fingerprint() + (trust.isEmpty() ? "" : ";trust=" + trust);
    }

    public void addListener(CaseListener listener) {
        listeners.add(listener);
    }

    public void removeListener(CaseListener listener) {
        listeners.remove(listener);
    }

    /** Waits for a running import, which is better cancelled before. Open snapshots stay usable. */
    @Override
    public void close() throws CaseException {
        importing.lock();
        try {
            openSources.close();
            index.close();
            if (temporary) {
                CaseIndex.discard(index.folder().path().getParent());
            }
        } finally {
            importing.unlock();
        }
    }
}
