package org.traceweave.analysis.internal.extract;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * Writes what {@link ExtractIn} reads again: numbers in as few bytes as they need, each word once and then by its number, and at the end a
 * checksum.
 */
public final class ExtractOut implements Closeable {

    private final CheckedOutputStream checked;
    private final DataOutputStream out;
    private final Map<String, Integer> words = new HashMap<>();

    public ExtractOut(OutputStream target) {
        checked = new CheckedOutputStream(new BufferedOutputStream(target, 1 << 16), new CRC32());
        out = new DataOutputStream(checked);
    }

    /** Any number, small ones of either sign in one byte. */
    public void number(long value) throws IOException {
        long rest = value << 1 ^ value >> 63;
        while ((rest & ~0x7fL) != 0) {
            out.writeByte((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    public void flag(boolean value) throws IOException {
        out.writeByte(value ? 1 : 0);
    }

    /** A text that comes often. */
    public void word(String value) throws IOException {
        Integer known = words.putIfAbsent(value, words.size() + 1);
        number(known == null ? 0 : known);
        if (known == null) {
            text(value);
        }
    }

    /** A text that comes once. */
    public void text(String value) throws IOException {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    public void bytes(byte[] value) throws IOException {
        number(value.length);
        out.write(value);
    }

    public void word(Optional<String> value) throws IOException {
        flag(value.isPresent());
        if (value.isPresent()) {
            word(value.get());
        }
    }

    public void text(Optional<String> value) throws IOException {
        flag(value.isPresent());
        if (value.isPresent()) {
            text(value.get());
        }
    }

    public void number(OptionalInt value) throws IOException {
        flag(value.isPresent());
        if (value.isPresent()) {
            number(value.getAsInt());
        }
    }

    public void words(Collection<String> values) throws IOException {
        number(values.size());
        for (String value : values) {
            word(value);
        }
    }

    /** Ends with the checksum of all that was written. */
    @Override
    public void close() throws IOException {
        out.flush();
        out.writeLong(checked.getChecksum().getValue());
        out.close();
    }
}
