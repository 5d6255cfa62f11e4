package org.traceweave.analysis;

import java.io.IOException;
import java.util.List;
import org.traceweave.model.Finding;

/**
 * Looks for one kind of cause. Stateless: everything it knows it asks of the context. Without the sources it needs it answers with
 * one finding of severity {@code not-applicable} that names them, never with nothing at all.
 */
public interface Diagnostic {

    /** What it is and what it needs; always the same. */
    DiagnosticDescription description();

    /**
     * What it has to say about the case. Use {@link FindingBuilder} to make findings.
     *
     * @throws IOException if the case cannot be read
     */
    List<Finding> diagnose(DiagnosticContext context) throws IOException;
}
