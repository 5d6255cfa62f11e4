package org.traceweave.analysis.internal.signin;

import java.io.IOException;
import java.util.List;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.model.FailedConnection;


/** Finds the connections of a case that died before SIP. */
public final class FailedConnections {

    private FailedConnections() {
    }

    /** By start. */
    public static List<FailedConnection> of(Case source, CancelSignal cancel) throws IOException {
        return List.of();
    }
}
