package org.traceweave.cases.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.traceweave.index.RecordIndex;
import org.traceweave.model.Damage;
import org.traceweave.model.DamageKind;
import org.traceweave.model.SourceStatus;
import org.traceweave.readers.FileBytes;
import org.traceweave.readers.ReaderRegistry;
import org.traceweave.readers.SourcePart;
import org.traceweave.readers.SourceReading;

/**
 * Reads sources into the index: some threads read parts in the order of the sources, so that a big file is read by all of them; parts
 * are finished in that same order, whatever thread was first, so that how far the import got is one place in a list and duplicates
 * always go to the later record. What a commit says is finished is in that commit, whole; the rest is removed and read again by the
 * import that goes on from there.
 */
final class ImportRun {

    /** Hears from the threads of an import. Must return quickly. */
    interface Watcher {

        void sourceChanged(SourceEntry entry);

        void problem(SourceEntry entry, String sentence);
    }

    private final CaseFolder folder;
    private final RecordIndex index;
    private final ReaderRegistry readers;
    private final ImportPace pace;
    private final Watcher watcher;
    private final BooleanSupplier cancelled;
    private final List<SourceImport> sources;
    private final DuplicateSearch duplicates = new DuplicateSearch(this::readPrints);
    private final AtomicLong bytesDone = new AtomicLong();
    private final AtomicLong recordsDone = new AtomicLong();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final long bytesTotal;
    // the first source that is not finished; guarded by this
    private int frontier;
    private int nextToOpen;
    private int opening;
    private int workersLeft;

    ImportRun(CaseFolder folder, CaseLedger ledger, List<SourceEntry> toRead, RecordIndex index, ReaderRegistry readers, ImportPace pace,
            Watcher watcher, BooleanSupplier cancelled) {
        this.folder = folder;
        this.index = index;
        this.readers = readers;
        this.pace = pace;
        this.watcher = watcher;
        this.cancelled = cancelled;
        sources = toRead.stream().map(SourceImport::new).toList();
        bytesTotal = toRead.stream().mapToLong(entry -> entry.file().size()).sum();
        for (SourceEntry entry : ledger.entries()) {
            for (int part = 0; part < entry.partsDone(); part++) {
                duplicates.addFinished(entry, part);
            }
        }
    }

    long bytesTotal() {
        return bytesTotal;
    }

    long bytesDone() {
        return bytesDone.get();
    }

    long recordsDone() {
        return recordsDone.get();
    }

    /** Removes what an import that was broken off left behind its last finished part. */
    void clean(SourceImport source) throws IOException {
        SourceEntry entry = source.entry();
        if (entry.partsDone() < source.parts().size()) {
            index.deleteRange(entry.number(), source.parts().get(entry.partsDone()).from(), entry.file().size() + 1);
        }
    }

    /** Starts the threads. */
    void start() {
        workersLeft = pace.threads();
        for (int i = 0; i < pace.threads(); i++) {
            Thread.ofPlatform().name("traceweave-import-" + i).daemon().start(this::work);
        }
    }

