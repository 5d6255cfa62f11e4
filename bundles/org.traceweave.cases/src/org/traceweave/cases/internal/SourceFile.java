package org.traceweave.cases.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.traceweave.json.JsonForm;
import org.traceweave.json.JsonFormatException;
import org.traceweave.json.JsonObject;
import org.traceweave.json.JsonOut;
import org.traceweave.readers.Archives;

/**
 * Which file a source is: {@code number} in the index, never used twice; {@code name} as imported; {@code origin}, the absolute path of
 * the file, or of the archive it was in; {@code member}, its name in that archive, and {@code copy}, its path below the case's copies,
 * both empty for a file of its own;
 * {@code size} of the source itself, {@code originSize} and {@code modified} (milliseconds) of the origin when it was read; {@code key} by
 * which its records are named.
 */
public record SourceFile(int number, String name, String origin, String member, String copy, long size, long originSize, long modified, String key) {

    /** Where its bytes lie. */
    public Path path(CaseFolder folder) {
        return copy.isEmpty() ? Path.of(origin) : folder.copies().resolve(copy);
    }

    /** The same source, found again at another place or with another date. */
    public SourceFile at(String newOrigin, long newModified) {
        return new SourceFile(number, name, newOrigin, member, copy, size, originSize, newModified, key);
    }

    /** Whether an absolute path means this source: its own, or the archive's with the member's name behind it. */
    public boolean matchesPath(String path) {
        return path.equals(member.isEmpty() ? origin : origin + Archives.SEPARATOR + member);
    }

    /** Whether the file (or the archive it came from) looks the same as when it was read. */
    public boolean looksUnchanged() throws IOException {
        Path path = Path.of(origin);
        return Files.size(path) == originSize && Files.getLastModifiedTime(path).toMillis() == modified;
    }

    /** A file in the case's own files. */
    static final class Form implements JsonForm<SourceFile> {

        static final Form FORM = new Form();

        @Override
        public void write(SourceFile value, JsonOut out) throws IOException {
            out.number("number", value.number);
            out.text("name", value.name);
            out.text("origin", value.origin);
            out.text("member", value.member);
            out.text("copy", value.copy);
            out.number("size", value.size);
            out.number("originSize", value.originSize);
            out.number("modified", value.modified);
            out.text("key", value.key);
        }

        @Override
        public SourceFile read(JsonObject in) throws JsonFormatException {
            return new SourceFile((int) in.number("number"), in.text("name"), in.text("origin"), in.text("member"), in.text("copy"),
                    in.number("size"), in.number("originSize"), in.number("modified"), in.text("key"));
        }
    }
}
