package org.traceweave.cases;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.IndexedRecord;
import org.traceweave.index.QuerySyntaxException;
import org.traceweave.index.RecordQuery;
import org.traceweave.model.Evidence;
import org.traceweave.model.Source;
import org.traceweave.model.TraceRecord;
import org.traceweave.readers.ReaderRegistry;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.windows.WindowsEvent;

/**
 * One investigation: the sources that were captured, the index over all their records, and what is known of their clocks. A folder
 * {@code name.case} keeps it; one process writes it, any number read it. Sources are only ever read, never changed; a moved or changed
 * one is said in a {@link CaseException}, not guessed at. Safe for use by several threads, none of which may be interrupted.
 */
public final class Case implements Closeable {

    private Case() {
    }

    /** @throws CaseException if the folder exists already, or cannot be written */
    public static Case create(Path folder, ReaderRegistry readers) throws CaseException {
        throw new UnsupportedOperationException();
    }

    /** Opens a case for writing, or read-only while another process has it open: see {@link #isReadOnly}. */
    public static Case open(Path folder, ReaderRegistry readers) throws CaseException {
        throw new UnsupportedOperationException();
    }

    public static Case openReadOnly(Path folder, ReaderRegistry readers) throws CaseException {
        throw new UnsupportedOperationException();
    }

    /** A case without a name, deleted when it is closed unless {@link #saveAs} gave it one. */
    public static Case temporary(ReaderRegistry readers) throws CaseException {
        throw new UnsupportedOperationException();
    }

    /** Goes on with this case in {@code folder}, which must not exist. A temporary case has then moved, another one been copied. */
    public void saveAs(Path folder) throws CaseException {
        throw new UnsupportedOperationException();
    }

    public boolean isReadOnly() {
        throw new UnsupportedOperationException();
    }

    public boolean isTemporary() {
        throw new UnsupportedOperationException();
    }

    /** The folder's name without {@code .case}. */
    public String name() {
        throw new UnsupportedOperationException();
    }

    public Path folder() {
        throw new UnsupportedOperationException();
    }

    /** Where answers are kept that can be computed again. */
    public Path derived() {
        throw new UnsupportedOperationException();
    }

    /** Every source in the order of import, with clocks, gaps and damage. */
    public List<Source> sources() {
        throw new UnsupportedOperationException();
    }

    /** The number the index knows a source by. The name may also be the path it was imported from. */
    public Optional<Integer> sourceNumber(String name) {
        throw new UnsupportedOperationException();
    }

    /** @throws IllegalArgumentException if there is no such number */
    public String sourceName(int number) {
        throw new UnsupportedOperationException();
    }

    /**
     * Imports files, folders and archives: those not in the case yet, those that changed, and those whose import was broken off.
     * Returns when all is indexed, or soon after the import was cancelled; what was done until then is kept.
     *
     * @throws CaseException if the case cannot be written; what was committed before is kept
     */
    public ImportOutcome importSources(List<Path> paths, ImportProgress progress, CancelSignal cancel) throws CaseException {
        throw new UnsupportedOperationException();
    }

    /** Lets later snapshots see what was indexed since; for a reader, what the writing process committed since. */
    public void refresh() throws CaseException {
        throw new UnsupportedOperationException();
    }

    /** The records as of the last refresh; to be closed by the caller. */
    public IndexSnapshot snapshot() throws CaseException {
        throw new UnsupportedOperationException();
    }

    /** Reads what a person typed; {@code source:} means sources of this case. */
    public RecordQuery query(String text) throws QuerySyntaxException {
        throw new UnsupportedOperationException();
    }

    /** The record with its text, secrets masked. */
    public TraceRecord record(IndexedRecord record) throws CaseException {
        throw new UnsupportedOperationException();
    }

    /** The decoded text of a record, secrets masked. */
    public String text(IndexedRecord record) throws CaseException {
        throw new UnsupportedOperationException();
    }

    /** The decoded text of the record that begins at the evidence, or the bytes there as text if none does. */
    public String text(Evidence evidence, boolean unmasked) throws CaseException {
        throw new UnsupportedOperationException();
    }

    /** The bytes at the evidence, as they stand in the source, nothing masked. */
    public byte[] bytes(Evidence evidence) throws CaseException {
        throw new UnsupportedOperationException();
    }

    public Evidence evidence(IndexedRecord record) {
        throw new UnsupportedOperationException();
    }

    /** The record's id: the same for the same source bytes, wherever they were imported from. */
    public String id(IndexedRecord record) {
        throw new UnsupportedOperationException();
    }

    public Optional<IndexedRecord> find(Evidence evidence) throws CaseException {
        throw new UnsupportedOperationException();
    }

    public Optional<IndexedRecord> find(String recordId) throws CaseException {
        throw new UnsupportedOperationException();
    }

    /** The record that begins at {@code offset} of {@code source}. */
    public Optional<IndexedRecord> find(String source, long offset) throws CaseException {
        throw new UnsupportedOperationException();
    }

    /** The host's clock minus true time, after its zone; 0 where it was not measured. */
    public double skewSeconds(String host) {
        throw new UnsupportedOperationException();
    }

    /** How far {@link #skewSeconds} may be wrong; infinite where it was not measured. */
    public double skewUncertaintySeconds(String host) {
        throw new UnsupportedOperationException();
    }

    /** The event of a record of kind {@code windows-event}, decoded anew from its source. */
    public WindowsEvent windowsEvent(IndexedRecord record) throws CaseException {
        throw new UnsupportedOperationException();
    }

    /** Opens a source for reading; to be closed by the caller. */
    public SourceBytes sourceBytes(String source) throws CaseException {
        throw new UnsupportedOperationException();
    }

    /** Changes whenever an answer computed from this case could change: other sources, records, clocks or settings. */
    public String fingerprint() {
        throw new UnsupportedOperationException();
    }

    public void addListener(CaseListener listener) {
        throw new UnsupportedOperationException();
    }

    public void removeListener(CaseListener listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws CaseException {
        throw new UnsupportedOperationException();
    }
}
