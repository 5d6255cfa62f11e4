package org.traceweave.analysis.internal.callflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import org.traceweave.analysis.CallFlow;
import org.traceweave.analysis.FlowDetail;
import org.traceweave.analysis.FlowElement;
import org.traceweave.analysis.FlowHop;
import org.traceweave.analysis.FlowMark;
import org.traceweave.analysis.FlowMessage;
import org.traceweave.analysis.FlowParticipant;

/** The lines of a ladder in letters of one width: a lifeline for each participant, arrows between them, words on top of them. */
public final class LadderLines {

    private static final int TIME = 14;
    private static final int NARROW = 24;
    private static final int WIDE = 34;
    private static final int FEW = 4;
    private static final int LEAST_TEXT = 64;
    private static final int INDENT = 4;

    private final CallFlow flow;
    private final int pitch;
    private final int width;
    private final LongFunction<String> clock;
    private final StringBuilder text = new StringBuilder();

    /** @param clock writes the time of day */
    public LadderLines(CallFlow flow, LongFunction<String> clock) {
        this.flow = flow;
        this.clock = clock;
        pitch = flow.participants().size() <= FEW ? WIDE : NARROW;
        width = Math.max(column(flow.participants().size() - 1), TIME + WIDE) + LEAST_TEXT;
        heads();
    }

    public String text() {
        return text.toString();
    }

    private int column(int index) {
        return TIME + pitch / 2 + index * pitch;
    }

    private int column(String participant) {
        return column(flow.column(participant).orElse(0));
    }

    private void heads() {
        List<FlowParticipant> participants = flow.participants();
        head(participants.stream().map(each -> each.role().word().replace('-', ' ').toUpperCase(Locale.ROOT)).toList());
        head(participants.stream().map(FlowParticipant::name).toList());
        if (participants.stream().anyMatch(each -> !each.detail().isEmpty())) {
            head(participants.stream().map(FlowParticipant::detail).toList());
        }
    }

    private void head(List<String> words) {
        char[] row = blank();
        for (int i = 0; i < words.size(); i++) {
            String fitted = cut(words.get(i), pitch - 2);
            put(row, column(i) - fitted.length() / 2, fitted);
        }
        line(row);
    }

    /** A stretch in which nothing happened. */
    public void gap(String words) {
        char[] row = lifelines();
        put(row, 0, "   ...");
        put(row, TIME + pitch / 2 + 3, "... " + words + " ...");
        line(row);
    }

    public void element(FlowElement element) {
        switch (element) {
            case FlowMessage message -> message(message);
            case FlowMark mark -> mark(mark, clock.apply(mark.time()));
        }
    }

    private void message(FlowMessage message) {
        line(lifelines());
        for (int i = 0; i < message.hops().size(); i++) {
            FlowHop hop = message.hops().get(i);
            hop(hop, i == 0 ? label(message) : "passed on", hop.sightings().isEmpty() ? "" : clock.apply(hop.time()));
        }
        int left = Math.min(column(message.hops().getFirst().from()), column(message.hops().getFirst().to()));
        for (FlowDetail detail : message.details()) {
            words(left + INDENT, (detail.grave() ? "! " : "") + detail.name() + (detail.words().isEmpty() ? "" : ": " + detail.words()));
        }
    }

    private static String label(FlowMessage message) {
        String gist = message.gist().isEmpty() ? "" : ", " + message.gist();
        return message.title() + (message.sequence().isPresent() ? " (" + message.sequence().getAsInt() + ")" : "") + gist;
    }

    private void hop(FlowHop hop, String label, String time) {
        int from = column(hop.from());
        int to = column(hop.to());
        int left = Math.min(from, to);
        int right = Math.max(from, to);
        if (left == right) {
            char[] row = lifelines();
            put(row, 0, time);
            put(row, left + 1, "-> " + label);
            line(row);
            return;
        }
        boolean fits = label.length() <= right - left - 6;
        if (!fits) {
            char[] above = lifelines();
            put(above, left + 2, label);
            line(above);
        }
        char[] row = lifelines();
        Arrays.fill(row, left + 1, right, hop.sightings().isEmpty() ? '.' : '-');
        row[to > from ? right - 1 : left + 1] = hop.lost() ? 'X' : to > from ? '>' : '<';
        if (fits) {
            put(row, left + (right - left - label.length()) / 2, label);
        }
        put(row, 0, time);
        line(row);
        if (hop.lost()) {
            words(left + INDENT, "! no record of it at the receiver, which was tracing");
        }
    }

    private void mark(FlowMark mark, String time) {
        String sure = mark.confidence().isPresent() ? String.format(Locale.ROOT, " [%s, %.2f]", mark.explains() ? "explains" : "coincident",
                mark.confidence().getAsDouble())
                : "";
        int at = column(mark.participant());
        int start = Math.min(at + 2, Math.max(TIME, width - LEAST_TEXT));
        List<String> wrapped = wrapped(kind(mark) + mark.words() + sure, width - start);
        for (int i = 0; i < wrapped.size(); i++) {
            char[] row = lifelines();
            put(row, 0, i == 0 ? time : "");
            put(row, start, wrapped.get(i));
            if (i == 0 && start > at) {
                row[at] = sign(mark);
            } else if (i == 0) {
                put(row, start - 2, sign(mark) + " ");
            }
            line(row);
        }
    }

    private static String kind(FlowMark mark) {
        return switch (mark.kind()) {
            case SCHANNEL, CAPI2, HTTP -> mark.kind().word().toUpperCase(Locale.ROOT) + " ";
            case SIP_DIAGNOSTIC -> "SIP stack: ";
            case SERVER_LOG, CONNECTION, SILENCE, OUTCOME -> "";
        };
    }

    private static char sign(FlowMark mark) {
        return switch (mark.kind()) {
            case CONNECTION -> 'o';
            case OUTCOME -> '=';
            case SILENCE -> '?';
            default -> mark.explains() ? '!' : '*';
        };
    }

    private void words(int start, String words) {
        for (String each : wrapped(words, Math.max(LEAST_TEXT, width - start))) {
            char[] row = lifelines();
            put(row, start, each);
            line(row);
        }
    }

    private static List<String> wrapped(String words, int room) {
        List<String> lines = new ArrayList<>();
        String rest = words.strip();
        while (rest.length() > room) {
            int space = rest.lastIndexOf(' ', room);
            int end = space < room / 2 ? room : space;
            lines.add(rest.substring(0, end));
            rest = "  " + rest.substring(end).strip();
        }
        lines.add(rest);
        return lines;
    }

    private static String cut(String words, int most) {
        return words.length() <= most ? words : words.substring(0, Math.max(0, most - 3)) + "...";
    }

    private char[] blank() {
        char[] row = new char[width + 2];
        Arrays.fill(row, ' ');
        return row;
    }

    private char[] lifelines() {
        char[] row = blank();
        for (int i = 0; i < flow.participants().size(); i++) {
            row[column(i)] = '|';
        }
        return row;
    }

    private static void put(char[] row, int start, String words) {
        for (int i = 0; i < words.length() && start + i < row.length; i++) {
            if (start + i >= 0) {
                row[start + i] = words.charAt(i) < ' ' ? ' ' : words.charAt(i);
            }
        }
    }

    private void line(char[] row) {
        text.append(new String(row).stripTrailing()).append('\n');
    }
}
