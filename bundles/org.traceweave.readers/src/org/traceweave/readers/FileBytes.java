package org.traceweave.readers;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file as a source. */
public final class FileBytes implements SourceBytes {

    private final String name;
    private final FileChannel channel;
    private final long size;

    private FileBytes(String name, FileChannel channel, long size) {
        this.name = name;
        this.channel = channel;
        this.size = size;
    }

    /** Opens a file under its own path as name. */
    public static FileBytes open(Path path) throws IOException {
        return open(path, path.toString());
    }

    /**
     * Opens a file read-only.
     *
     * @param name what the source is called in messages and evidence, as {@code bundle.zip!/System.evtx}
     * @throws IOException if it is missing, a folder, or may not be read; the message is one sentence for the user
     */
    public static FileBytes open(Path path, String name) throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException(name + " is a folder: name the files in it, or import the folder as a whole.");
        }
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            return new FileBytes(name, channel, channel.size());
        } catch (NoSuchFileException e) {
            FileNotFoundException missing = new FileNotFoundException(name + " does not exist: check the path.");
            missing.initCause(e);
            throw missing;
        } catch (AccessDeniedException e) {
            throw new IOException(name + " may not be read by this user: ask for read access or copy it to a place you own.", e);
        } catch (IOException e) {
            throw new IOException(name + " cannot be opened: " + e.getMessage(), e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long position, byte[] target, int start, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(target, start, length);
        try {
            while (buffer.hasRemaining()) {
                int count = channel.read(buffer, position + buffer.position() - start);
                if (count < 0) {
                    break;
                }
            }
        } catch (IOException e) {
            throw new IOException(name + " cannot be read at byte " + (position + buffer.position() - start) + ": " + e.getMessage(), e);
        }
        return buffer.position() - start;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
