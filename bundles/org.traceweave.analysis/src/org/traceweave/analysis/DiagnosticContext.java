package org.traceweave.analysis;

import java.io.IOException;
import java.util.List;
import org.traceweave.cases.Case;
import org.traceweave.model.Certificate;
import org.traceweave.model.ChainBuild;
import org.traceweave.model.Evidence;
import org.traceweave.model.FailedConnection;
import org.traceweave.model.SignIn;
import org.traceweave.model.WindowsFailure;

/** What a diagnostic may ask of the case it looks at. Answers are computed once and shared by all diagnostics. */
public interface DiagnosticContext {

    /** The case itself, for queries of any kind and for the text of records. */
    Case caseUnderStudy();

    /** Sign-in attempts, and the other kinds of REGISTER exchanges, by start. */
    List<SignIn> signIns() throws IOException;

    /** SCHANNEL, CAPI2, server-log and logon failures, by time. */
    List<WindowsFailure> windowsFailures() throws IOException;

    /** Connections that died before SIP, by start. */
    List<FailedConnection> failedConnections() throws IOException;

    /** Chains as Windows built and judged them, by start. */
    List<ChainBuild> chainBuilds() throws IOException;

    /** Every certificate of the case, once each, with where it was seen. */
    List<Certificate> certificates() throws IOException;

    /**
     * How many records match a query.
     *
     * @throws IllegalArgumentException if the query cannot be understood
     */
    long count(String query) throws IOException;

    /**
     * The first records that match a query, by time, as evidence.
     *
     * @throws IllegalArgumentException if the query cannot be understood
     */
    List<Evidence> evidence(String query, int limit) throws IOException;

    /** The value of one of the diagnostic's own settings. */
    double setting(String name);
}
