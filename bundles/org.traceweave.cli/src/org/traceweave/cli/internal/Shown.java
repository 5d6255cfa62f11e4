package org.traceweave.cli.internal;

import java.io.PrintStream;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.traceweave.model.Evidence;
import org.traceweave.model.UtcTime;

/**
 * Readable output, about {@value #WIDTH} columns wide: tables whose columns are as wide as their widest value, paragraphs that are
 * wrapped under themselves, and times in one zone.
 */
public final class Shown {

    /** Lines are wrapped here, where they can be. */
    public static final int WIDTH = 110;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);
    private static final int WIDEST_COLUMN = 60;
    /** A last column that is wrapped gets at least so much, however wide the others are. */
    private static final int NARROWEST_LAST = 40;
    private static final String GAP = "  ";

    private final PrintStream out;
    private final ZoneId zone;

    public Shown(PrintStream out, ZoneId zone) {
        this.out = out;
        this.zone = zone;
    }

    /** In which times are written. */
    public ZoneId zone() {
        return zone;
    }

    /** A time to the millisecond; UTC is marked with Z, any other zone by its offset. */
    public String time(long nanos) {
        if (nanos == UtcTime.UNKNOWN) {
            return "-";
        }
        var zoned = UtcTime.instant(nanos).atZone(zone);
        return TIME.format(zoned) + (zone.equals(ZoneOffset.UTC) ? "Z" : zoned.getOffset().getId());
    }

    /** Where something is written, as {@code show --source S --offset N} takes it. */
    public static String evidence(Evidence at) {
        return at.source() + " @" + at.offset();
    }

    /** A table with a head. Columns of numbers are aligned to the right; the last column is wrapped, the others are cut where too wide. */
    public void table(List<String> head, List<List<String>> rows) {
        int columns = head.size();
        int[] widths = new int[columns];
        boolean[] numbers = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            widths[column] = head.get(column).length();
            numbers[column] = !rows.isEmpty();
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], Math.min(WIDEST_COLUMN, row.get(column).length()));
                numbers[column] &= isNumber(row.get(column));
            }
        }
        row(head, widths, numbers);
        rows.forEach(row -> row(row, widths, numbers));
    }

    /** A table, or a sentence where there is nothing to put into it. */
    public void tableOr(String nothing, List<String> head, List<List<String>> rows) {
        if (rows.isEmpty()) {
            line(nothing);
        } else {
            table(head, rows);
        }
    }

    private static boolean isNumber(String value) {
        return !value.isEmpty() && value.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    private void row(List<String> row, int[] widths, boolean[] numbers) {
        StringBuilder line = new StringBuilder();
        int last = row.size() - 1;
        for (int column = 0; column < last; column++) {
            String value = cut(row.get(column), WIDEST_COLUMN);
            String padding = " ".repeat(widths[column] - value.length());
            line.append(numbers[column] ? padding + value : value + padding).append(GAP);
        }
        String value = numbers[last] ? " ".repeat(widths[last] - row.get(last).length()) + row.get(last) : row.get(last);
        wrapped(line.toString(), value);
    }

    static String cut(String value, int width) {
        return value.length() <= width ? value : value.substring(0, width - 1) + "\u2026";
    }

    public void line(String text) {
        out.println(text.stripTrailing());
    }

    /** {@code start} and then {@code text}, wrapped at spaces under its own beginning. */
    public void wrapped(String start, String text) {
        String before = start;
        int width = Math.max(NARROWEST_LAST, WIDTH - start.length());
        for (String paragraph : text.split("\n", -1)) {
            for (String line : lines(paragraph, width)) {
                line(before + line);
                before = " ".repeat(start.length());
            }
        }
    }

    private static List<String> lines(String paragraph, int width) {
        List<String> lines = new ArrayList<>();
        String rest = paragraph;
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            // A word that is too long for a line is not cut: it may be a path or a command to be copied
            int end = space > 0 && !rest.substring(0, space).isBlank() ? space : rest.indexOf(' ', width);
            if (end < 0) {
                break;
            }
            lines.add(rest.substring(0, end));
            rest = rest.substring(end + 1);
        }
        lines.add(rest);
        return lines;
    }
}
