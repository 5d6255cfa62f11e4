package org.traceweave.cli.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.traceweave.model.RecordField;
import org.traceweave.model.TraceRecord;

/** A record in one line: of SIP its start line's essence, of an event what it means, otherwise the first line that says something. */
final class RecordSummary {

    private static final int LONGEST = 160;
    private static final String BLOCK = "$$begin_record";
    private static final int MOST_LINES = 40;
    /** The parts of an event's text: what every event has, and what this one tells. */
    private static final String SYSTEM_SECTION = "System";
    private static final List<String> VALUE_SECTIONS = List.of("EventData", "UserData");
    /** The lines of a block between markers that say what it is. */
    private static final List<String> TELLING = List.of("Start-Line:", "Text:");
    /** What stands before the message on a line of CLS and OCSLogger text, and of a client log; the columns beside tell it already. */
    private static final Pattern STAMP = Pattern.compile("^(?:TL_\\w+\\(\\w*\\) \\[[^]]*]\\S+ (?:\\((?:[^()]|\\([^()]*\\))*\\) ?)?(?:\\[\\d+] ?)?"
            + "|\\d\\d/\\d\\d/\\d{4}\\|\\S+ \\S+ \\w+ +:: ?)");

    private RecordSummary() {
    }

    static String of(TraceRecord record) {
        String line = switch (record.kind()) {
            case SIP -> sip(record);
            case WINDOWS_EVENT -> event(record);
            default -> message(record.text());
        };
        return Shown.cut(line, LONGEST);
    }

    private static String sip(TraceRecord record) {
        Optional<String> method = field(record, RecordField.METHOD);
        if (method.isEmpty()) {
            return message(record.text());
        }
        Optional<String> user = field(record, RecordField.USER).or(() -> field(record, RecordField.FROM));
        return List.of(field(record, RecordField.DIRECTION), field(record, RecordField.STATUS), method, user,
                        field(record, RecordField.DIAGNOSTIC_ID).map(id -> "(diagnostic " + id + ")"))
                .stream().flatMap(Optional::stream).collect(Collectors.joining(" "));
    }

    /** The first line of an event's text repeats its columns; the second is what it means, where that is known; else its values tell. */
    private static String event(TraceRecord record) {
        List<String> lines = lines(record.text());
        String id = field(record, RecordField.EVENT_ID).map(number -> number + " ").orElse("");
        if (lines.size() > 1 && !lines.get(1).equals(SYSTEM_SECTION)) {
            return id + lines.get(1);
        }
        String values = lines.stream().dropWhile(line -> !VALUE_SECTIONS.contains(line)).skip(1).collect(Collectors.joining("; "));
        return id + (values.isEmpty() ? lines.stream().findFirst().orElse("") : values);
    }

    private static String message(String text) {
        List<String> lines = lines(text);
        if (lines.isEmpty()) {
            return "";
        }
        String first = STAMP.matcher(lines.getFirst()).replaceFirst("");
        if (!first.isBlank() && !first.startsWith(BLOCK)) {
            return first;
        }
        return TELLING.stream().flatMap(label -> lines.stream().filter(line -> line.startsWith(label))
                .map(line -> line.substring(label.length()).strip())).findFirst().orElse(lines.size() > 1 ? lines.get(1) : first);
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).limit(MOST_LINES).toList();
    }

    private static Optional<String> field(TraceRecord record, RecordField field) {
        Map<String, Object> fields = record.fields();
        return fields.containsKey(field.name()) ? Optional.of(fields.get(field.name()).toString()) : Optional.empty();
    }
}
