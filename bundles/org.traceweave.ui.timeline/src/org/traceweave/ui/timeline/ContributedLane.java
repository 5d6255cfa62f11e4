package org.traceweave.ui.timeline;

import java.io.IOException;
import java.util.List;
import org.traceweave.cases.CancelSignal;
import org.traceweave.ui.OpenCase;

/**
 * A lane that a plug-in adds to the timeline, through the extension point {@code org.traceweave.ui.timeline.lanes}: what happened elsewhere, on the
 * time axis of the case. Called on a background thread, once for each state of the case that was analysed. One that throws is switched off until
 * the next start and named in a notice.
 */
public interface ContributedLane {

    /** Written to the left of the lane: one or two words. */
    String title();

    /**
     * What the lane shows of a case, in any order. A lane without marks is not shown.
     *
     * @param cancel to be looked at now and then where reading takes long
     * @throws IOException if the case cannot be read
     */
    List<LaneMark> marks(OpenCase open, CancelSignal cancel) throws IOException;
}
