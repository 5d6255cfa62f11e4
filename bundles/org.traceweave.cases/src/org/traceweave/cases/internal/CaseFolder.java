package org.traceweave.cases.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The places inside a case folder. */
public record CaseFolder(Path path) {

    /** What ends the name of every case folder. */
    public static final String SUFFIX = ".case";

    public CaseFolder {
        path = path.toAbsolutePath().normalize();
    }

    public Path caseFile() {
        return path.resolve("case.json");
    }

    public Path index() {
        return path.resolve("index");
    }

    public Path derived() {
        return path.resolve("derived");
    }

    /** Sources kept inside the case, such as the members of archives, unpacked. */
    public Path copies() {
        return path.resolve("copies");
    }

    /** The trust lists that were added to the case. */
    public Path trust() {
        return path.resolve("trust");
    }

    /** The case's name: the folder's, without its ending. */
    public String name() {
        String name = path.getFileName() == null ? path.toString() : path.getFileName().toString();
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    /** Whether the folder holds nothing but what a case begins with: it was just made, or its making was killed. */
    public boolean isUnfinished() {
        try (Stream<Path> content = Files.list(path)) {
            Set<Path> own = Set.of(index(), derived(), caseFile().resolveSibling("case.json.new"));
            return content.allMatch(own::contains);
        } catch (IOException e) {
            // a file, or a folder that may not be looked into: not a place for a new case
            return false;
        }
    }

    public void createFolders() throws IOException {
        Files.createDirectories(index());
        Files.createDirectories(derived());
    }

    /** Writes what a file will hold. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream target) throws IOException;
    }

    /** The file's stream for one who closes it when done: it must reach the disk before it is closed. */
    private static final class KeptOpen extends BufferedOutputStream {

        KeptOpen(OutputStream target) {
            super(target, 1 << 16);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /** Replaces a file as a whole: whoever reads it, even after a kill at any moment, finds the old text or the new one. */
    public static void write(Path file, byte[] bytes) throws IOException {
        replace(file, true, target -> target.write(bytes));
    }

    /**
     * The same for what can be computed again and may be too much to be held: it is written as it comes. Nobody waits for the disk, so that
     * after the machine fails the file may be cut; its content must tell.
     */
    public static void writeRebuildable(Path file, Content content) throws IOException {
        replace(file, false, content);
    }

    private static void replace(Path file, boolean durable, Content content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            OutputStream target = new KeptOpen(Channels.newOutputStream(channel));
            content.writeTo(target);
            target.flush();
            if (durable) {
                channel.force(true);
            }
        }
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Deletes a folder and everything in it, as far as that is possible; what could not be deleted is returned. */
    public static List<Path> delete(Path folder) throws IOException {
        List<Path> left = new ArrayList<>();
        if (Files.exists(folder)) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    try {
                        Files.deleteIfExists(path);
                    } catch (IOException e) {
                        // Windows keeps a file that is still mapped; the caller decides whether that matters
                        left.add(path);
                    }
                }
            }
        }
        return left;
    }

    /** Copies a tree; files that never change again are linked instead where the file system can do that. */
    public static void copy(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else if (!path.getFileName().toString().equals("write.lock")) {
                    link(path, target);
                }
            }
        }
    }

    private static void link(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (IOException | UnsupportedOperationException e) {
            // another file system, or one without links
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
