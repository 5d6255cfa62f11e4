package org.traceweave.ui.internal.records;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.traceweave.index.IndexedRecord;
import org.traceweave.model.RecordField;

/** Sums a record up in one line: a SIP message by what it asks or answers and whom, an event by who reported it, the rest by its first words. */
public final class RecordSummary {

    private static final int MOST = 400;
    private static final int REST_LINES = 12;
    private static final int BLOCK_LINES = 20;
    private static final String BLOCK = "$$begin_record";
    private static final List<String> TELLING = List.of("Text: ", "Peer-IP: ", "Result-Code: ", "HRESULT: ", "Request-URI: ");
    private static final Pattern SERVER_STAMP = Pattern.compile("^TL_\\w+\\([^)]*\\) \\[[^]]*]\\S+ \\([^)]*(?:\\(\\d+\\))?\\) (?:\\[\\d+] )?");
    private static final Pattern CLIENT_STAMP = Pattern.compile("^\\d\\d/\\d\\d/\\d{4}\\|\\S+ \\S+ \\w+ +:: ");
    private static final String COMMON = "Microsoft-Windows-";

    private RecordSummary() {
    }

    /** The line for {@code record}, whose text is {@code text}. */
    public static String of(IndexedRecord record, String text) {
        return switch (record.kind()) {
            case SIP -> sip(record, text);
            case WINDOWS_EVENT -> event(record, text);
            default -> record.keyword(RecordField.THUMBPRINT).isPresent() && record.keyword(RecordField.SUBJECT).isPresent()
                    ? cut(record.keyword(RecordField.SUBJECT).get() + "  " + record.keyword(RecordField.THUMBPRINT).get())
                    : cut(message(text));
        };
    }

    private static String sip(IndexedRecord record, String text) {
        StringBuilder line = new StringBuilder();
        record.keyword(RecordField.DIRECTION).ifPresent(direction -> line.append(direction.equals("in") ? "\u2190 " : "\u2192 "));
        Optional<Long> status = record.number(RecordField.STATUS);
        String method = record.keyword(RecordField.METHOD).orElse("");
        if (status.isPresent()) {
            line.append(status.get()).append(reason(text, status.get())).append("  ").append(method);
        } else {
            line.append(method);
        }
        record.number(RecordField.DIAGNOSTIC_ID).ifPresent(id -> line.append("  [").append(id).append(']'));
        Optional<String> from = record.keyword(RecordField.FROM);
        from.filter(user -> !record.keyword(RecordField.USER).equals(Optional.of(user))).ifPresent(user -> line.append("  ").append(user));
        record.keyword(RecordField.TO).filter(to -> !from.equals(Optional.of(to)))
                .ifPresent(to -> line.append(" \u2192 ").append(to));
        return cut(line.toString());
    }

    private static String reason(String text, long status) {
        String start = "SIP/2.0 " + status;
        int at = text.indexOf(start);
        if (at < 0) {
            return "";
        }
        int end = at + start.length();
        while (end < text.length() && text.charAt(end) >= ' ') {
            end++;
        }
        return text.substring(at + start.length(), end).stripTrailing();
    }

    private static String event(IndexedRecord record, String text) {
        StringBuilder line = new StringBuilder();
        record.keyword(RecordField.PROVIDER).ifPresent(provider -> line.append(shortened(provider)).append(' '));
        record.number(RecordField.EVENT_ID).ifPresent(id -> line.append(id));
        record.number(RecordField.ALERT).ifPresent(alert -> line.append("  alert ").append(alert));
        record.keyword(RecordField.HRESULT).ifPresent(code -> line.append("  ").append(code));
        record.keyword(RecordField.SUBJECT).ifPresent(subject -> line.append("  ").append(subject));
        record.keyword(RecordField.TARGET).ifPresent(target -> line.append("  ").append(target));
        String first = firstLine(text);
        boolean repeats = first.startsWith(record.keyword(RecordField.PROVIDER).orElse("?"));
        if (!first.startsWith("<") && !repeats) {
            line.append("  ").append(first);
        } else if (repeats) {
            line.append("  ").append(rest(text));
        }
        return cut(line.toString());
    }

    /** A provider or component without the words that all of Windows' have in common. */
    public static String shortened(String provider) {
        return provider.startsWith(COMMON) ? provider.substring(COMMON.length()) : provider;
    }

    /** The values an event carries, in one line; what stands before them is in columns of its own. */
    private static String rest(String text) {
        return text.lines().map(String::strip).dropWhile(line -> !line.equals("EventData") && !line.equals("UserData")).skip(1)
                .limit(REST_LINES).collect(Collectors.joining("  "));
    }

    /** What a trace line says, without the stamp before it; of a block between markers its Text line and its peer. */
    private static String message(String text) {
        String first = firstLine(text);
        Matcher server = SERVER_STAMP.matcher(first);
        String said = server.find() ? first.substring(server.end()) : CLIENT_STAMP.matcher(first).replaceFirst("");
        return said.startsWith(BLOCK) || said.isBlank() ? block(text) : said;
    }

    private static String block(String text) {
        List<String> lines = text.lines().skip(1).limit(BLOCK_LINES).map(String::strip).filter(line -> !line.isEmpty()).toList();
        List<String> telling = lines.stream().filter(line -> TELLING.stream().anyMatch(line::startsWith))
                .map(line -> line.startsWith("Text: ") ? line.substring("Text: ".length()) : line).toList();
        return telling.isEmpty() ? lines.stream().findFirst().orElse("") : String.join("  ", telling);
    }

    private static String firstLine(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
    }

    private static String cut(String line) {
        String flat = line.replace('\t', ' ');
        return flat.length() <= MOST ? flat : flat.substring(0, MOST) + "\u2026";
    }
}
