package org.traceweave.cases.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the files behind the paths a user named: files as they are, folders with all that is in them, sorted. A file of a folder is
 * named by its path below that folder, so that a copied folder gives the same names anywhere.
 */
final class SourceDiscovery {

    private static final int TRUTH_HEAD = 4096;

    private final List<String> problems;
    private final Map<Path, DiscoveredFile> found = new LinkedHashMap<>();

    /** @param problems gets one sentence for each place that could not be looked into */
    SourceDiscovery(List<String> problems) {
        this.problems = problems;
    }

    List<DiscoveredFile> find(List<Path> paths) {
        for (Path path : paths) {
            Path absolute = path.toAbsolutePath().normalize();
            try {
                if (Files.isDirectory(absolute)) {
                    folder(absolute);
                } else if (Files.exists(absolute)) {
                    add(absolute.getFileName().toString(), absolute, Files.readAttributes(absolute, BasicFileAttributes.class));
                } else {
                    problems.add(path + " does not exist: check the path.");
                }
            } catch (IOException e) {
                problems.add(unreadable(absolute, e));
            }
        }
        return List.copyOf(found.values());
    }

    private void folder(Path folder) throws IOException {
        List<DiscoveredFile> inside = new ArrayList<>();
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                // a case among the traces is not a source
                boolean isCase = path.getFileName() != null && path.getFileName().toString().endsWith(CaseFolder.SUFFIX)
                        && Files.exists(new CaseFolder(path).caseFile());
                return isCase ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && !isTruth(path)) {
                    String name = folder.relativize(path).toString().replace('\\', '/');
                    inside.add(new DiscoveredFile(name, path, attributes.size(), attributes.lastModifiedTime().toMillis()));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException e) {
                // a link back to a folder above leads to nothing new
                if (!(e instanceof FileSystemLoopException)) {
                    problems.add(unreadable(path, e));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        inside.sort(Comparator.comparing(DiscoveredFile::name));
        inside.forEach(file -> found.putIfAbsent(file.path(), file));
    }

    private void add(String name, Path path, BasicFileAttributes attributes) {
        found.putIfAbsent(path, new DiscoveredFile(name, path, attributes.size(), attributes.lastModifiedTime().toMillis()));
    }

    /** What the {@code sample} verb writes of what really happened is not part of what was captured. */
    private static boolean isTruth(Path path) throws IOException {
        if (!path.getFileName().toString().equals("truth.json") || !Files.isReadable(path)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(path)) {
            String head = new String(in.readNBytes(TRUTH_HEAD), StandardCharsets.UTF_8);
            return head.contains("\"story\"") && head.contains("\"seed\"");
        }
    }

    private static String unreadable(Path path, IOException e) {
        String what = Files.isDirectory(path) ? "The folder " + path : path.toString();
        return e instanceof AccessDeniedException
                ? what + " may not be read by this user: ask for read access or copy it to a place you own."
                : what + " cannot be read: " + e.getMessage() + ".";
    }
}
