package org.traceweave.cases;

import java.util.List;
import org.traceweave.model.Source;

/**
 * What became of an import: every source it touched, and one sentence for each thing that was asked for and could not be imported.
 */
public record ImportOutcome(List<Source> sources, List<String> problems, boolean cancelled) {

    public ImportOutcome {
        sources = List.copyOf(sources);
        problems = List.copyOf(problems);
    }
}
