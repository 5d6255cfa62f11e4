package org.traceweave.analysis.internal.windows;

import java.io.IOException;
import java.util.List;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.model.ChainBuild;

/** Joins the CAPI2 events of a case to the chains they tell of. */
public final class ChainBuilds {

    private ChainBuilds() {
    }

    /** By start. */
    public static List<ChainBuild> of(Case source, CancelSignal cancel) throws IOException {
        return List.of();
    }
}
