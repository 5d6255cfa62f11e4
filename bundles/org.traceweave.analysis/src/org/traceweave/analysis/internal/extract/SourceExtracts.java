package org.traceweave.analysis.internal.extract;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.index.IndexSnapshot;
import org.traceweave.index.IndexedRecord;
import org.traceweave.index.RecordQuery;
import org.traceweave.model.RecordField;
import org.traceweave.model.Source;
import org.traceweave.model.SourceStatus;

/**
 * The messages of one kind that a case's sources hold, read once from each source and then kept beside the case in {@code derived/}, so that
 * a source that is added later is all that is read then. What is kept of a source is good as long as its bytes, its zone and what
 * the index holds of it are the same; clocks' skew is no part of it. Small sources are not worth a file, and are read every time.
 */
public final class SourceExtracts<T> {

    /** How one kind of message is read out of a record, by several threads at once unless it says no, and written to and from a file. */
    public interface Codec<T> {
        Optional<T> read(IndexedRecord record) throws IOException;

        void write(T message, ExtractOut out) throws IOException;

        T read(String source, ExtractIn in) throws IOException;

        /** Whether only one thread at a time may read. */
        default boolean isForOneThread() {
            return false;
        }

        /** Whether what was read is all there is to read; asked when all is read. */
        default boolean isComplete() {
            return true;
        }
    }

    private static final long SMALL = 1 << 20;
    private static final String FOLDER = "messages";

    private final Case source;
    private final String name;
    private final Optional<String> version;
    private final Codec<T> codec;

    /**
     * @param name of the kind, in file names
     * @param version of what is read out of a message; nothing is kept where there is none
     */
    public SourceExtracts(Case source, String name, Optional<String> version, Codec<T> codec) {
        this.source = source;
        this.name = name;
        this.version = version;
        this.codec = codec;
    }

    /** All messages, in the order of the index: by time, then by source. */
    public List<T> messages(IndexSnapshot snapshot, RecordQuery query, List<RecordField> fields, ToLongFunction<T> time, UnaryOperator<String> shared,
            CancelSignal cancel) throws IOException {
        // counted in the same snapshot, so that what was read of a source while it grew is never taken for all of it
        Map<Integer, Long> indexed = snapshot.sourceCounts();
        Map<Integer, List<T>> bySource = new TreeMap<>();
        Map<Integer, String> toKeep = new HashMap<>();
        List<Integer> toRead = new ArrayList<>();
        for (Source each : source.sources()) {
            Optional<Integer> number = source.sourceNumber(each.source());
            if (number.isPresent()) {
                Optional<String> key = key(each, indexed.getOrDefault(number.get(), 0L));
                Optional<List<T>> kept = key.isEmpty() ? Optional.empty() : load(number.get(), each.source(), key.get(), shared);
                if (kept.isPresent()) {
                    bySource.put(number.get(), kept.get());
                } else {
                    toRead.add(number.get());
                    key.ifPresent(good -> toKeep.put(number.get(), good));
                }
            }
        }
        boolean all = bySource.isEmpty();
        if (!toRead.isEmpty()) {
            RecordQuery wanted = all ? query : query.and(RecordQuery.source(toRead.stream().mapToInt(Integer::intValue).toArray()));
            BiConsumer<IndexedRecord, T> sink = (record, message) -> bySource.computeIfAbsent(record.source(), absent -> new ArrayList<>()).add(message);
            if (codec.isForOneThread()) {
                snapshot.scan(wanted, fields, record -> {
                    if (cancel.isCancelled()) {
                        throw new CancellationException();
                    }
                    codec.read(record).ifPresent(message -> sink.accept(record, message));
                    return true;
                });
            } else {
                RecordBatches.scan(snapshot, wanted, fields, codec::read, sink, cancel);
            }
        }
        keep(toKeep, bySource);
        List<T> messages = new ArrayList<>(bySource.values().stream().mapToInt(List::size).sum());
        bySource.values().forEach(messages::addAll);
        // stable: of one time, sources keep their order, and records that within their source
        messages.sort(Comparator.comparingLong(time));
        return messages;
    }

    /** What the messages of a source depend on; empty where it is too small, or may still grow. */
    private Optional<String> key(Source of, long indexed) {
        boolean finished = of.status() == SourceStatus.COMPLETE || of.status() == SourceStatus.PARTIAL;
        if (version.isEmpty() || !finished || of.sha256().isEmpty() || of.bytes() < SMALL) {
            return Optional.empty();
        }
        List<String> zones = of.clocks().stream().map(clock -> clock.host() + "=" + clock.offsetSeconds()).toList();
        return Optional.of(String.join("|", version.get(), of.source(), of.sha256().get(), of.format().orElse(""), of.status().word(), Long.toString(of.bytes()),
                Long.toString(indexed), zones.toString()));
    }

    private Path folder() {
        return source.derived().resolve(FOLDER);
    }

    private Path file(int number) {
        return folder().resolve(name + "-" + number + ".bin");
    }

    private Optional<List<T>> load(int number, String sourceName, String key, UnaryOperator<String> shared) throws IOException {
        byte[] file;
        try {
            file = Files.readAllBytes(file(number));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try {
            ExtractIn in = new ExtractIn(file, shared);
            if (!in.text().equals(key)) {
                return Optional.empty();
            }
            int size = in.count();
            List<T> messages = new ArrayList<>(size);
            for (int index = 0; index < size; index++) {
                messages.add(codec.read(sourceName, in));
            }
            return Optional.of(messages);
        } catch (IOException damaged) {
            // it is rebuilt from the source
            return Optional.empty();
        }
    }

    private void keep(Map<Integer, String> toKeep, Map<Integer, List<T>> bySource) throws IOException {
        if (toKeep.isEmpty() || source.isReadOnly() || !codec.isComplete()) {
            return;
        }
        Files.createDirectories(folder());
        for (Map.Entry<Integer, String> each : toKeep.entrySet()) {
            List<T> messages = bySource.getOrDefault(each.getKey(), List.of());
            Path temporary = folder().resolve(name + "-" + each.getKey() + ".part");
            try (ExtractOut out = new ExtractOut(Files.newOutputStream(temporary))) {
                out.text(each.getValue());
                out.number(messages.size());
                for (T message : messages) {
                    codec.write(message, out);
                }
            }
            Files.move(temporary, file(each.getKey()), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        forgetRemoved();
    }

    /** Deletes what was kept of sources that the case no longer has. */
    private void forgetRemoved() throws IOException {
        List<Path> known = source.sources().stream().map(each -> source.sourceNumber(each.source())).flatMap(Optional::stream).map(this::file).toList();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder(), name + "-*.bin")) {
            for (Path file : files) {
                if (!known.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }
}