    /**
     * Waits until all is read, or the import was cancelled or failed.
     *
     * @param millis how long at most
     * @return whether it is over
     */
    synchronized boolean await(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (workersLeft > 0) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                // nobody may interrupt a thread near the index; whoever did finds the flag set again
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** Why the import cannot go on, if so: the index could not be written, or there is an error in the program. */
    @Nullable Throwable failure() {
        return failure.get();
    }

    /** After the threads have ended: closes what is open, and removes what was read in part only. */
    void end() throws IOException {
        for (SourceImport source : sources) {
            if (source.isOpen() && !source.isEnded() && failure.get() == null) {
                clean(source);
            }
            source.close();
        }
    }

    private boolean isOver() {
        return cancelled.getAsBoolean() || failure.get() != null;
    }

    private void work() {
        PrintSet seen = new PrintSet();
        try {
            while (step(seen)) {
                if (isOver()) {
                    break;
                }
            }
        } catch (PartRecords.IndexFailure e) {
            failure.compareAndSet(null, e.reason());
        } catch (IOException | RuntimeException | Error e) {
            // ends the thread either way; the importing caller throws it on
            failure.compareAndSet(null, e);
        } finally {
            synchronized (this) {
                workersLeft--;
                notifyAll();
            }
        }
    }

    /** Does one piece of work: the next part of the earliest source, or else opens another source. */
    private boolean step(PrintSet seen) throws IOException {
        SourceImport source = null;
        int part = -1;
        synchronized (this) {
            while (source == null) {
                if (isOver()) {
                    return false;
                }
                for (int i = frontier; i < nextToOpen && source == null; i++) {
                    if (sources.get(i).hasPartLeft()) {
                        source = sources.get(i);
                        part = source.takePart();
                    }
                }
                if (source == null && nextToOpen < sources.size()) {
                    source = sources.get(nextToOpen++);
                    opening++;
                } else if (source == null && opening == 0) {
                    return false;
                } else if (source == null) {
                    pause();
                }
            }
        }
        if (part < 0) {
            open(source);
        } else {
            read(source, part, seen);
        }
        return true;
    }

    private void pause() {
        try {
            wait(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void open(SourceImport source) throws IOException {
        SourceEntry entry = source.entry();
        boolean leftovers = entry.mayHaveLeftovers();
        try {
            boolean known = source.open(folder, readers, pace);
            source.failedReaders().forEach(sentence -> watcher.problem(entry, sentence));
            if (known) {
                if (leftovers) {
                    clean(source);
                }
                for (int i = 0; i < entry.partsDone(); i++) {
                    SourcePart part = source.parts().get(i);
                    bytesDone.addAndGet(part.to() - part.from());
                }
                synchronized (this) {
                    source.ready();
                }
            } else {
                fail(source, SourceStatus.UNRECOGNISED, unrecognised(entry));
            }
        } catch (IOException e) {
            fail(source, SourceStatus.FAILED, worded(e, entry.name() + " cannot be read."));
        } catch (RuntimeException e) {
            // a reader may come from a plug-in: one that fails loses its source, not the import
            fail(source, SourceStatus.FAILED, "The reader of " + entry.name() + " failed (" + e + "): the rest was imported.");
        } finally {
            synchronized (this) {
                opening--;
                notifyAll();
            }
        }
        watcher.sourceChanged(entry);
        advance();
    }

    private static String unrecognised(SourceEntry entry) {
        return entry.file().size() == 0 ? entry.name() + " is empty."
                : entry.name() + " is of no known format: it was left out; the formats that can be read are listed by \"formats\".";
    }

    private void fail(SourceImport source, SourceStatus status, String sentence) {
        source.entry().fail(status, sentence);
        synchronized (this) {
            source.end();
        }
        watcher.problem(source.entry(), sentence);
        bytesDone.addAndGet(source.entry().file().size());
    }

    private void read(SourceImport source, int number, PrintSet seen) throws IOException {
        SourcePart part = source.parts().get(number);
        SourceEntry entry = source.entry();
        PartRecords records = new PartRecords(index, entry, source.format(), duplicates.lookup(entry, source.format()), seen, part.from(),
                bytesDone, recordsDone, this::isOver);
        try {
            source.reading().read(part, entry.zone().offsetNanos(), records);
        } catch (PartRecords.IndexFailure e) {
            throw e;
        } catch (IOException e) {
            records.damage(new Damage(part.from(), part.to() - part.from(), DamageKind.UNREADABLE, worded(e, "cannot be read")));
        } catch (RuntimeException e) {
            // a reader may come from a plug-in: one that fails loses the part, not the import
            records.damage(new Damage(part.from(), part.to() - part.from(), DamageKind.UNREADABLE,
                    "the reader for " + source.format() + " failed: " + e));
        }
        if (isOver()) {
            return;
        }
        records.end(part.to());
        synchronized (this) {
            source.result(number, records);
        }
        advance();
    }

    /** Finishes, in order, every part that is read and has no unfinished one before it. */
    private void advance() throws IOException {
        List<SourceImport> done = new ArrayList<>();
        SourceImport current = null;
        long readTo = 0;
        synchronized (this) {
            while (frontier < sources.size() && (frontier < nextToOpen)) {
                SourceImport source = sources.get(frontier);
                if (source.isOpen() && !source.isEnded()) {
                    finishParts(source);
                    current = source;
                    int partsDone = source.entry().partsDone();
                    readTo = partsDone == 0 ? 0 : source.parts().get(partsDone - 1).to();
                    if (partsDone < source.parts().size()) {
                        break;
                    }
                    source.end();
                    done.add(source);
                } else if (!source.isEnded()) {
                    break;
                }
                frontier++;
            }
        }
        for (SourceImport source : done) {
            complete(source);
        }
        if (current != null && !done.contains(current)) {
            hash(current, readTo);
        }
    }

    private void finishParts(SourceImport source) throws IOException {
        SourceEntry entry = source.entry();
        PartRecords records;
        while ((records = source.takeResult(entry.partsDone())) != null) {
            SourceTally tally = records.tally();
            PartPrints prints = records.prints();
            for (Map.Entry<Integer, Integer> late : records.lookup().late(prints, tally).entrySet()) {
                long offset = prints.offset(late.getKey());
                index.deleteRange(entry.number(), offset, offset + 1);
                tally.duplicate(late.getValue());
            }
            int part = entry.partsDone();
            duplicates.addFinished(entry, part, source.format(), tally.first(), tally.last(), prints.sorted());
            entry.partDone(tally);
        }
    }

    private void hash(SourceImport source, long to) {
        try {
            source.hashTo(to);
        } catch (IOException e) {
            // the same error meets whoever completes the source, who tells it
            watcher.sourceChanged(source.entry());
        }
    }

    /** All parts are finished: the hash is, too, and what the source looks like now decides on its status. */
    private void complete(SourceImport source) {
        SourceEntry entry = source.entry();
        try {
            String sha256 = source.sha256();
            boolean changed = entry.file().copy().isEmpty() && !entry.file().looksUnchanged();
            if (changed) {
                watcher.problem(entry, entry.name() + " changed while it was read: import it again to have all of it.");
            }
            boolean damaged = entry.tally().isDamaged();
            if (damaged) {
                watcher.problem(entry, damage(entry));
            }
            entry.finish(changed || damaged ? SourceStatus.PARTIAL : SourceStatus.COMPLETE, java.util.Optional.of(sha256));
        } catch (IOException e) {
            String sentence = worded(e, entry.name() + " cannot be read to its end.");
            entry.finish(SourceStatus.PARTIAL, java.util.Optional.empty());
            watcher.problem(entry, sentence);
        }
        watcher.sourceChanged(entry);
        try {
            source.close();
        } catch (IOException e) {
            watcher.problem(entry, worded(e, entry.name() + " cannot be closed."));
        }
    }

    private static String damage(SourceEntry entry) {
        Damage first = entry.tally().damage().getFirst();
        String detail = first.detail().endsWith(".") ? first.detail().substring(0, first.detail().length() - 1) : first.detail();
        return entry.name() + " is damaged at byte " + first.offset() + " (" + first.kind().word() + ": " + detail
                + "): what can be read of it was imported.";
    }

    /** Fingerprints of a part that was finished in an earlier import, or so long ago that they are forgotten. */
    private PartPrints readPrints(SourceEntry entry, int part) {
        PartPrints prints = new PartPrints();
        SourceFile file = entry.file();
        try (FileBytes bytes = FileBytes.open(file.path(folder), file.name())) {
            var reader = entry.format().flatMap(readers::reader);
            if (reader.isPresent()) {
                SourceReading reading = reader.get().open(bytes);
                reading.read(reading.parts(entry.partBytes()).get(part), entry.zone().offsetNanos(), new PrintsOnly(prints));
            }
        } catch (IOException e) {
            watcher.problem(entry, file.name() + " cannot be read any more, so records it shares with other sources may be in the case twice.");
        }
        return prints;
    }

    private static String worded(IOException e, String otherwise) {
        return e.getMessage() == null ? otherwise : e.getMessage();
    }

    /** How far the import got, as one commit can say it: between two parts. */
    synchronized CaseLedger.State stateNow(CaseLedger ledger) {
        return ledger.state();
    }

    /** The caller could not write; the threads end. */
    void fail(Throwable e) {
        failure.compareAndSet(null, e);
    }
}
