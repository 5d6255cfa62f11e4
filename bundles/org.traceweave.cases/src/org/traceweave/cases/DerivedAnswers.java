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
        long[] expected = {-1};
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file(name)))) {
            JsonLines.read(in, new HeadThen<>(key, form), line -> {
                line.head().ifPresent(head -> expected[0] = head.count());
                line.answer().ifPresent(answers::add);
            });
        } catch (NoSuchFileException | JsonFormatException e) {
            // never computed, or of another state of the case, or of another version: computed again either way
            return Optional.empty();
        } catch (IOException e) {
            throw new CaseException("The kept answers " + file(name) + " cannot be read: " + e.getMessage(), e);
        }
        return expected[0] == answers.size() ? Optional.of(answers) : Optional.empty();
    }

    /** Keeps answers in place of those kept before. */
    public <T> void store(String name, String key, List<T> answers, JsonForm<T> form) throws CaseException {
        if (owner.isReadOnly()) {
            return;
        }
        try {
            Files.createDirectories(owner.derived());
            CaseFolder.writeRebuildable(file(name), target -> {
                try (JsonLines lines = new JsonLines(target, Integer.MAX_VALUE)) {
                    lines.write(new Head(key, answers.size()), HeadForm.FORM);
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

    /** What the answers are good for, and how many they are: a file that was cut holds fewer. */
    private record Head(String key, long count) {
    }

    private record HeadForm() implements JsonForm<Head> {

        static final HeadForm FORM = new HeadForm();
        static final String KEY = "answersFor";
        static final String COUNT = "count";

        @Override
        public void write(Head value, JsonOut out) throws IOException {
            out.text(KEY, value.key());
            out.number(COUNT, value.count());
        }

        @Override
        public Head read(JsonObject in) throws JsonFormatException {
            return new Head(in.text(KEY), in.number(COUNT));
        }
    }

    private record Line<T>(Optional<Head> head, Optional<T> answer) {
    }

    /** The first line holds the key and the number of answers, the others the answers. */
    private static final class HeadThen<T> implements JsonForm<Line<T>> {

        private final String key;
        private final JsonForm<T> form;
        private boolean head = true;

        HeadThen(String key, JsonForm<T> form) {
            this.key = key;
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
                Head read = HeadForm.FORM.read(in);
                if (!read.key().equals(key)) {
                    throw new JsonFormatException("the answers are of another state of the case");
                }
                return new Line<>(Optional.of(read), Optional.empty());
            }
            return new Line<>(Optional.empty(), Optional.of(form.read(in)));
        }
    }
}
