package org.traceweave.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.traceweave.index.internal.IndexedField;
import org.traceweave.index.internal.Schema;
import org.traceweave.index.internal.query.QueryParser;
import org.traceweave.index.internal.read.Segment;
import org.traceweave.index.internal.read.SegmentCache;
import org.traceweave.index.internal.write.IndexWriting;
import org.traceweave.model.RecordContent;
import org.traceweave.model.RecordField;

/**
 * The index of a case: one document a record, without its text. One process writes, any number read. What is added is seen after
 * {@link #refresh}, and survives a kill after {@link #commit}; a commit is all or nothing and carries the caller's own data, such as how
 * far each source was read. Safe for use by several threads; none of them may be interrupted (that closes Lucene's files).
 */
public final class RecordIndex implements Closeable {

    private final List<RecordField> fields;
    private final Map<String, IndexedField> byName;
    private final RecordText text;
    private final Optional<IndexWriting> writing;
    private final Optional<Directory> readOnlyDirectory;
    private final SegmentCache segments = new SegmentCache();
    /** Held while a newer reader is made, which takes as long as writing what was added. */
    private final Object refreshing = new Object();
    /** Held for a moment, to take or replace the reader. */
    private final Object current = new Object();
    private DirectoryReader reader;

    private RecordIndex(List<RecordField> fields, RecordText text, Optional<IndexWriting> writing, Optional<Directory> directory,
            DirectoryReader reader) {
        this.fields = List.copyOf(fields);
        this.byName = Schema.byName(fields);
        this.text = text;
        this.writing = writing;
        this.readOnlyDirectory = directory;
        this.reader = reader;
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
        IndexWriting writing = IndexWriting.open(directory);
        boolean opened = false;
        try {
            RecordIndex index = new RecordIndex(fields, text, Optional.of(writing), Optional.empty(), writing.reader());
            opened = true;
            return index;
        } finally {
            if (!opened) {
                writing.close();
            }
        }
    }

    /**
     * Opens the last commit of an index, whoever is writing it; {@link #refresh} moves on to later ones.
     *
     * @throws NoSuchFileException if there is no index
     * @throws IndexOutdatedException if it was written with another schema
     */
    public static RecordIndex openReadOnly(Path path, List<RecordField> fields, RecordText text) throws IOException {
        Directory directory = FSDirectory.open(path);
        boolean opened = false;
        try {
            DirectoryReader reader = DirectoryReader.open(directory);
            if (!Schema.VERSION.equals(reader.getIndexCommit().getUserData().get(Schema.VERSION_KEY))) {
                reader.close();
                throw new IndexOutdatedException(path, null);
            }
            opened = true;
            return new RecordIndex(fields, text, Optional.empty(), Optional.of(directory), reader);
        } catch (IndexNotFoundException e) {
            NoSuchFileException missing = new NoSuchFileException(path.toString(), null, "there is no index");
            missing.initCause(e);
            throw missing;
        } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
            throw new IndexOutdatedException(path, e);
        } finally {
            if (!opened) {
                directory.close();
            }
        }
    }

    public boolean isWritable() {
        return writing.isPresent();
    }

    public List<RecordField> fields() {
        return fields;
    }

    Map<String, IndexedField> fieldsByName() {
        return byName;
    }

    /** Adds a record; may be called by several threads, each best with records in time order. The content can be reused at once. */
    public void add(int source, RecordContent record) throws IOException {
        writing().add(source, record, 0);
    }

    /** Adds a record with a fingerprint of its content, by which its duplicates are known; 0 is none. */
    public void add(int source, RecordContent record, long fingerprint) throws IOException {
        writing().add(source, record, fingerprint);
    }

    /** Removes the records of {@code source} that begin at {@code fromOffset} or later and before {@code toOffset}. */
    public void deleteRange(int source, long fromOffset, long toOffset) throws IOException {
        writing().deleteRange(source, fromOffset, toOffset);
    }

    public void deleteSource(int source) throws IOException {
        writing().deleteSource(source);
    }

    /** Makes all that was added and removed so far durable, together with {@code data}. */
    public void commit(Map<String, String> data) throws IOException {
        writing().commit(data);
    }

    /** The data of the last commit, as of the last refresh where this index is read-only; empty for a new index. */
    public Map<String, String> commitData() throws IOException {
        Map<String, String> data;
        if (writing.isPresent()) {
            data = writing.get().data();
        } else {
            data = new HashMap<>(reader().getIndexCommit().getUserData());
        }
        data.remove(Schema.VERSION_KEY);
        return data;
    }

    /**
     * Lets later snapshots see what was added so far (or, read-only, what was committed). Costs more the more was added, so a writer
     * refreshes after a third of a second first and then ever more rarely.
     *
     * @return whether there was anything new
     */
    public boolean refresh() throws IOException {
        synchronized (refreshing) {
            DirectoryReader older = reader();
            DirectoryReader newer = writing.isPresent() ? writing.get().refresh(older) : DirectoryReader.openIfChanged(older);
            if (newer == null) {
                return false;
            }
            synchronized (current) {
                reader = newer;
            }
            older.decRef();
            return true;
        }
    }

    /** The index as of the last refresh. To be closed by the caller. */
    public IndexSnapshot snapshot() throws IOException {
        DirectoryReader taken;
        synchronized (current) {
            taken = reader;
            taken.incRef();
        }
        boolean opened = false;
        try {
            List<Segment> found = new ArrayList<>();
            for (LeafReaderContext leaf : taken.leaves()) {
                found.add(new Segment(leaf, segments.times(leaf.reader())));
            }
            opened = true;
            return new IndexSnapshot(this, taken, found);
        } finally {
            if (!opened) {
                taken.decRef();
            }
        }
    }

    private DirectoryReader reader() {
        synchronized (current) {
            return reader;
        }
    }

    /**
     * Reads what a person typed. The language is Lucene's, where words stand side by side for AND:
     * <ul>
     * <li>{@code word}, {@code alice@contoso.com}, {@code fe01.contoso.com}, {@code 10.0.0.9:5061}, {@code 0x80090325}, a GUID: as they
     * are, {@code sip:} before and punctuation after them do no harm; {@code "a phrase"}, {@code "a phrase"~3};
     * <li>{@code wild*card?}, {@code /regular expression/}, {@code fuzzy~1};
     * <li>{@code 'any part of the text'}, looked up in the raw text, without regard to case;
     * <li>{@code field:value}, {@code field:(a b)}, {@code field:*}, {@code status:[400 TO 499]}, {@code status:>=400},
     * {@code time:[2018-01-14T11:00 TO 2018-01-14T12:00]}, {@code direction:none};
     * <li>{@code AND OR NOT && || ! + - ( )}, where NOT binds closest and OR least.
     * </ul>
     * An empty query is every record. A field that no record can have is an error.
     */
    public RecordQuery parse(String query, SourceNames names) throws QuerySyntaxException {
        return new RecordQuery(new QueryParser(byName, names, text).parse(query));
    }

    private IndexWriting writing() {
        return writing.orElseThrow(() -> new IllegalStateException("this index was opened read-only"));
    }

    /** Closes the index; what was not committed is dropped, as if the process had been killed. Open snapshots stay usable. */
    @Override
    public void close() throws IOException {
        synchronized (refreshing) {
            reader().decRef();
        }
        if (writing.isPresent()) {
            writing.get().close();
        }
        if (readOnlyDirectory.isPresent()) {
            readOnlyDirectory.get().close();
        }
    }
}
