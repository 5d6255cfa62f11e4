package org.traceweave.ui;

import org.traceweave.analysis.CaseAnalysis;
import org.traceweave.cases.Case;

/** The case that a window shows, and the analysis that answers about it. */
public record OpenCase(Case source, CaseAnalysis analysis) {

    /** What is written in the title: the case's name, or empty while it has none. */
    public String name() {
        return source.isTemporary() ? "" : source.name();
    }
}
