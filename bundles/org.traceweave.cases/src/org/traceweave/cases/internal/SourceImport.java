package org.traceweave.cases.internal;

import java.io.Closeable;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.traceweave.readers.FileBytes;
import org.traceweave.readers.ReaderRegistry;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.SourceHead;
import org.traceweave.readers.SourcePart;
import org.traceweave.readers.SourceReader;
import org.traceweave.readers.SourceReading;

/**
 * One source while it is being imported: opened, its zone settled, cut into parts. Parts are handed out in order and finished in any;
 * the results that wait for an earlier part are kept here.
 */
final class SourceImport implements Closeable {

    private static final int HASH_CHUNK = 256 * 1024;

    private final SourceEntry entry;
    private @Nullable SourceBytes bytes;
    private @Nullable SourceReading reading;
    private String format = "";
    private List<SourcePart> parts = List.of();
    private final List<@Nullable PartRecords> results = new ArrayList<>();
    // these three are guarded by the import that this belongs to
    private boolean open;
    private boolean ended;
    private int nextPart;

    private final List<String> failedReaders = new ArrayList<>();
    private final MessageDigest digest = Sha256.digest();
    private long hashed;

    SourceImport(SourceEntry entry) {
        this.entry = entry;
    }

    SourceEntry entry() {
        return entry;
    }

    String format() {
        return format;
    }

    List<SourcePart> parts() {
        return parts;
    }

    /**
     * Opens the source, finds its format, settles its zone and cuts it.
     *
     * @return false if no reader knows the format
     * @throws IOException if it cannot be read at all; the message is one sentence
     */
    boolean open(CaseFolder folder, ReaderRegistry readers, ImportPace pace) throws IOException {
        SourceFile file = entry.file();
        SourceBytes opened = FileBytes.open(file.path(folder), file.name());
        bytes = opened;
        SourceHead head = new SourceHead(file.name(), opened.size(), opened.read(0, SourceHead.LENGTH));
        // a source that was begun goes on with the reader it was begun with
        Optional<SourceReader> begun = entry.partsDone() > 0 ? entry.format().flatMap(readers::reader) : Optional.empty();
        Optional<SourceReader> reader = begun.isPresent() ? begun : detect(readers, head);
        if (reader.isEmpty()) {
            return false;
        }
        SourceReading opening = reader.get().open(opened);
        reading = opening;
        format = reader.get().format();
        Zone zone = entry.partsDone() > 0 ? entry.zone() : zone(opening);
        long partBytes = entry.partsDone() > 0 ? entry.partBytes() : pace.partBytes(opened.size());
        parts = opening.parts(partBytes);
        for (int i = 0; i < parts.size(); i++) {
            results.add(null);
        }
        nextPart = entry.partsDone();
        entry.begin(format, zone, partBytes, parts.size());
        return true;
    }

    /** As {@link ReaderRegistry#detect}, but a reader that fails at it hides no other one. */
    private Optional<SourceReader> detect(ReaderRegistry readers, SourceHead head) {
        SourceReader best = null;
        int bestConfidence = 0;
        for (ReaderRegistry.Contribution contribution : readers.contributions()) {
            try {
                int confidence = contribution.reader().confidence(head);
                if (confidence > bestConfidence) {
                    best = contribution.reader();
                    bestConfidence = confidence;
                }
            } catch (RuntimeException e) {
                failedReaders.add("The reader " + contribution.reader().format() + " of " + contribution.bundle() + " failed on " + head.name()
                        + " (" + e + "): it was left out for this source.");
            }
        }
        return Optional.ofNullable(best);
    }

    /** One sentence for each reader that failed when it was asked whether it knows the format. */
    List<String> failedReaders() {
        return failedReaders;
    }

    private Zone zone(SourceReading opening) throws IOException {
        Optional<Long> byUser = entry.userOffset();
        return byUser.isPresent() ? Zone.byUser(byUser.get(), opening.clockSamples())
                : Zone.of(opening.timeIsUtc(), opening.clockSamples());
    }

    /** Its parts may be taken from now on. */
    void ready() {
        open = true;
    }

    boolean isOpen() {
        return open;
    }

    /** Nothing more will be read of it. */
    void end() {
        ended = true;
    }

    boolean isEnded() {
        return ended;
    }

    boolean hasPartLeft() {
        return open && nextPart < parts.size();
    }

    int takePart() {
        return nextPart++;
    }

    SourceReading reading() {
        if (reading == null) {
            throw new IllegalStateException(entry.name() + " is not open");
        }
        return reading;
    }

    void result(int part, PartRecords records) {
        results.set(part, records);
    }

    @Nullable PartRecords takeResult(int part) {
        return part < results.size() ? results.set(part, null) : null;
    }

    /** Goes on with the SHA-256 up to {@code to}: behind the reading threads, while the bytes are still in the system's cache. */
    synchronized void hashTo(long to) throws IOException {
        SourceBytes source = bytes;
        byte[] chunk = new byte[(int) Math.max(0, Math.min(HASH_CHUNK, to - hashed))];
        while (source != null && hashed < to) {
            int count = source.read(hashed, chunk, 0, (int) Math.min(chunk.length, to - hashed));
            if (count <= 0) {
                throw new IOException(entry.name() + " became shorter while it was read: import it again.");
            }
            digest.update(chunk, 0, count);
            hashed += count;
        }
    }

    synchronized String sha256() throws IOException {
        hashTo(bytes == null ? 0 : bytes.size());
        return Sha256.hex(digest);
    }

    @Override
    public synchronized void close() throws IOException {
        SourceBytes source = bytes;
        bytes = null;
        if (source != null) {
            source.close();
        }
    }
}
