package org.traceweave.readers.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.traceweave.readers.Archives.Member;

/** Tar files and gzipped files, which can only be read from front to back. A gzipped file that is no tar has one member. */
public final class StreamArchive {

    private static final int TAR_BLOCK = 512;

    private StreamArchive() {
    }

    public static List<Member> list(Path archive, boolean gzip) throws IOException {
        List<Member> members = new ArrayList<>();
        walk(archive, gzip, (member, content) -> {
            members.add(member);
            return true;
        });
        return members;
    }

    public static void unpack(Path archive, boolean gzip, Unpacking unpacking) throws IOException {
        walk(archive, gzip, (member, content) -> {
            if (unpacking.isDone()) {
                return false;
            }
            if (unpacking.wants(member.name())) {
                unpacking.write(member, content);
            }
            return true;
        });
    }

    @FunctionalInterface
    private interface Visitor {
        /** @return whether to go on */
        boolean member(Member member, InputStream content) throws IOException;
    }

    private static void walk(Path archive, boolean gzip, Visitor visitor) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive), 64 * 1024);
                InputStream content = gzip ? new BufferedInputStream(inflating(file), 64 * 1024) : file) {
            content.mark(TAR_BLOCK);
            byte[] head = content.readNBytes(TAR_BLOCK);
            content.reset();
            if (!gzip || isTar(head)) {
                walkTar(new TarArchiveInputStream(content), visitor);
            } else {
                visitor.member(new Member(innerName(archive), -1), content);
            }
        } catch (java.io.EOFException | java.util.zip.ZipException e) {
            throw damaged(archive, e);
        } catch (IllegalArgumentException e) {
            throw damaged(archive, e);
        }
    }

    private static IOException damaged(Path archive, Throwable cause) {
        String why = cause.getMessage() == null ? "it ends too early" : cause.getMessage();
        return new IOException(archive + " is damaged or cut short (" + why + "): copy or export it again.", cause);
    }

    private static InputStream inflating(InputStream file) throws IOException {
        return GzipCompressorInputStream.builder().setInputStream(file).setDecompressConcatenated(true).get();
    }

    private static void walkTar(TarArchiveInputStream tar, Visitor visitor) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (entry.isFile() && !entry.isSymbolicLink() && !entry.isLink()
                    && !visitor.member(new Member(Unpacking.memberName(entry.getName()), entry.getSize()), tar)) {
                return;
            }
        }
    }

    private static boolean isTar(byte[] head) {
        return head.length == TAR_BLOCK && TarArchiveInputStream.matches(head, head.length);
    }

    private static String innerName(Path archive) {
        String name = String.valueOf(archive.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }
}
