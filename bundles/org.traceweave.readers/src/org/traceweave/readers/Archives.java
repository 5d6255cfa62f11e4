package org.traceweave.readers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.traceweave.readers.internal.SevenZipArchive;
import org.traceweave.readers.internal.StreamArchive;
import org.traceweave.readers.internal.ZipArchive;

/**
 * Looks into archives and unpacks their files into a folder. A member's file never takes its place or name from the archive, so none
 * can land elsewhere; size, number and ratio are limited, so none can fill the disk. An archive inside an archive is an ordinary
 * member: unpack it, and ask again.
 */
public final class Archives {

    /** Between the name of an archive and that of a member: {@code bundle.zip!/System.evtx}. */
    public static final String SEPARATOR = "!/";

    /** What kinds are known. */
    public enum Kind {
        ZIP, SEVEN_ZIP, TAR, GZIP
    }

    /** One file of an archive. {@code name}: its path there, with {@code /}; {@code size}: unpacked bytes, -1 where not told. */
    public record Member(String name, long size) {

        /** How sources name it. */
        public String sourceName(String archive) {
            return archive + SEPARATOR + name;
        }
    }

    /** A member that was unpacked, and where it now is. */
    public record Unpacked(Member member, Path file) {
    }

    /**
     * What is too much. {@code bytes}: unpacked, of all members together; {@code members}: files; {@code ratio}: unpacked to packed
     * bytes, looked at only once {@code freeBytes} are unpacked, as logs and preallocated event files pack very well.
     */
    public record Limits(long bytes, int members, int ratio, long freeBytes) {

        /** 100 GB, 100,000 files, 300 to 1 beyond the first gigabyte. */
        public static final Limits DEFAULT = new Limits(100L << 30, 100_000, 300, 1L << 30);
    }

    private Archives() {
    }

    /** What kind of archive a source is, by its first bytes; empty if it is none. A tar that is gzipped counts as gzip. */
    public static Optional<Kind> kind(SourceHead head) {
        byte[] b = head.bytes();
        if (b.length > 4 && b[0] == 'P' && b[1] == 'K' && (b[2] == 3 && b[3] == 4 || b[2] == 5 && b[3] == 6)) {
            return Optional.of(Kind.ZIP);
        }
        if (b.length > 6 && b[0] == '7' && b[1] == 'z' && (b[2] & 0xff) == 0xbc && (b[3] & 0xff) == 0xaf && b[4] == 0x27 && b[5] == 0x1c) {
            return Optional.of(Kind.SEVEN_ZIP);
        }
        if (b.length > 10 && (b[0] & 0xff) == 0x1f && (b[1] & 0xff) == 0x8b && b[2] == 8) {
            return Optional.of(Kind.GZIP);
        }
        boolean tar = b.length >= 262 && b[257] == 'u' && b[258] == 's' && b[259] == 't' && b[260] == 'a' && b[261] == 'r';
        return tar ? Optional.of(Kind.TAR) : Optional.empty();
    }

    /** The kind of the archive in a file. */
    public static Optional<Kind> kind(Path file) throws IOException {
        try (FileBytes bytes = FileBytes.open(file)) {
            return kind(new SourceHead(bytes.name(), bytes.size(), bytes.read(0, 512)));
        }
    }

    /**
     * The files in an archive, in its order.
     *
     * @throws IOException if it is no archive, is damaged or encrypted; the message is one sentence for the user
     */
    public static List<Member> list(Path archive) throws IOException {
        return switch (required(archive)) {
            case ZIP -> ZipArchive.list(archive);
            case SEVEN_ZIP -> SevenZipArchive.list(archive);
            case TAR -> StreamArchive.list(archive, false);
            case GZIP -> StreamArchive.list(archive, true);
        };
    }

    /**
     * Unpacks all files, in one pass, into {@code folder}.
     *
     * @param cancelled asked now and then; once true, what is unpacked so far is returned
     * @throws IOException if it is no archive, is damaged or encrypted, exceeds {@code limits}, or cannot be written; the message is
     *     one sentence for the user. What was unpacked before stays
     */
    public static List<Unpacked> unpack(Path archive, Path folder, Limits limits, BooleanSupplier cancelled) throws IOException {
        return unpackOnly(archive, Optional.empty(), folder, limits, cancelled);
    }

    /** Unpacks the one member of that name; empty if the archive has none. Otherwise as {@link #unpack}. */
    public static Optional<Unpacked> unpackMember(Path archive, String member, Path folder, Limits limits, BooleanSupplier cancelled)
            throws IOException {
        List<Unpacked> found = unpackOnly(archive, Optional.of(member), folder, limits, cancelled);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
    }

    private static List<Unpacked> unpackOnly(Path archive, Optional<String> only, Path folder, Limits limits, BooleanSupplier cancelled)
            throws IOException {
        var unpacking = new org.traceweave.readers.internal.Unpacking(archive, only, folder, limits, cancelled);
        switch (required(archive)) {
            case ZIP -> ZipArchive.unpack(archive, unpacking);
            case SEVEN_ZIP -> SevenZipArchive.unpack(archive, unpacking);
            case TAR -> StreamArchive.unpack(archive, false, unpacking);
            case GZIP -> StreamArchive.unpack(archive, true, unpacking);
        }
        return unpacking.unpacked();
    }

    private static Kind required(Path archive) throws IOException {
        return kind(archive).orElseThrow(() -> new IOException(archive + " is no archive of a known kind (zip, 7z, tar, gz)."));
    }

    /** Whether a name ends like an archive's. */
    public static boolean isArchiveName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".zip") || lower.endsWith(".7z") || lower.endsWith(".gz") || lower.endsWith(".tgz") || lower.endsWith(".tar");
    }
}
