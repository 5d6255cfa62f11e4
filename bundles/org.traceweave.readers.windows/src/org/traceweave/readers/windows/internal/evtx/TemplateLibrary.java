package org.traceweave.readers.windows.internal.evtx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.windows.internal.NamePool;

/**
 * The templates that chunks of a file define, by their id, for old records whose own definition was overwritten. The id is part of the
 * template's GUID, so another chunk's definition of it is the same. Collected when first asked for, from the tables in the chunk headers.
 * Safe for use by several threads.
 */
final class TemplateLibrary {

    /** Chunks looked through; further ones seldom have templates that these have not. */
    private static final int MOST_CHUNKS = 512;
    private static final int TABLE = 384;
    private static final int BUCKETS = 32;
    private static final int LONGEST_CHAIN = 64;

    private final SourceBytes source;
    private final long firstChunk;
    private @Nullable Map<Integer, Template> templates;

    TemplateLibrary(SourceBytes source, long firstChunk) {
        this.source = source;
        this.firstChunk = firstChunk;
    }

    /** The template of that id; null where no chunk defines it. */
    synchronized @Nullable Template find(int id) {
        Map<Integer, Template> known = templates;
        if (known == null) {
            try {
                known = collect();
            } catch (IOException unreadable) {
                // Unwrapped where a record is read: binary XML is parsed in between, which knows no I/O.
                throw new UncheckedIOException(unreadable);
            }
            templates = known;
        }
        return known.get(id);
    }

    private Map<Integer, Template> collect() throws IOException {
        Map<Integer, Template> found = new HashMap<>();
        Chunk chunk = new Chunk();
        ChunkNames names = new ChunkNames(new NamePool());
        TokenParser parser = new TokenParser(names);
        parser.mustBeWellFormed(true);
        for (int i = 0; i < MOST_CHUNKS && chunk.read(source, firstChunk + (long) i * Chunk.SIZE); i++) {
            if (chunk.hasMagic()) {
                names.begin(chunk.bytes);
                for (int bucket = 0; bucket < BUCKETS; bucket++) {
                    chain(chunk, LittleEndian.i32(chunk.bytes, TABLE + 4 * bucket), parser, found);
                }
            }
        }
        return found;
    }

    private static void chain(Chunk chunk, int first, TokenParser parser, Map<Integer, Template> found) {
        int definition = first;
        for (int i = 0; i < LONGEST_CHAIN && Template.fits(chunk.bytes, definition); i++) {
            try {
                found.putIfAbsent(Template.id(chunk.bytes, definition), Template.compile(chunk.bytes, definition, parser));
            } catch (MalformedEventException | IndexOutOfBoundsException overwritten) {
                // Not usable: another chunk may have it whole.
            }
            definition = LittleEndian.i32(chunk.bytes, definition);
        }
    }
}
