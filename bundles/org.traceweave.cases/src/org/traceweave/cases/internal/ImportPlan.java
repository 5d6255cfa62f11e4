package org.traceweave.cases.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.traceweave.model.SourceStatus;
import org.traceweave.readers.Archives;
import org.traceweave.readers.FileBytes;

/**
 * Compares what was found with what a case has: what is new, what goes on where an import was broken off, what changed and is read
 * again, what is there already, under this name or another. Changes the ledger; the index is the caller's part. For one thread.
 */
final class ImportPlan {

    private static final int MOST_NESTED = 3;

    private final CaseFolder folder;
    private final CaseLedger ledger;
    private final List<String> problems;
    private final BooleanSupplier cancelled;
    private final SourceNaming naming;
    private final Set<SourceEntry> touched = new LinkedHashSet<>();
    private final Set<SourceEntry> toRead = new LinkedHashSet<>();
    private final Set<Integer> removed = new LinkedHashSet<>();
    private final Map<Place, SourceEntry> byPlace = new HashMap<>();
    private final Map<String, List<SourceEntry>> byKey = new HashMap<>();

    /** Where a source comes from: a file, or a member of an archive. */
    private record Place(String origin, String member) {
    }

    ImportPlan(CaseFolder folder, CaseLedger ledger, List<String> problems, BooleanSupplier cancelled) {
        this.folder = folder;
        this.ledger = ledger;
        this.problems = problems;
        this.cancelled = cancelled;
        Set<String> names = new HashSet<>();
        ledger.entries().forEach(entry -> {
            names.add(entry.name());
            know(entry);
        });
        naming = new SourceNaming(names);
    }

    void add(List<DiscoveredFile> files) {
        for (DiscoveredFile file : files) {
            if (cancelled.getAsBoolean()) {
                return;
            }
            try {
                if (Archives.kind(file.path()).isPresent()) {
                    archive(file);
                } else {
                    file(file, "", "", file.path());
                }
            } catch (IOException e) {
                problems.add(sentence(e, file.name()));
            }
        }
        reReadDependents();
    }

    /** Goes on with every source that has something left to read. */
    void addUnfinished() {
        for (SourceEntry entry : ledger.entries()) {
            if (entry.status() == SourceStatus.PENDING || entry.status() == SourceStatus.IMPORTING) {
                touched.add(entry);
                try {
                    goOn(entry);
                } catch (IOException e) {
                    // it is gone or cannot be read: so will opening it say
                    toRead.add(entry);
                }
            }
        }
        reReadDependents();
    }

    private void goOn(SourceEntry entry) throws IOException {
        SourceFile file = entry.file();
        Path path = Path.of(file.origin());
        if (file.looksUnchanged() || !file.copy().isEmpty()) {
            toRead.add(entry);
        } else {
            replace(entry, new DiscoveredFile(entry.name(), path, Files.size(path), Files.getLastModifiedTime(path).toMillis()), "", path);
        }
    }

    /** Every source that was asked for and is in the case, in the order of import. */
    List<SourceEntry> touched() {
        return List.copyOf(touched);
    }

    /** Those that have something left to read, in the order of import. */
    List<SourceEntry> toRead() {
        return toRead.stream().sorted((left, right) -> Integer.compare(left.number(), right.number())).toList();
    }

    /** Numbers of sources whose records are to be removed from the index. */
    Set<Integer> removed() {
        return removed;
    }

    private void file(DiscoveredFile origin, String member, String copy, Path path) throws IOException {
        SourceEntry known = byPlace.get(new Place(origin.path().toString(), member));
        if (known == null) {
            fresh(origin, member, copy, path);
            return;
        }
        touched.add(known);
        if (known.file().looksUnchanged()) {
            if (known.status() == SourceStatus.FAILED || known.status() == SourceStatus.UNRECOGNISED) {
                replace(known);
            } else if (!known.isFinished()) {
                toRead.add(known);
            }
            return;
        }
        SourceFile now = describe(known.number(), known.name(), origin, member, copy, path);
        if (known.isFinished() && now.key().equals(known.file().key()) && now.size() == known.file().size()
                && known.sha256().equals(Optional.of(sha256(path, known.name())))) {
            known.found(now);
        } else {
            replace(known, origin, copy, path);
        }
    }

    private void fresh(DiscoveredFile origin, String member, String copy, Path path) throws IOException {
        SourceFile described = describe(-1, origin.name(), origin, member, copy, path);
        for (SourceEntry other : byKey.getOrDefault(described.key(), List.of())) {
            if (other.file().size() == described.size() && isSame(other, path)) {
                same(other, described, path);
                return;
            }
        }
        SourceEntry entry = new SourceEntry(describe(ledger.takeNumber(), naming.name(origin.name(), origin.path()), origin, member, copy,
                path));
        take(entry);
    }

    private void take(SourceEntry entry) {
        ledger.add(entry);
        know(entry);
        touched.add(entry);
        toRead.add(entry);
    }

    private void know(SourceEntry entry) {
        byPlace.put(new Place(entry.file().origin(), entry.file().member()), entry);
        byKey.computeIfAbsent(entry.file().key(), key -> new ArrayList<>()).add(entry);
    }

