package org.traceweave.charts.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.traceweave.analysis.FlowDetail;
import org.traceweave.analysis.FlowHop;
import org.traceweave.analysis.FlowMessage;
import org.traceweave.charts.CallFlowRow;
import org.traceweave.charts.CallFlowWords;
import org.traceweave.charts.ChartTheme;
import org.traceweave.charts.MarkTone;

/** Paints the arrows of a call flow with their labels, and what was unfolded from them. */
final class CallFlowArrows {

    private static final Stroke WHOLE = new BasicStroke(1.4f);
    private static final Stroke UNTRACED = new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {2, 4}, 0);
    private static final double HEAD = 8;
    private static final double FOLD = 14;
    private static final double SPACE = 10;
    private static final int SUCCESS = 200;
    private static final int REDIRECT = 300;

    private final Graphics2D g;
    private final ChartTheme theme;
    private final CallFlowColumns columns;
    private final Font bold;

    CallFlowArrows(Graphics2D g, ChartTheme theme, CallFlowColumns columns) {
        this.g = g;
        this.theme = theme;
        this.columns = columns;
        bold = theme.font().deriveFont(Font.BOLD);
    }

    /** Where the label of a message begins. */
    double labelStart(FlowMessage message) {
        FlowHop hop = message.hops().getFirst();
        double left = Math.min(columns.x(hop.from()), columns.x(hop.to()));
        double right = Math.max(columns.x(hop.from()), columns.x(hop.to()));
        double fold = message.details().isEmpty() ? 0 : FOLD;
        double width = fold + Lettering.width(g, bold, title(message)) + SPACE + Lettering.width(g, theme.font(), gist(message));
        double centred = (left + right - width) / 2;
        // words that are too long for their arrow begin further left
        return Math.max(CallFlowColumns.LEFT + 8, Math.min(Math.max(left + 8, centred), columns.right() - width)) + fold;
    }

    private static String title(FlowMessage message) {
        return message.title() + (message.sequence().isPresent() ? " (" + message.sequence().getAsInt() + ")" : "");
    }

    private static String gist(FlowMessage message) {
        String reason = message.diagnosticId().isPresent() ? message.diagnosticId().getAsInt() + message.reason().map(words -> " " + words)
                .orElse("") : "";
        return message.gist().isEmpty() || reason.isEmpty() ? message.gist() + reason : reason;
    }

    private Color tone(FlowMessage message) {
        if (message.refusal()) {
            return theme.tone(MarkTone.FAILED);
        }
        int status = message.status().orElse(0);
        return status >= SUCCESS && status < REDIRECT && message.protocol() == FlowMessage.Protocol.SIP ? theme.tone(MarkTone.SUCCEEDED)
                : theme.text();
    }

    /** @param chosen whether the row stands out already, so that its words need no ground of their own */
    void message(CallFlowRow row, FlowMessage message, double top, boolean chosen) {
        FontMetrics metrics = g.getFontMetrics(theme.font());
        double x = labelStart(message);
        double middle = top + metrics.getHeight() / 2.0 + 3;
        double titleWidth = Lettering.width(g, bold, title(message)) + SPACE;
        String gist = Lettering.fitted(metrics, gist(message), columns.right() - x - titleWidth);
        double fold = row.foldable() ? FOLD : 0;
        ground(chosen, new Rectangle2D.Double(x - fold - 2, top + 3, fold + titleWidth + metrics.stringWidth(gist) + 4, metrics.getHeight()));
        if (row.foldable()) {
            fold(x - FOLD, middle, row.unfolded());
        }
        g.setColor(tone(message));
        Lettering.at(g, bold, title(message), x, middle);
        g.setColor(message.refusal() ? tone(message) : theme.muted());
        Lettering.at(g, theme.font(), gist, x + titleWidth, middle);
        arrow(message.hops().getFirst(), top + row.height() - metrics.getHeight() / 2.0 + 1, tone(message));
    }

    private void ground(boolean chosen, Rectangle2D room) {
        if (!chosen) {
            g.setColor(theme.background());
            g.fill(room);
        }
    }

    private void fold(double x, double middle, boolean unfolded) {
        Path2D sign = new Path2D.Double();
        double half = 4;
        if (unfolded) {
            sign.moveTo(x, middle - half / 2);
            sign.lineTo(x + 2 * half, middle - half / 2);
            sign.lineTo(x + half, middle + half);
        } else {
            sign.moveTo(x + 1, middle - half);
            sign.lineTo(x + 1 + half * 1.5, middle);
            sign.lineTo(x + 1, middle + half);
        }
        sign.closePath();
        g.setColor(theme.cursor());
        g.fill(sign);
    }

    void hop(CallFlowRow row, FlowMessage message, FlowHop hop, double top) {
        double y = top + row.height() / 2.0;
        arrow(hop, y, tone(message));
        String words = hop.lost() ? CallFlowWords.lost() : hop.sightings().isEmpty() ? CallFlowWords.untraced() : CallFlowWords.passedOn();
        double width = Lettering.width(g, theme.small(), words);
        double x = (columns.x(hop.from()) + columns.x(hop.to()) - width) / 2;
        ground(false, new Rectangle2D.Double(x - 4, top + 1, width + 8, row.height() - 2));
        g.setColor(hop.lost() ? theme.tone(MarkTone.FAILED) : theme.muted());
        Lettering.at(g, theme.small(), words, x, y);
    }

    private void arrow(FlowHop hop, double y, Color tone) {
        double from = columns.x(hop.from());
        double to = columns.x(hop.to());
        double towards = Math.signum(to - from);
        g.setColor(tone);
        if (towards == 0) {
            g.setStroke(WHOLE);
            g.draw(new Rectangle2D.Double(from, y - 4, 14, 8));
            return;
        }
        double end = hop.lost() ? to - towards * 16 : to;
        g.setStroke(hop.sightings().isEmpty() ? UNTRACED : WHOLE);
        g.draw(new Line2D.Double(from, y, end - towards * 2, y));
        g.setStroke(WHOLE);
        if (hop.lost()) {
            g.setColor(theme.tone(MarkTone.FAILED));
            g.draw(new Line2D.Double(end - 5, y - 5, end + 5, y + 5));
            g.draw(new Line2D.Double(end - 5, y + 5, end + 5, y - 5));
            return;
        }
        Path2D head = new Path2D.Double();
        head.moveTo(end, y);
        head.lineTo(end - towards * HEAD, y - HEAD / 2);
        head.lineTo(end - towards * HEAD, y + HEAD / 2);
        head.closePath();
        g.fill(head);
    }

    void detail(CallFlowRow row, FlowMessage message, FlowDetail detail, double top, boolean chosen) {
        FlowHop hop = message.hops().getFirst();
        double x = Math.min(columns.x(hop.from()), columns.x(hop.to())) + 24;
        x += detail.kind() == FlowDetail.Kind.CERTIFICATE ? 16 : 0;
        double middle = top + row.height() / 2.0;
        FontMetrics metrics = g.getFontMetrics(theme.font());
        FontMetrics boldMetrics = g.getFontMetrics(bold);
        double room = columns.right() - x;
        String name = Lettering.fitted(boldMetrics, detail.name(), room);
        double nameWidth = boldMetrics.stringWidth(name) + SPACE;
        String words = detail.words().isEmpty() ? "" : Lettering.fitted(metrics, detail.words(), room - nameWidth);
        ground(chosen, new Rectangle2D.Double(x - 2, top, nameWidth + metrics.stringWidth(words) + 4, row.height()));
        g.setColor(detail.kind() == FlowDetail.Kind.CERTIFICATE ? theme.tone(MarkTone.CERTIFICATE) : theme.grid());
        g.fill(new Rectangle2D.Double(x - 8, top + 2, 3, row.height() - 4));
        Color grave = theme.tone(MarkTone.FAILED);
        g.setColor(detail.grave() ? grave : theme.text());
        Lettering.at(g, detail.kind() == FlowDetail.Kind.HEADER && !detail.grave() ? theme.font() : bold, name, x, middle);
        g.setColor(detail.grave() ? grave : theme.muted());
        Lettering.at(g, theme.font(), words, x + nameWidth, middle);
    }
}
