package org.traceweave.analysis.internal;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.traceweave.cases.Case;
import org.traceweave.index.IndexedRecord;
import org.traceweave.model.Evidence;
import org.traceweave.model.Source;
import org.traceweave.readers.Encodings;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.SourceHead;

/** A text of a case cut into lines, such as a listing that a command printed, with the byte offset at which each begins. */
public final class TextLines {

    private static final String TEXT_FORMAT = "text";
    /** A listing is small; a longer text is a log. */
    private static final long LONGEST_LISTING = 4L << 20;

    private final Case of;
    private final Source text;
    private final List<String> texts = new ArrayList<>();
    private final List<Long> offsets = new ArrayList<>();

    private TextLines(Case of, Source text) {
        this.of = of;
        this.text = text;
    }

    /** Whether a source may be what a command printed: plain text, and not too long. */
    public static boolean mayBeListing(Source source) {
        return source.format().filter(TEXT_FORMAT::equals).isPresent() && source.bytes() <= LONGEST_LISTING;
    }

    public static TextLines of(Case of, Source text) throws IOException {
        byte[] bytes;
        try (SourceBytes source = of.sourceBytes(text.source())) {
            bytes = source.read(0, (int) source.size());
        }
        Encodings.Detected detected = Encodings.detect(Arrays.copyOf(bytes, Math.min(bytes.length, SourceHead.LENGTH)));
        Charset charset = switch (detected.encoding()) {
            case UTF_8 -> StandardCharsets.UTF_8;
            case UTF_16LE -> StandardCharsets.UTF_16LE;
            case UTF_16BE -> StandardCharsets.UTF_16BE;
            case WINDOWS_1252 -> Charset.forName("windows-1252");
        };
        TextLines lines = new TextLines(of, text);
        lines.cut(bytes, detected.markLength(), detected.encoding().unit(), charset);
        return lines;
    }

    private void cut(byte[] bytes, int from, int unit, Charset charset) {
        int start = from;
        for (int at = start; at + unit <= bytes.length; at += unit) {
            boolean feed = unit == 1 ? bytes[at] == '\n' : bytes[at] + bytes[at + 1] == '\n' && (bytes[at] == 0 || bytes[at + 1] == 0);
            if (feed) {
                add(new String(bytes, start, at - start, charset), start);
                start = at + unit;
            }
        }
        add(new String(bytes, start, bytes.length - start, charset), start);
    }

    private void add(String line, long offset) {
        texts.add(line.stripTrailing());
        offsets.add(offset);
    }

    public List<String> texts() {
        return texts;
    }

    /** The record that holds a line: the one that begins there, else the nearest before. */
    public Evidence evidence(int line) throws IOException {
        for (int at = line; at >= 0; at--) {
            Optional<IndexedRecord> record = of.find(text.source(), offsets.get(at));
            if (record.isPresent()) {
                return of.evidence(record.get());
            }
        }
        return new Evidence(text.source(), offsets.get(line), texts.get(line).length(), Optional.empty());
    }
}
