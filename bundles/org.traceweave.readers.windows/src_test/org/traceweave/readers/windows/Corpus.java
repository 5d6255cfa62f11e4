package org.traceweave.readers.windows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.traceweave.readers.SourceBytes;

/** The real event logs that tests read where they are present, and what is known of them. */
final class Corpus {

    private static final Path FOLDER =
            Path.of(System.getProperty("traceweave.corpus", "../../../shared/corpus")).resolve("windows");

    private Corpus() {
    }

    static Path file(String name) {
        Path file = FOLDER.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "the corpus is not here");
        return file;
    }

    /** The rows of a table without its header. */
    static List<String[]> rows(String name) throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file("expected/" + name))) {
            rows.add(line.split("\t", -1));
        }
        return rows.subList(1, rows.size());
    }

    static List<String> packedLines(String name) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file("expected/" + name))), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }

    static SourceBytes open(String name) throws IOException {
        return open(file(name));
    }

    static SourceBytes open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file);
        long size = channel.size();
        return new SourceBytes() {
            @Override
            public String name() {
                return file.getFileName().toString();
            }

            @Override
            public long size() {
                return size;
            }

            @Override
            public int read(long position, byte[] target, int start, int length) throws IOException {
                int count = 0;
                while (count < length) {
                    int more = channel.read(ByteBuffer.wrap(target, start + count, length - count), position + count);
                    if (more < 0) {
                        break;
                    }
                    count += more;
                }
                return count;
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }

    /** A source in memory. */
    static SourceBytes bytes(byte[] content) {
        return new SourceBytes() {
            @Override
            public String name() {
                return "memory";
            }

            @Override
            public long size() {
                return content.length;
            }

            @Override
            public int read(long position, byte[] target, int start, int length) {
                int count = (int) Math.max(0, Math.min(length, content.length - position));
                System.arraycopy(content, (int) Math.min(position, content.length), target, start, count);
                return count;
            }

            @Override
            public void close() {
                // Nothing is held open.
            }
        };
    }
}
