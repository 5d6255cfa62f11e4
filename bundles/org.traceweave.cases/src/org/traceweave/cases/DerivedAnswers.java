package org.traceweave.cases;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.traceweave.cases.internal.CaseFolder;
import org.traceweave.json.JsonForm;
import org.traceweave.json.JsonFormatException;
import org.traceweave.json.JsonLines;
import org.traceweave.json.JsonObject;
import org.traceweave.json.JsonOut;

/**
 * Answers that were computed from a case and are kept in its {@code derived} folder, so that they need not be computed again: one file
 * of JSON lines for each kind of answer. They are good for one key alone, taken before the computing begins; with another one, or after
 * damage to the file, they are computed anew. A case that is read-only keeps none. Safe for use by several threads.
 */
public final class DerivedAnswers {

    private final Case owner;
    private final String version;

    /** @param version changes whenever the same case would be answered differently: of the tool, its plug-ins, their settings */
    public DerivedAnswers(Case owner, String version) {
        this.owner = owner;
        this.version = version;
    }

    /** What the answers to be computed now will be good for. */
    public String key() {
        return owner.fingerprint() + ";" + version;
    }

    /**
     * The answers kept under a name for that key, in their order.
     *
     * @param name a file name without an ending, such as {@code signins}
     */
    public <T> Optional<List<T>> load(String name, String key, JsonForm<T> form) throws CaseException {
        List<T> answers = new ArrayList<>();
        boolean[] good = {false};
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file(name)))) {
            JsonLines.read(in, new HeadThen<>(form), line -> {
                if (line.key().isPresent()) {
                    good[0] = line.key().get().equals(key);
                }
                line.answer().ifPresent(answers::add);
            });
        } catch (NoSuchFileException | JsonFormatException e) {
            // never computed, or written by another version: computed again either way
            return Optional.empty();
        } catch (IOException e) {
            throw new CaseException("The kept answers " + file(name) + " cannot be read: " + e.getMessage(), e);
        }
        return good[0] ? Optional.of(answers) : Optional.empty();
    }

    /** Keeps answers in place of those kept before. */
    public <T> void store(String name, String key, List<T> answers, JsonForm<T> form) throws CaseException {
        if (owner.isReadOnly()) {
            return;
        }
        try {
            Files.createDirectories(owner.derived());
            CaseFolder.write(file(name), target -> {
                try (JsonLines lines = new JsonLines(target, Integer.MAX_VALUE)) {
                    lines.write(key, KeyForm.FORM);
                    for (T answer : answers) {
                        lines.write(answer, form);
                    }
                }
            });
        } catch (IOException e) {
            throw new CaseException("The answers " + file(name) + " cannot be kept: " + e.getMessage(), e);
        }
    }

    private Path file(String name) {
        return owner.derived().resolve(name + ".jsonl");
    }

    private record KeyForm() implements JsonForm<String> {

        static final KeyForm FORM = new KeyForm();
        static final String KEY = "answersFor";

        @Override
        public void write(String value, JsonOut out) throws IOException {
            out.text(KEY, value);
        }

        @Override
        public String read(JsonObject in) throws JsonFormatException {
            return in.text(KEY);
        }
    }

    private record Line<T>(Optional<String> key, Optional<T> answer) {
    }

    /** The first line holds the key, the others the answers. */
    private static final class HeadThen<T> implements JsonForm<Line<T>> {

        private final JsonForm<T> form;
        private boolean head = true;

        HeadThen(JsonForm<T> form) {
            this.form = form;
        }

        @Override
        public void write(Line<T> value, JsonOut out) {
            throw new UnsupportedOperationException("lines are only read by this form");
        }

        @Override
        public Line<T> read(JsonObject in) throws JsonFormatException {
            if (head) {
                head = false;
                return new Line<>(Optional.of(KeyForm.FORM.read(in)), Optional.empty());
            }
            return new Line<>(Optional.empty(), Optional.of(form.read(in)));
        }
    }
}
