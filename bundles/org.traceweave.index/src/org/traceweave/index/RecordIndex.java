package org.traceweave.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.traceweave.model.RecordContent;
import org.traceweave.model.RecordField;

/**
 * The index of a case: one document a record, without its text. One process writes, any number read. What is added is seen after
 * {@link #refresh}, and survives a kill after {@link #commit}; a commit is all or nothing and carries the caller's own data, such as how
 * far each source was read. Safe for use by several threads; none of them may be interrupted (that closes Lucene's files).
 */
public final class RecordIndex implements Closeable {

    private RecordIndex() {
    }

    /**
     * Opens or creates the index in {@code directory} for writing.
     *
     * @param fields the fields records may have, in the order in which they are shown
     * @param text where the text of records is to be had, for queries that must look at it
     * @throws IndexLockedException if it is open for writing already, here or in another process
     * @throws IndexOutdatedException if it was written with another schema
     */
    public static RecordIndex openForWriting(Path directory, List<RecordField> fields, RecordText text) throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Opens the last commit of an index, whoever is writing it; {@link #refresh} moves on to later ones.
     *
     * @throws java.nio.file.NoSuchFileException if there is no index
     * @throws IndexOutdatedException if it was written with another schema
     */
    public static RecordIndex openReadOnly(Path directory, List<RecordField> fields, RecordText text) throws IOException {
        throw new UnsupportedOperationException();
    }

    public boolean isWritable() {
        throw new UnsupportedOperationException();
    }

    public List<RecordField> fields() {
        throw new UnsupportedOperationException();
    }

    /** Adds a record; may be called by several threads, each best with records in time order. The content can be reused at once. */
    public void add(int source, RecordContent record) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Adds a record with a fingerprint of its content, by which its duplicates are known. */
    public void add(int source, RecordContent record, long fingerprint) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Removes the records of {@code source} that begin at {@code fromOffset} or later and before {@code toOffset}. */
    public void deleteRange(int source, long fromOffset, long toOffset) throws IOException {
        throw new UnsupportedOperationException();
    }

    public void deleteSource(int source) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Makes all that was added and removed so far durable, together with {@code data}. */
    public void commit(Map<String, String> data) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The data of the last commit; empty for a new index. */
    public Map<String, String> commitData() throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Lets later snapshots see what was added so far (or, read-only, what was committed). Costs more the more was added, so a writer
     * refreshes after a third of a second first and then ever more rarely.
     *
     * @return whether there was anything new
     */
    public boolean refresh() throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The index as of the last refresh. To be closed by the caller. */
    public IndexSnapshot snapshot() throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Reads what a person typed. */
    public RecordQuery parse(String text, SourceNames names) throws QuerySyntaxException {
        throw new UnsupportedOperationException();
    }

    /** Closes the index; what was not committed is dropped, as if the process had been killed. Open snapshots stay usable. */
    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException();
    }
}
