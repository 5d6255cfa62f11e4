package org.traceweave.readers.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.traceweave.readers.Archives.Limits;
import org.traceweave.readers.Archives.Member;
import org.traceweave.readers.Archives.Unpacked;

/** One archive being unpacked: writes its members under names of our own and holds the limits. For one thread. */
public final class Unpacking {

    private final Path archive;
    private final Optional<String> only;
    private final Path folder;
    private final Limits limits;
    private final BooleanSupplier cancelled;
    private final long packedBytes;
    private final List<Unpacked> unpacked = new ArrayList<>();
    private final byte[] buffer = new byte[64 * 1024];
    private long bytes;

    public Unpacking(Path archive, Optional<String> only, Path folder, Limits limits, BooleanSupplier cancelled) throws IOException {
        this.archive = archive;
        this.only = only;
        this.folder = Files.createDirectories(folder);
        this.limits = limits;
        this.cancelled = cancelled;
        packedBytes = Math.max(1, Files.size(archive));
    }

    public List<Unpacked> unpacked() {
        return List.copyOf(unpacked);
    }

    boolean wants(String member) {
        return only.isEmpty() || only.get().equals(member);
    }

    /** Whether there is nothing more to do. */
    boolean isDone() {
        return cancelled.getAsBoolean() || only.isPresent() && !unpacked.isEmpty();
    }

    void write(Member member, InputStream content) throws IOException {
        if (unpacked.size() >= limits.members()) {
            throw new IOException(archive + " holds more than " + limits.members() + " files: unpack it yourself and import what you need.");
        }
        Path file = folder.resolve(fileName(member.name()));
        boolean whole = false;
        try (OutputStream out = Files.newOutputStream(file)) {
            whole = copy(member, content, out);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        if (whole) {
            unpacked.add(new Unpacked(member, file));
        } else {
            Files.deleteIfExists(file);
        }
    }

    /** @return false if cancelled on the way */
    private boolean copy(Member member, InputStream content, OutputStream out) throws IOException {
        for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
            bytes += count;
            if (bytes > limits.bytes() || bytes > limits.freeBytes() && bytes / packedBytes > limits.ratio()) {
                throw new IOException(member.sourceName(archive.toString())
                        + " unpacks to far more than a log would: unpack it yourself and import what you need.");
            }
            out.write(buffer, 0, count);
            if (cancelled.getAsBoolean()) {
                return false;
            }
        }
        return true;
    }

    /** A name of our own, in which the member's can be recognised. */
    private String fileName(String member) {
        String base = member.substring(member.lastIndexOf('/') + 1);
        StringBuilder name = new StringBuilder(String.format(java.util.Locale.ROOT, "%05d-", unpacked.size() + 1));
        for (int at = Math.max(0, base.length() - 100); at < base.length(); at++) {
            char c = base.charAt(at);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '-' || c == '_';
            name.append(plain ? c : '_');
        }
        return name.toString();
    }

    /** A member's name as sources show it. */
    static String memberName(String written) {
        String name = written.replace('\\', '/');
        while (name.startsWith("/") || name.startsWith("./")) {
            name = name.substring(name.indexOf('/') + 1);
        }
        return name;
    }
}
