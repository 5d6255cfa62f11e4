package org.traceweave.ui.timeline.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.traceweave.charts.TimelineGap;
import org.traceweave.model.Gap;
import org.traceweave.model.GapKind;
import org.traceweave.model.Source;
import org.traceweave.ui.Texts;

/** Where records are known to be missing, in words, by time. What an export left out on purpose is said of its source and shades nothing. */
final class TimelineGaps {

    private static final Texts TEXTS = new Texts(TimelineGaps.class);

    private TimelineGaps() {
    }

    static List<TimelineGap> of(List<Source> sources) {
        List<TimelineGap> gaps = new ArrayList<>();
        for (Source source : sources) {
            for (Gap gap : source.gaps()) {
                if (gap.kind() != GapKind.FILTERED_EXPORT) {
                    String words = TEXTS.get("gap." + gap.kind().word());
                    gaps.add(new TimelineGap(gap.range(), TEXTS.get("gap", "source", source.source(), "kind", words, "detail", gap.detail())));
                }
            }
        }
        gaps.sort(Comparator.comparingLong(gap -> gap.range().from()));
        return gaps;
    }
}
