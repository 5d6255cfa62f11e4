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

/** Readable output: tables whose columns are as wide as their widest value, and times in one zone. */
public final class Shown {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);
    private static final int WIDEST = 60;

    private final PrintStream out;
    private final ZoneId zone;

    public Shown(PrintStream out, ZoneId zone) {
        this.out = out;
        this.zone = zone;
    }

    /** A time to the millisecond; UTC is marked with Z, any other zone by its offset. */
    public String time(long nanos) {
        if (nanos == UtcTime.UNKNOWN) {
            return "-";
        }
        var zoned = UtcTime.instant(nanos).atZone(zone);
        return TIME.format(zoned) + (zone.equals(ZoneOffset.UTC) ? "Z" : zoned.getOffset().getId());
    }

    public static String evidence(Evidence at) {
        return at.source() + " @" + at.offset();
    }

    /** A table with a head; the last column is as long as its values are. */
    public void table(List<String> head, List<List<String>> rows) {
        int[] widths = new int[head.size()];
        List<List<String>> all = new ArrayList<>();
        all.add(head);
        all.addAll(rows);
        for (List<String> row : all) {
            for (int column = 0; column < head.size(); column++) {
                widths[column] = Math.max(widths[column], Math.min(WIDEST, row.get(column).length()));
            }
        }
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < head.size(); column++) {
                String value = row.get(column);
                boolean last = column == head.size() - 1;
                String cut = last || value.length() <= WIDEST ? value : value.substring(0, WIDEST - 1) + "\u2026";
                line.append(cut);
                if (!last) {
                    line.append(" ".repeat(widths[column] - cut.length() + 2));
                }
            }
            out.println(line.toString().stripTrailing());
        }
    }

    public void line(String text) {
        out.println(text);
    }

    /** A paragraph, each line of it indented. */
    public void paragraph(String label, String text) {
        if (!text.isBlank()) {
            out.println("  " + label + ": " + text.replace("\n", "\n    "));
        }
    }
}
