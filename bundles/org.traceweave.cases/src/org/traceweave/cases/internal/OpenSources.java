package org.traceweave.cases.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.traceweave.cases.CaseException;
import org.traceweave.model.Damage;
import org.traceweave.readers.FileBytes;
import org.traceweave.readers.ReaderRegistry;
import org.traceweave.readers.RecordDraft;
import org.traceweave.readers.RecordSink;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.SourceReader;
import org.traceweave.readers.SourceReading;

/**
 * The sources whose bytes are wanted again after import. A few stay open. Each is checked, when it is opened and from time to time, to be
 * what was imported. Safe for use by several threads.
 */
public final class OpenSources implements Closeable {

    private static final int MOST_OPEN = 32;
    private static final long CHECK_NANOS = 1_000_000_000L;

    private final ReaderRegistry readers;
    private final Map<SourceEntry, Opened> open = new LinkedHashMap<>(16, 0.75f, true);

    /** What is done with a source while it is held open. */
    public interface Use<T> {
        T with(SourceBytes bytes, Optional<SourceReading> reading) throws IOException;
    }

    private static final class Opened {
        final SourceBytes bytes;
        final Optional<SourceReading> reading;
        int users;
        boolean dropped;
        long checked;

        Opened(SourceBytes bytes, Optional<SourceReading> reading) {
            this.bytes = bytes;
            this.reading = reading;
            this.checked = System.nanoTime();
        }
    }

    public OpenSources(ReaderRegistry readers) {
        this.readers = readers;
    }

    /** The whole text of a record, as its reader decodes it, nothing masked; empty where no record begins there. */
    public Optional<String> text(CaseFolder folder, SourceEntry entry, long offset, int length) throws CaseException {
        return use(folder, entry, (bytes, reading) -> {
            Text text = new Text();
            if (reading.isPresent()) {
                reading.get().textAt(offset, length, text);
            }
            return Optional.ofNullable(text.found);
        });
    }

    /** @throws CaseException if the source is gone, changed, or cannot be read */
    public <T> T use(CaseFolder folder, SourceEntry entry, Use<T> use) throws CaseException {
        Opened opened = take(folder, entry);
        try {
            return use.with(opened.bytes, opened.reading);
        } catch (CaseException e) {
            throw e;
        } catch (IOException e) {
            throw new CaseException(worded(e, entry), e);
        } finally {
            giveBack(opened);
        }
    }

    private Opened take(CaseFolder folder, SourceEntry entry) throws CaseException {
        synchronized (open) {
            Opened opened = open.get(entry);
            if (opened != null && System.nanoTime() - opened.checked > CHECK_NANOS) {
                opened.checked = System.nanoTime();
                if (!isUntouched(folder, entry)) {
                    drop(opened);
                    open.remove(entry);
                    opened = null;
                }
            }
            if (opened == null) {
                opened = open(folder, entry);
                open.put(entry, opened);
                shrink();
            }
            opened.users++;
            return opened;
        }
    }

    private void shrink() throws CaseException {
        Iterator<Opened> oldest = open.values().iterator();
        if (open.size() > MOST_OPEN) {
            Opened opened = oldest.next();
            oldest.remove();
            drop(opened);
        }
    }

    private void giveBack(Opened opened) throws CaseException {
        synchronized (open) {
            opened.users--;
            if (opened.dropped) {
                drop(opened);
            }
        }
    }

    private static void drop(Opened opened) throws CaseException {
        opened.dropped = true;
        if (opened.users == 0) {
            try {
                opened.bytes.close();
            } catch (IOException e) {
                throw new CaseException(opened.bytes.name() + " cannot be closed: " + e.getMessage(), e);
            }
        }
    }

    private Opened open(CaseFolder folder, SourceEntry entry) throws CaseException {
        SourceBytes bytes = bytes(folder, entry);
        try {
            Optional<SourceReader> reader = entry.format().flatMap(readers::reader);
            return new Opened(bytes, reader.isPresent() ? Optional.of(reader.get().open(bytes)) : Optional.empty());
        } catch (IOException e) {
            throw new CaseException(worded(e, entry), e);
        }
    }

    /** Opens a source for a caller who closes it. */
    public static SourceBytes bytes(CaseFolder folder, SourceEntry entry) throws CaseException {
        SourceFile file = entry.file();
        Path path = file.path(folder);
        if (!Files.exists(path)) {
            throw new CaseException(file.name() + " is no longer at " + path + ": put it back, or import it from where it is now.");
        }
        try {
            FileBytes bytes = FileBytes.open(path, file.name());
            if (bytes.size() != file.size() || !isUntouched(folder, entry) && !Sha256.key(bytes).equals(file.key())) {
                bytes.close();
                throw new CaseException(file.name() + " changed since it was imported: import it again.");
            }
            return bytes;
        } catch (CaseException e) {
            throw e;
        } catch (IOException e) {
            throw new CaseException(worded(e, entry), e);
        }
    }

    private static boolean isUntouched(CaseFolder folder, SourceEntry entry) {
        try {
            return entry.file().copy().isEmpty() ? entry.file().looksUnchanged()
                    : Files.size(entry.file().path(folder)) == entry.file().size();
        } catch (IOException e) {
            // gone or unreadable: whoever opens it next tells why
            return false;
        }
    }

    private static String worded(IOException e, SourceEntry entry) {
        return e.getMessage() == null ? entry.name() + " cannot be read." : e.getMessage();
    }

    @Override
    public void close() throws CaseException {
        synchronized (open) {
            for (Opened opened : open.values()) {
                drop(opened);
            }
            open.clear();
        }
    }

    private static final class Text implements RecordSink {

        private @Nullable String found;

        @Override
        public void record(RecordDraft draft) {
            if (found == null) {
                found = new String(draft.text(), draft.textStart(), draft.textLength(), StandardCharsets.UTF_8);
            }
        }

        @Override
        public void damage(Damage damage) {
            // it was told when the record was imported
        }
    }
}
