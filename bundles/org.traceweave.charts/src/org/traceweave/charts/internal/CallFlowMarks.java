package org.traceweave.charts.internal;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.traceweave.analysis.FlowMark;
import org.traceweave.charts.CallFlowRow;
import org.traceweave.charts.ChartTheme;
import org.traceweave.charts.MarkTone;
import org.traceweave.model.Outcome;

/** Paints what stands beside the messages of a call flow: a sign on the lifeline it belongs to, and words that explain it. */
final class CallFlowMarks {

    private static final double SIGN = 5;
    private static final double LEAST_ROOM = 300;
    private static final double MOST_ROOM = 560;

    private final Graphics2D g;
    private final ChartTheme theme;
    private final CallFlowColumns columns;

    CallFlowMarks(Graphics2D g, ChartTheme theme, CallFlowColumns columns) {
        this.g = g;
        this.theme = theme;
        this.columns = columns;
    }

    /** Where the words of a mark begin: right of its lifeline, or further left where there is too little room. */
    private static double start(CallFlowColumns columns, FlowMark mark) {
        double beside = columns.x(mark.participant()) + 14;
        return columns.right() - beside >= LEAST_ROOM ? beside : Math.max(CallFlowColumns.LEFT, columns.x(mark.participant()) - 14 - room(columns,
                mark));
    }

    static double room(CallFlowColumns columns, FlowMark mark) {
        double x = columns.x(mark.participant());
        double beside = columns.right() - x - 14;
        return Math.min(MOST_ROOM, beside >= LEAST_ROOM ? beside : Math.max(beside, x - 22 - CallFlowColumns.LEFT));
    }

    /** Words in lines of that width; what does not fit into the last line is cut off. */
    static List<String> wrapped(FontMetrics metrics, String words, double room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ")) {
            boolean full = !line.isEmpty() && metrics.stringWidth(line + " " + word) > room;
            if (full && lines.size() < CallFlowLayout.MOST_LINES - 1) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(Lettering.fitted(metrics, line.toString(), room));
        return lines;
    }

    void paint(CallFlowRow row, FlowMark mark, double top) {
        FontMetrics metrics = g.getFontMetrics(theme.font());
        double x = columns.x(mark.participant());
        Color tone = theme.tone(tone(mark));
        List<String> lines = wrapped(metrics, row.words(), room(columns, mark));
        double start = start(columns, mark);
        double widest = lines.stream().mapToDouble(metrics::stringWidth).max().orElse(0);
        boolean left = start < x;
        double from = left ? x - 14 - widest : start;
        g.setColor(theme.band());
        g.fill(new Rectangle2D.Double(from - 4, top + 1, widest + 8, row.height() - 3));
        g.setColor(tone);
        g.fill(new Rectangle2D.Double(left ? from + widest + 4 : from - 6, top + 1, 2, row.height() - 3));
        sign(mark, x, top + metrics.getHeight() / 2.0 + 2, tone);
        g.setColor(mark.explains() ? theme.text() : theme.muted());
        for (int i = 0; i < lines.size(); i++) {
            double middle = top + 2 + metrics.getHeight() * (i + 0.5);
            Lettering.at(g, theme.font(), lines.get(i), from, middle);
        }
    }

    private void sign(FlowMark mark, double x, double y, Color tone) {
        g.setColor(theme.background());
        g.fill(new Ellipse2D.Double(x - SIGN - 2, y - SIGN - 2, 2 * SIGN + 4, 2 * SIGN + 4));
        g.setColor(tone);
        switch (mark.kind()) {
            case CONNECTION -> g.draw(new Ellipse2D.Double(x - SIGN + 1, y - SIGN + 1, 2 * SIGN - 2, 2 * SIGN - 2));
            case SILENCE -> {
                Font bold = theme.font().deriveFont(Font.BOLD);
                Lettering.at(g, bold, "?", x - Lettering.width(g, bold, "?") / 2, y);
            }
            default -> {
                Path2D diamond = new Path2D.Double();
                diamond.moveTo(x, y - SIGN);
                diamond.lineTo(x + SIGN, y);
                diamond.lineTo(x, y + SIGN);
                diamond.lineTo(x - SIGN, y);
                diamond.closePath();
                if (mark.explains()) {
                    g.fill(diamond);
                } else {
                    g.draw(diamond);
                }
            }
        }
    }

    /** The end of the attempt, over all columns. */
    void outcome(CallFlowRow row, Outcome outcome, double top) {
        Color tone = theme.tone(MarkTone.of(outcome));
        g.setColor(new Color(tone.getRed(), tone.getGreen(), tone.getBlue(), 0x2C));
        g.fill(new Rectangle2D.Double(CallFlowColumns.LEFT, top + 2, columns.right() - CallFlowColumns.LEFT, row.height() - 4));
        g.setColor(tone);
        g.fill(new Rectangle2D.Double(CallFlowColumns.LEFT, top + 2, 4, row.height() - 4));
        g.setColor(theme.text());
        Font bold = theme.font().deriveFont(Font.BOLD);
        double room = columns.right() - CallFlowColumns.LEFT - 24;
        Lettering.at(g, bold, Lettering.fitted(g.getFontMetrics(bold), row.words(), room), CallFlowColumns.LEFT + 12, top + row.height() / 2.0);
    }

    static MarkTone tone(FlowMark mark) {
        return switch (mark.kind()) {
            case SCHANNEL -> MarkTone.SCHANNEL;
            case CAPI2 -> MarkTone.CAPI2;
            case SERVER_LOG -> MarkTone.SERVER_LOG;
            case CONNECTION -> MarkTone.CONNECTION;
            case SILENCE -> MarkTone.TIMED_OUT;
            case HTTP, SIP_DIAGNOSTIC, OUTCOME -> MarkTone.OTHER;
        };
    }
}
