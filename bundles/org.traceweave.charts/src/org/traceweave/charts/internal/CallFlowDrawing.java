package org.traceweave.charts.internal;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.traceweave.analysis.CallFlow;
import org.traceweave.analysis.FlowMark;
import org.traceweave.analysis.FlowMessage;
import org.traceweave.analysis.FlowParticipant;
import org.traceweave.charts.CallFlowFrame;
import org.traceweave.charts.CallFlowRow;
import org.traceweave.charts.CallFlowRow.Kind;
import org.traceweave.charts.CallFlowWords;
import org.traceweave.charts.ChartTheme;
import org.traceweave.charts.TimelineWords;
import org.traceweave.model.Phase;
import org.traceweave.model.UtcTime;

/** Draws a call flow on any graphics: a screen's image or SVG. To be used once, by one thread. */
public final class CallFlowDrawing {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final Stroke LIFELINE = new BasicStroke(1f);
    private static final Stroke QUIET = new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {1, 4}, 0);

    private final ChartTheme theme;
    private final CallFlow flow;
    private final CallFlowFrame frame;
    private final Graphics2D g;
    private final CallFlowColumns columns;
    private final List<CallFlowRow> rows;
    private final CallFlowArrows arrows;
    private final CallFlowMarks marks;
    private final int contentHeight;
    private final int line;

    public CallFlowDrawing(ChartTheme theme, CallFlow flow, CallFlowFrame frame, Graphics2D g) {
        this.theme = theme;
        this.flow = flow;
        this.frame = frame;
        this.g = g;
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        FontMetrics metrics = g.getFontMetrics(theme.font());
        line = metrics.getHeight();
        columns = CallFlowColumns.of(flow, frame.width());
        CallFlowLayout layout = new CallFlowLayout(columns, frame, metrics);
        rows = layout.rows(flow);
        contentHeight = layout.height();
        arrows = new CallFlowArrows(g, theme, columns);
        marks = new CallFlowMarks(g, theme, columns);
    }

    public int headHeight() {
        return 3 * line + 10;
    }

    public int contentWidth() {
        return columns.width();
    }

    public int contentHeight() {
        return contentHeight;
    }

    public List<CallFlowRow> rows() {
        return rows;
    }

    /** Where the sign that unfolds a row ends, for each row. */
    public List<Double> foldEdges() {
        return rows.stream().map(row -> row.kind() == Kind.MESSAGE && row.element().orElseThrow() instanceof FlowMessage message
                ? arrows.labelStart(message) : 0.0)
                .toList();
    }

    public void draw() {
        g.setColor(theme.background());
        g.fill(new Rectangle2D.Double(0, 0, frame.width(), frame.height()));
        AffineTransform before = g.getTransform();
        Shape clip = g.getClip();
        g.clip(new Rectangle2D.Double(0, headHeight(), frame.width(), Math.max(0, frame.height() - headHeight())));
        g.translate(-frame.scrollX(), headHeight() - frame.scrollY());
        rowsInView();
        g.setTransform(before);
        g.setClip(clip);
        g.translate(-frame.scrollX(), 0);
        heads();
        g.setTransform(before);
    }

    private void rowsInView() {
        double from = frame.scrollY();
        double to = from + frame.height() - headHeight();
        List<CallFlowRow> seen = rows.stream().filter(row -> row.top() + row.height() >= from && row.top() <= to).toList();
        seen.stream().filter(this::isChosen).forEach(this::chosen);
        lifelines(from, to);
        phases(from);
        seen.forEach(this::row);
    }

    private boolean isChosen(CallFlowRow row) {
        return frame.chosen().filter(row.key()::equals).isPresent();
    }

    private void chosen(CallFlowRow row) {
        g.setColor(theme.chosen());
        g.fill(new Rectangle2D.Double(CallFlowColumns.PHASE, row.top(), columns.width() - CallFlowColumns.PHASE, row.height()));
        g.setColor(theme.cursor());
        g.fill(new Rectangle2D.Double(CallFlowColumns.PHASE, row.top(), 3, row.height()));
    }

    private void lifelines(double from, double to) {
        g.setStroke(LIFELINE);
        g.setColor(theme.grid());
        for (int i = 0; i < flow.participants().size(); i++) {
            g.draw(new Line2D.Double(columns.x(i), from, columns.x(i), to));
        }
        for (CallFlowRow row : rows) {
            if (row.kind() == Kind.GAP) {
                g.setColor(theme.background());
                g.fill(new Rectangle2D.Double(CallFlowColumns.LEFT, row.top() + 1, columns.width() - CallFlowColumns.LEFT, row.height() - 2));
                g.setColor(theme.muted());
                g.setStroke(QUIET);
                for (int i = 0; i < flow.participants().size(); i++) {
                    g.draw(new Line2D.Double(columns.x(i), row.top(), columns.x(i), row.top() + row.height()));
                }
                g.setStroke(LIFELINE);
            }
        }
    }

    /** Along the side, each step of the sign-in as far as its messages go; its name stays in view. */
    private void phases(double viewTop) {
        int at = 0;
        while (at < rows.size()) {
            Phase phase = rows.get(at).phase();
            int end = at;
            while (end + 1 < rows.size() && rows.get(end + 1).phase() == phase) {
                end++;
            }
            phase(phase, rows.get(at).top(), rows.get(end).top() + rows.get(end).height(), viewTop);
            at = end + 1;
        }
    }

    private void phase(Phase phase, double top, double foot, double viewTop) {
        g.setColor(theme.phase(phase));
        g.fill(new Rectangle2D.Double(4, top + 1, CallFlowColumns.PHASE - 10, Math.max(2, foot - top - 2)));
        double y = Math.min(Math.max(top, viewTop) + line / 2.0 + 4, foot - line / 2.0 - 1);
        g.setColor(theme.onPhase());
        String word = Lettering.fitted(g.getFontMetrics(theme.small()), TimelineWords.phase(phase), CallFlowColumns.PHASE - 18);
        Lettering.at(g, theme.small(), word, 9, y);
    }

    private void row(CallFlowRow row) {
        double top = row.top();
        switch (row.kind()) {
            case MESSAGE -> {
                FlowMessage message = (FlowMessage) row.element().orElseThrow();
                time(message.time(), top + row.height() - line / 2.0 + 1, true);
                arrows.message(row, message, top, isChosen(row));
            }
            case HOP -> {
                row.hop().filter(hop -> !hop.sightings().isEmpty()).ifPresent(hop -> time(hop.time(), top + row.height() / 2.0, false));
                arrows.hop(row, (FlowMessage) row.element().orElseThrow(), row.hop().orElseThrow(), top);
            }
            case DETAIL -> arrows.detail(row, (FlowMessage) row.element().orElseThrow(), row.detail().orElseThrow(), top, isChosen(row));
            case MARK -> {
                FlowMark mark = (FlowMark) row.element().orElseThrow();
                time(mark.time(), top + line / 2.0 + 2, false);
                marks.paint(row, mark, top);
            }
            case OUTCOME -> marks.outcome(row, flow.signIn().outcome(), top);
            case GAP -> {
                g.setColor(theme.muted());
                Lettering.at(g, theme.small(), row.words(), columns.x(0) + 14, top + row.height() / 2.0);
            }
        }
    }

    private void time(long time, double middle, boolean strong) {
        g.setColor(strong ? theme.text() : theme.muted());
        Lettering.at(g, theme.small(), CLOCK.format(LocalDateTime.ofInstant(UtcTime.instant(time), frame.zone())), CallFlowColumns.PHASE + 8, middle);
    }

    private void heads() {
        g.setColor(theme.band());
        g.fill(new Rectangle2D.Double(0, 0, columns.width(), headHeight()));
        g.setColor(theme.grid());
        g.fill(new Rectangle2D.Double(0, headHeight() - 1, columns.width(), 1));
        Font bold = theme.font().deriveFont(Font.BOLD);
        for (int i = 0; i < flow.participants().size(); i++) {
            FlowParticipant participant = flow.participants().get(i);
            head(theme.small(), CallFlowWords.role(participant.role()), i, 0, false);
            head(bold, participant.name(), i, 1, true);
            head(theme.small(), participant.detail(), i, 2, false);
        }
    }

    private void head(Font font, String words, int column, int row, boolean strong) {
        String fitted = Lettering.fitted(g.getFontMetrics(font), words, columns.pitch() - 10);
        g.setColor(strong ? theme.text() : theme.muted());
        Lettering.at(g, font, fitted, columns.x(column) - Lettering.width(g, font, fitted) / 2, 4 + line * (row + 0.5));
    }
}