    private boolean isSame(SourceEntry other, Path path) throws IOException {
        Path otherPath = other.file().path(folder);
        String sha256 = sha256(path, path.toString());
        Optional<String> known = other.sha256();
        if (known.isPresent()) {
            return known.get().equals(sha256);
        }
        return Files.isReadable(otherPath) && sha256(otherPath, other.name()).equals(sha256);
    }

    /** The same bytes are in the case already: under another name, or they were moved. */
    private void same(SourceEntry other, SourceFile found, Path path) throws IOException {
        touched.add(other);
        if (found.copy().isEmpty() && other.file().copy().isEmpty() && !Files.exists(Path.of(other.file().origin()))) {
            other.found(other.file().at(found.origin(), found.modified()));
            if (!other.isFinished()) {
                toRead.add(other);
            }
        } else {
            problems.add(found.name() + " is the same as " + other.name() + ", byte for byte: it was not imported twice.");
            if (!found.copy().isEmpty()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private SourceFile describe(int number, String name, DiscoveredFile origin, String member, String copy, Path path)
            throws IOException {
        try (FileBytes bytes = FileBytes.open(path, name)) {
            return new SourceFile(number, name, origin.path().toString(), member, copy, bytes.size(), origin.size(), origin.modified(),
                    Sha256.key(bytes));
        }
    }

    private static String sha256(Path path, String name) throws IOException {
        try (FileBytes bytes = FileBytes.open(path, name)) {
            return Sha256.of(bytes);
        }
    }

    /** Reads a source anew from its beginning, under a new number. */
    private void replace(SourceEntry old, DiscoveredFile origin, String copy, Path path) throws IOException {
        renew(old, describe(ledger.takeNumber(), old.name(), origin, old.file().member(), copy, path));
    }

    void replace(SourceEntry old) {
        SourceFile file = old.file();
        renew(old, new SourceFile(ledger.takeNumber(), file.name(), file.origin(), file.member(), file.copy(), file.size(),
                file.originSize(), file.modified(), file.key()));
    }

    private void renew(SourceEntry old, SourceFile file) {
        SourceEntry fresh = new SourceEntry(file);
        old.userOffset().ifPresent(fresh::userOffset);
        drop(old);
        take(fresh);
    }

    private void drop(SourceEntry old) {
        ledger.remove(old);
        byPlace.remove(new Place(old.file().origin(), old.file().member()));
        byKey.getOrDefault(old.file().key(), List.of()).remove(old);
        removed.add(old.number());
        touched.remove(old);
        toRead.remove(old);
    }

    /** Sources that left out records because a removed one had them are read again too, or those records would be lost. */
    void reReadDependents() {
        boolean more = !removed.isEmpty();
        while (more) {
            more = false;
            for (SourceEntry entry : ledger.entries()) {
                if (entry.repeats(removed)) {
                    replace(entry);
                    more = true;
                }
            }
        }
    }

    private void archive(DiscoveredFile file) throws IOException {
        List<SourceEntry> members = ledger.entries().stream()
                .filter(entry -> !entry.file().copy().isEmpty() && entry.file().origin().equals(file.path().toString())).toList();
        boolean unchanged = !members.isEmpty();
        for (SourceEntry member : members) {
            unchanged &= member.file().looksUnchanged() && Files.exists(member.file().path(folder));
        }
        if (unchanged) {
            for (SourceEntry member : members) {
                file(file, member.file().member(), member.file().copy(), member.file().path(folder));
            }
            return;
        }
        members.forEach(this::drop);
        String copies = "archive-" + ledger.takeNumber();
        unpack(file, file.path(), "", copies, 1);
    }

    private void unpack(DiscoveredFile origin, Path archive, String prefix, String copies, int depth) throws IOException {
        Path target = folder.copies().resolve(copies);
        Files.createDirectories(target);
        List<Archives.Unpacked> unpacked = new ArrayList<>(
                Archives.unpack(archive, target, Archives.Limits.DEFAULT, cancelled));
        if (cancelled.getAsBoolean()) {
            return;
        }
        unpacked.sort((left, right) -> left.member().name().compareTo(right.member().name()));
        int nested = 0;
        for (Archives.Unpacked part : unpacked) {
            String member = prefix + part.member().name();
            String copy = folder.copies().relativize(part.file()).toString().replace('\\', '/');
            DiscoveredFile named = new DiscoveredFile(origin.name() + Archives.SEPARATOR + member, origin.path(), origin.size(),
                    origin.modified());
            try {
                if (depth < MOST_NESTED && Archives.kind(part.file()).isPresent()) {
                    unpack(origin, part.file(), member + Archives.SEPARATOR, copies + "/" + nested++, depth + 1);
                    Files.deleteIfExists(part.file());
                } else {
                    file(named, member, copy, part.file());
                }
            } catch (IOException e) {
                problems.add(sentence(e, named.name()));
            }
        }
    }

    private static String sentence(IOException e, String name) {
        String message = e.getMessage();
        return message == null ? name + " cannot be read." : message;
    }
}
