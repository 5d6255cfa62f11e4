package org.traceweave.charts.internal;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.traceweave.charts.ChartTheme;
import org.traceweave.charts.TimelineContent;
import org.traceweave.charts.TimelineFrame;
import org.traceweave.charts.TimelineHit;

/** One drawing of a timeline while it is made: what is drawn, and where everything went so far. For one thread. */
final class Drawing {

    final ChartTheme theme;
    final TimelineContent content;
    final TimelineFrame frame;
    final List<TimelineHit> hits = new ArrayList<>();
    /** Where attempts went that are drawn by themselves or stand out. */
    final Map<String, Rectangle2D> places = new HashMap<>();
    /** Where the lanes of events went, by their ids. */
    final Map<String, Rectangle2D> eventLanes = new HashMap<>();
    /** Where the lanes of attempts are scrolled. */
    Rectangle2D lanes = new Rectangle2D.Double();

    Drawing(ChartTheme theme, TimelineContent content, TimelineFrame frame) {
        this.theme = theme;
        this.content = content;
        this.frame = frame;
    }

    /** What stands where in a plot. */
    LaneLayout layout(Rectangle2D area) {
        return new LaneLayout(frame.time(), area.getMinX(), area.getWidth(), frame.highlighted());
    }
}
