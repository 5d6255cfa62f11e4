package org.traceweave.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Consumer;

/** JSON Lines: one object a line, UTF-8, streamed, so that a million of them take no memory. Used by one thread. */
public final class JsonLines implements Closeable, Flushable {

    /** How many pieces of evidence a list shows unless told otherwise. */
    public static final int DEFAULT_EVIDENCE = 100;

    private final JsonGenerator generator;
    private final JsonOut out;

    public JsonLines(OutputStream target) throws IOException {
        this(target, DEFAULT_EVIDENCE);
    }

    /** Lists of evidence are cut at {@code evidenceLimit}. */
    public JsonLines(OutputStream target, int evidenceLimit) throws IOException {
        generator = JsonText.FACTORY.createGenerator(target, JsonEncoding.UTF8);
        generator.setPrettyPrinter(new MinimalPrettyPrinter(""));
        out = new JsonOut(generator, evidenceLimit);
    }

    public <T> void write(T value, JsonForm<T> form) throws IOException {
        out.object(value, form);
        generator.writeRaw('\n');
    }

    @Override
    public void flush() throws IOException {
        generator.flush();
    }

    /** Closes the target too. */
    @Override
    public void close() throws IOException {
        generator.close();
    }

    /** Reads every object of {@code source} and hands it on; does not close the source. */
    public static <T> void read(InputStream source, JsonForm<T> form, Consumer<? super T> sink) throws IOException {
        try (JsonParser parser = JsonText.FACTORY.createParser(source)) {
            parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.START_OBJECT) {
                    throw new JsonFormatException("a JSON object was expected at byte " + parser.currentTokenLocation().getByteOffset());
                }
                sink.accept(form.read(JsonText.object(parser)));
            }
        } catch (JsonProcessingException e) {
            throw new JsonFormatException("not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
