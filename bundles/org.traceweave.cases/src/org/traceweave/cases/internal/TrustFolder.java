package org.traceweave.cases.internal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.traceweave.cases.CaseTrustList;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.TrustEntry;
import org.traceweave.certificates.TrustList;
import org.traceweave.json.JsonForm;
import org.traceweave.json.JsonFormatException;
import org.traceweave.json.JsonLines;
import org.traceweave.json.JsonObject;
import org.traceweave.json.JsonOut;

/**
 * The folder of a case's trust lists: {@code lists.jsonl} names them, a file of entries stands beside it for each. Entries are written before the
 * list is named and deleted after, so that a kill at any moment leaves whole lists.
 */
public record TrustFolder(Path path) {

    private static final String LISTS = "lists.jsonl";

    /** The lists, in order. */
    public List<CaseTrustList> read() throws IOException {
        List<CaseTrustList> lists = new ArrayList<>();
        for (CaseTrustList head : lines(path.resolve(LISTS), new HeadForm())) {
            TrustList list = head.list();
            lists.add(new CaseTrustList(head.id(), head.sha256(), head.publicProgram(),
                    new TrustList(list.name(), list.format(), lines(entries(head.id()), new EntryForm()), list.problems())));
        }
        return List.copyOf(lists);
    }

    /** Changes with every change of the lists; nothing if there never were any. */
    public String state() throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path.resolve(LISTS), BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    public void writeEntries(CaseTrustList list) throws IOException {
        write(entries(list.id()), list.list().entries(), new EntryForm());
    }

    public void writeLists(List<CaseTrustList> lists) throws IOException {
        write(path.resolve(LISTS), lists, new HeadForm());
    }

    public void deleteEntries(String id) throws IOException {
        Files.deleteIfExists(entries(id));
    }

    private Path entries(String id) {
        return path.resolve(id + ".jsonl");
    }

    private static <T> List<T> lines(Path file, JsonForm<T> form) throws IOException {
        List<T> lines = new ArrayList<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            JsonLines.read(in, form, lines::add);
        } catch (NoSuchFileException e) {
            return List.of(); // no list was ever added
        }
        return lines;
    }

    private <T> void write(Path file, List<T> values, JsonForm<T> form) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonLines lines = new JsonLines(bytes)) {
            for (T value : values) {
                lines.write(value, form);
            }
        }
        Files.createDirectories(path);
        CaseFolder.write(file, bytes.toByteArray());
    }

    /** A list without its entries. */
    private static final class HeadForm implements JsonForm<CaseTrustList> {

        @Override
        public void write(CaseTrustList value, JsonOut out) throws IOException {
            out.text("id", value.id());
            out.text("name", value.list().name());
            out.text("format", value.list().format().name().toLowerCase(Locale.ROOT));
            out.text("sha256", value.sha256());
            out.flag("publicProgram", value.publicProgram());
            out.texts("problems", value.list().problems());
        }

        @Override
        public CaseTrustList read(JsonObject in) throws JsonFormatException {
            String id = in.text("id");
            if (!id.matches("[0-9a-f]{8,64}")) {
                throw new JsonFormatException("a list cannot have the id " + id);
            }
            String word = in.text("format");
            TrustList.Format format = Stream.of(TrustList.Format.values()).filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst()
                    .orElseThrow(() -> new JsonFormatException("a list is of the unknown format " + word));
            return new CaseTrustList(id, in.text("sha256"), in.optionalFlag("publicProgram").orElse(false),
                    new TrustList(in.text("name"), format, List.of(), in.texts("problems")));
        }
    }

    private static final class EntryForm implements JsonForm<TrustEntry> {

        @Override
        public void write(TrustEntry value, JsonOut out) throws IOException {
            out.text("sha1", value.sha1());
            out.text("subject", value.subject());
            out.text("label", value.label());
            out.text("der", value.certificate().map(DecodedCertificate::encoded).map(Base64.getEncoder()::encodeToString));
        }

        @Override
        public TrustEntry read(JsonObject in) throws JsonFormatException {
            Optional<String> label = in.optionalText("label");
            Optional<String> der = in.optionalText("der");
            if (der.isEmpty()) {
                return new TrustEntry(Optional.empty(), in.optionalText("sha1"), in.optionalText("subject"), label);
            }
            try {
                return TrustEntry.of(CertificateDecoder.examine(Base64.getDecoder().decode(der.get())), label);
            } catch (IllegalArgumentException e) {
                throw new JsonFormatException("a certificate is not in Base64");
            }
        }
    }
}
