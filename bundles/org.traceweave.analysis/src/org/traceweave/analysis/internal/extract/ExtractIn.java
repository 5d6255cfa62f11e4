package org.traceweave.analysis.internal.extract;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

/** Reads what {@link ExtractOut} wrote. */
public final class ExtractIn {

    private final DataInputStream in;
    private final List<String> words = new ArrayList<>();
    private final UnaryOperator<String> shared;

    /**
     * @param shared gives the one string that stands for all equal ones, over all files
     * @throws IOException where the checksum says that the file is damaged
     */
    public ExtractIn(byte[] file, UnaryOperator<String> shared) throws IOException {
        int length = file.length - Long.BYTES;
        CRC32 checksum = new CRC32();
        checksum.update(file, 0, Math.max(0, length));
        if (length < 0 || ByteBuffer.wrap(file).getLong(length) != checksum.getValue()) {
            throw new IOException("its checksum does not fit");
        }
        in = new DataInputStream(new ByteArrayInputStream(file, 0, length));
        this.shared = shared;
    }

    public long number() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = in.readByte();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                break;
            }
        }
        return value >>> 1 ^ -(value & 1);
    }

    public int count() throws IOException {
        return Math.toIntExact(number());
    }

    public boolean flag() throws IOException {
        return in.readByte() != 0;
    }

    public String word() throws IOException {
        int number = count();
        if (number > 0) {
            return words.get(number - 1);
        }
        String word = shared.apply(text());
        words.add(word);
        return word;
    }

    public String text() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    public byte[] bytes() throws IOException {
        int length = count();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("it ends within a value");
        }
        return bytes;
    }

    public Optional<String> optionalWord() throws IOException {
        return flag() ? Optional.of(word()) : Optional.empty();
    }

    public Optional<String> optionalText() throws IOException {
        return flag() ? Optional.of(text()) : Optional.empty();
    }

    public OptionalInt optionalNumber() throws IOException {
        return flag() ? OptionalInt.of(count()) : OptionalInt.empty();
    }

    public List<String> words() throws IOException {
        int size = count();
        List<String> read = new ArrayList<>(size);
        for (int index = 0; index < size; index++) {
            read.add(word());
        }
        return read;
    }
}
