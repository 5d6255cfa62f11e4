package org.traceweave.charts.internal;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.EnumSet;
import java.util.Set;
import org.traceweave.charts.MarkTone;
import org.traceweave.charts.PhaseSegment;
import org.traceweave.charts.TimelineLane;
import org.traceweave.charts.TimelineMark;
import org.traceweave.charts.TimelineWords;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;

/** What the shapes and colours of the bars mean: the outcomes with their signs, and the phases that there are. */
final class Legend {

    /** The height of the line it takes. */
    static final int HEIGHT = 18;

    private static final int MOST_LOOKED_AT = 400;
    private static final double SPACE = 12;

    private final Drawing drawing;

    Legend(Drawing drawing) {
        this.drawing = drawing;
    }

    void paint(Graphics2D g, double left, double top, double right) {
        Font font = drawing.theme.font().deriveFont(drawing.theme.font().getSize2D() - 2f);
        double x = left;
        for (Outcome outcome : Outcome.values()) {
            String word = TimelineWords.outcome(outcome);
            if (x + BarPainting.CAP + 4 + Lettering.width(g, font, word) > right) {
                return;
            }
            Rectangle2D square = new Rectangle2D.Double(x, top + (HEIGHT - 11) / 2.0, BarPainting.CAP, 11);
            g.setColor(drawing.theme.tone(MarkTone.of(outcome)));
            g.fill(square);
            g.setColor(drawing.theme.dark() ? drawing.theme.background() : Color.WHITE);
            g.setStroke(BarPainting.SIGN);
            g.draw(BarPainting.sign(MarkTone.of(outcome), square));
            x = word(g, font, word, x, top);
        }
        x += SPACE;
        for (Phase phase : phases()) {
            String word = TimelineWords.phase(phase);
            if (x + BarPainting.CAP + 4 + Lettering.width(g, font, word) > right) {
                return;
            }
            g.setColor(drawing.theme.phase(phase));
            g.fill(new Rectangle2D.Double(x, top + (HEIGHT - 11) / 2.0, BarPainting.CAP, 11));
            x = word(g, font, word, x, top);
        }
    }

    private double word(Graphics2D g, Font font, String word, double x, double top) {
        g.setColor(drawing.theme.muted());
        Lettering.at(g, font, word, x + BarPainting.CAP + 4, top + HEIGHT / 2.0);
        return x + BarPainting.CAP + 4 + Lettering.width(g, font, word) + SPACE;
    }

    /** The phases of the first attempts of each lane; few are missed, and a legend costs no look at a hundred thousand. */
    private Set<Phase> phases() {
        Set<Phase> phases = EnumSet.noneOf(Phase.class);
        int looked = 0;
        for (TimelineLane lane : drawing.content.attempts().lanes()) {
            for (TimelineMark mark : lane.marks()) {
                if (looked++ == MOST_LOOKED_AT) {
                    return phases;
                }
                mark.phases().stream().map(PhaseSegment::phase).forEach(phases::add);
            }
        }
        return phases;
    }
}
