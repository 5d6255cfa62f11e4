package org.traceweave.readers.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.traceweave.readers.Archives.Member;

/** Zip files, read by their directory. */
public final class ZipArchive {

    private ZipArchive() {
    }

    public static List<Member> list(Path archive) throws IOException {
        try (ZipFile zip = open(archive)) {
            List<Member> members = new ArrayList<>();
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                if (isFile(entry)) {
                    members.add(member(entry));
                }
            }
            return members;
        }
    }

    public static void unpack(Path archive, Unpacking unpacking) throws IOException {
        try (ZipFile zip = open(archive)) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                if (unpacking.isDone()) {
                    return;
                }
                Member member = member(entry);
                if (!isFile(entry) || !unpacking.wants(member.name())) {
                    continue;
                }
                if (entry.getGeneralPurposeBit().usesEncryption()) {
                    throw new IOException(member.sourceName(archive.toString())
                            + " is encrypted: unpack the archive with its password and import the files.");
                }
                if (!zip.canReadEntryData(entry)) {
                    throw new IOException(member.sourceName(archive.toString())
                            + " is packed in a way this product does not know: unpack the archive and import the files.");
                }
                try (InputStream content = zip.getInputStream(entry)) {
                    unpacking.write(member, content);
                }
            }
        }
    }

    private static ZipFile open(Path archive) throws IOException {
        try {
            return ZipFile.builder().setPath(archive).get();
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException(archive + " is a damaged zip file (" + e.getMessage() + "): copy or export it again.", e);
        }
    }

    private static boolean isFile(ZipArchiveEntry entry) {
        return !entry.isDirectory() && !entry.isUnixSymlink();
    }

    private static Member member(ZipArchiveEntry entry) {
        return new Member(Unpacking.memberName(entry.getName()), entry.getSize());
    }
}
