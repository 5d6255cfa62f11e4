package org.traceweave.cases.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.regex.Pattern;
import org.traceweave.cases.CaseException;
import org.traceweave.cases.OutdatedCaseException;
import org.traceweave.index.IndexLockedException;
import org.traceweave.index.IndexOutdatedException;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.IndexedRecord;
import org.traceweave.index.QuerySyntaxException;
import org.traceweave.index.RecordIndex;
import org.traceweave.index.RecordQuery;
import org.traceweave.model.RecordField;

/**
 * The index of an open case together with the ledger that its last commit holds. Both are replaced at once when the case moves to another
 * folder, or when a failure to write closed the index. Safe for use by several threads.
 */
public final class CaseIndex {

    private final OpenSources openSources;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile CaseFolder folder;
    private volatile CaseLedger ledger;
    private volatile RecordIndex index;
    private volatile Optional<String> readOnlyReason = Optional.empty();

    private CaseIndex(CaseFolder folder, OpenSources openSources, boolean writable) throws IOException {
        this.folder = folder;
        this.openSources = openSources;
        this.index = writable ? openForWriting() : openReadOnly();
        this.ledger = CaseLedger.of(index.commitData());
    }

    public static CaseIndex create(CaseFolder folder, OpenSources openSources) throws CaseException {
        try {
            folder.createFolders();
            CaseIndex created = new CaseIndex(folder, openSources, true);
            created.index.commit(created.ledger.state().commitData());
            created.writeCaseFile();
            return created;
        } catch (IOException e) {
            throw new CaseException("The case " + folder.path() + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Begins the index of a case anew: its sources are known, none of them is read. */
    public static CaseIndex rebuild(CaseFolder folder, OpenSources openSources) throws CaseException {
        try {
            refuseIfHeld(folder);
            CaseLedger known = CaseLedger.ofCaseFile(Files.readString(folder.caseFile(), StandardCharsets.UTF_8));
            known.forgetProgress();
            CaseFolder.delete(folder.index());
            folder.createFolders();
            CaseIndex rebuilt = new CaseIndex(folder, openSources, true);
            rebuilt.ledger = known;
            CaseLedger.State state = known.state();
            rebuilt.index.commit(state.commitData());
            rebuilt.writeCaseFile();
            return rebuilt;
        } catch (IOException e) {
            throw new CaseException("The case " + folder.path() + " cannot be built again: " + e.getMessage(), e);
        }
    }

    private static void refuseIfHeld(CaseFolder folder) throws IOException {
        try {
            RecordIndex.openForWriting(folder.index(), RecordField.STANDARD, (source, offset, length) -> "").close();
        } catch (IndexLockedException e) {
            throw new IOException("another process has it open", e);
        } catch (IndexOutdatedException e) {
            // that is why it is built again
            return;
        }
    }

    /** @param writable whether it should be opened for writing if possible */
    public static CaseIndex open(CaseFolder folder, OpenSources openSources, boolean writable) throws CaseException {
        try {
            CaseIndex opened = new CaseIndex(folder, openSources, writable);
            if (opened.isWritable() && !opened.ledger.caseFile().equals(Files.readString(folder.caseFile(), StandardCharsets.UTF_8))) {
                // a kill came between the commit and the file that follows it
                opened.writeCaseFile();
            }
            return opened;
        } catch (IndexOutdatedException e) {
            throw new OutdatedCaseException("The case " + folder.path()
                    + " was written by another version of Traceweave: its index has to be built again from its sources.", e);
        } catch (IOException e) {
            throw new CaseException("The case " + folder.path() + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private RecordIndex openForWriting() throws IOException {
        try {
            return RecordIndex.openForWriting(folder.index(), RecordField.STANDARD, this::text);
        } catch (IndexLockedException e) {
            readOnlyReason = Optional.of("The case " + folder.name() + " is open in another process: it is read-only here until that one closes it.");
        } catch (IndexOutdatedException e) {
            throw e;
        } catch (IOException e) {
            if (Files.isWritable(folder.index())) {
                throw e;
            }
            readOnlyReason = Optional.of("The folder of the case " + folder.name() + " may not be written: it is open read-only.");
        }
        return openReadOnly();
    }

    private RecordIndex openReadOnly() throws IOException {
        return RecordIndex.openReadOnly(folder.index(), RecordField.STANDARD, this::text);
    }

    private void writeCaseFile() throws IOException {
        CaseFolder.write(folder.caseFile(), ledger.caseFile().getBytes(StandardCharsets.UTF_8));
    }

    /** For queries that look at the text itself: whole, so nothing is masked. */
    private String text(int source, long offset, int length) throws IOException {
        SourceEntry entry = ledger.entry(source);
        return entry == null ? "" : openSources.text(folder, entry, offset, length).orElse("");
    }

    public CaseFolder folder() {
        return folder;
    }

    public CaseLedger ledger() {
        return ledger;
    }

    public RecordIndex index() {
        return index;
    }

    public boolean isWritable() {
        return index.isWritable();
    }

    public Optional<String> readOnlyReason() {
        return readOnlyReason;
    }

    public IndexSnapshot snapshot() throws CaseException {
        lock.readLock().lock();
        try {
            return index.snapshot();
        } catch (IOException e) {
            throw new CaseException("The index of the case " + folder.name() + " cannot be read: " + e.getMessage(), e);
        } finally {
            lock.readLock().unlock();
        }
    }

    public boolean refresh() throws CaseException {
        lock.readLock().lock();
        try {
            boolean changed = index.refresh();
            if (changed && !index.isWritable()) {
                ledger = CaseLedger.of(index.commitData());
            }
            return changed;
        } catch (IOException e) {
            throw new CaseException("The index of the case " + folder.name() + " cannot be read: " + e.getMessage(), e);
        } finally {
            lock.readLock().unlock();
        }
    }

    public Optional<IndexedRecord> find(SourceEntry entry, long offset) throws CaseException {
        try (IndexSnapshot snapshot = snapshot()) {
            return snapshot.find(entry.number(), offset);
        } catch (CaseException e) {
            throw e;
        } catch (IOException e) {
            throw new CaseException("The index of the case " + folder.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    public RecordQuery parse(String text) throws QuerySyntaxException {
        return index.parse(text, this::numbers);
    }

    /** Sources that a name with wildcards means: their names, or the last part of them. */
    private Collection<Integer> numbers(String wanted) {
        Pattern pattern = pattern(wanted);
        return ledger.entries().stream().filter(entry -> pattern.matcher(entry.name()).matches()
                || pattern.matcher(lastPart(entry.name())).matches()).map(SourceEntry::number).toList();
    }

    private static Pattern pattern(String wanted) {
        StringBuilder pattern = new StringBuilder();
        for (char c : wanted.toCharArray()) {
            pattern.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** The source of that name, or that path, or else the only one whose name ends with it. */
    public Optional<SourceEntry> find(String name) {
        Optional<SourceEntry> named = ledger.named(name);
        if (named.isPresent()) {
            return named;
        }
        String path = absolute(name);
        List<SourceEntry> matching = ledger.entries().stream().filter(entry -> entry.file().matchesPath(path)).toList();
        if (matching.isEmpty()) {
            matching = ledger.entries().stream().filter(entry -> entry.name().endsWith("/" + name) || name.endsWith("/" + entry.name()))
                    .toList();
        }
        return matching.size() == 1 ? Optional.of(matching.getFirst()) : Optional.empty();
    }

    private static String absolute(String name) {
        try {
            return Path.of(name).toAbsolutePath().normalize().toString();
        } catch (InvalidPathException e) {
            // a name that no file here can have
            return name;
        }
    }

    /** After a failure to write: back to the last commit. Where even that cannot be opened for writing, it is read-only. */
    public void recover() throws CaseException {
        lock.writeLock().lock();
        try {
            closeQuietly();
            index = openForWriting();
            ledger = CaseLedger.of(index.commitData());
        } catch (IOException e) {
            throw new CaseException("The case " + folder.path() + " cannot be opened again (" + e.getMessage()
                    + "): close it, make room on its disk, and open it again.", e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void closeQuietly() {
        try {
            index.close();
        } catch (IOException e) {
            // the failure that is being recovered from closed it; the lock is gone either way
            readOnlyReason = Optional.empty();
        }
    }

    /** Commits, and goes on with a copy in another folder. */
    public void moveTo(CaseFolder target) throws CaseException {
        lock.writeLock().lock();
        CaseFolder old = folder;
        try {
            if (index.isWritable()) {
                index.commit(ledger.state().commitData());
            }
            index.close();
            try {
                CaseFolder.copy(old.path(), target.path());
                folder = target;
                readOnlyReason = Optional.empty();
            } finally {
                index = openForWriting();
                ledger = CaseLedger.of(index.commitData());
            }
            writeCaseFile();
        } catch (IOException e) {
            throw new CaseException("The case cannot be saved as " + target.path() + ": " + e.getMessage(), e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    public void close() throws CaseException {
        lock.writeLock().lock();
        try {
            index.close();
        } catch (IOException e) {
            throw new CaseException("The index of the case " + folder.name() + " cannot be closed: " + e.getMessage(), e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Deletes a temporary case; what cannot be deleted now goes when the program ends. */
    public static void discard(Path folder) throws CaseException {
        try {
            CaseFolder.delete(folder).forEach(left -> left.toFile().deleteOnExit());
        } catch (IOException e) {
            throw new CaseException("The temporary case " + folder + " cannot be deleted: " + e.getMessage(), e);
        }
    }
}
