package org.traceweave.readers.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.traceweave.readers.Archives.Member;

/** 7z files. LZMA, their usual packing, needs the XZ library beside commons-compress. */
public final class SevenZipArchive {

    private static final int MEMORY_KIB = 256 * 1024;

    private SevenZipArchive() {
    }

    public static List<Member> list(Path archive) throws IOException {
        return worded(archive, file -> {
            List<Member> members = new ArrayList<>();
            for (SevenZArchiveEntry entry : file.getEntries()) {
                if (isFile(entry)) {
                    members.add(member(entry));
                }
            }
            return members;
        });
    }

    public static void unpack(Path archive, Unpacking unpacking) throws IOException {
        worded(archive, file -> {
            for (SevenZArchiveEntry entry = file.getNextEntry(); entry != null && !unpacking.isDone(); entry = file.getNextEntry()) {
                Member member = member(entry);
                if (isFile(entry) && unpacking.wants(member.name())) {
                    try (InputStream content = file.getInputStream(entry)) {
                        unpacking.write(member, content);
                    }
                }
            }
            return unpacking;
        });
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(SevenZFile file) throws IOException;
    }

    private static <T> T worded(Path archive, Work<T> work) throws IOException {
        try (SevenZFile file = SevenZFile.builder().setPath(archive).setMaxMemoryLimitKiB(MEMORY_KIB).get()) {
            return work.with(file);
        } catch (PasswordRequiredException e) {
            throw new IOException(archive + " is encrypted: unpack it with its password and import the files.", e);
        } catch (NoClassDefFoundError e) {
            throw new IOException(archive + " is packed with LZMA, which this installation cannot unpack: unpack it and import the files.", e);
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException | IndexOutOfBoundsException e) {
            throw new IOException(archive + " is a damaged 7z file (" + e.getMessage() + "): copy or export it again.", e);
        }
    }

    private static boolean isFile(SevenZArchiveEntry entry) {
        return !entry.isDirectory() && !entry.isAntiItem();
    }

    private static Member member(SevenZArchiveEntry entry) {
        String name = entry.getName();
        return new Member(Unpacking.memberName(name == null ? "content" : name), entry.getSize());
    }
}
