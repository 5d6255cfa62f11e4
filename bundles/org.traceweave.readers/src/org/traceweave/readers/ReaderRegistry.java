package org.traceweave.readers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The readers that are installed, each with the bundle it came from. Filled from the extension registry by the product, by hand in
 * tests. Immutable once built.
 */
public final class ReaderRegistry {

    /** A reader and the symbolic name of the bundle that brought it. */
    public record Contribution(SourceReader reader, String bundle) {
    }

    private final List<Contribution> contributions;

    public ReaderRegistry(List<Contribution> contributions) {
        this.contributions = List.copyOf(contributions);
    }

    public List<Contribution> contributions() {
        return contributions;
    }

    public Optional<SourceReader> reader(String format) {
        return contributions.stream().map(Contribution::reader).filter(reader -> reader.format().equals(format)).findFirst();
    }

    /** The reader that is surest of a source; among equally sure ones the first contributed. Empty where none knows the format. */
    public Optional<SourceReader> detect(SourceHead head) {
        SourceReader best = null;
        int bestConfidence = 0;
        for (Contribution contribution : contributions) {
            int confidence = contribution.reader().confidence(head);
            if (confidence > bestConfidence) {
                best = contribution.reader();
                bestConfidence = confidence;
            }
        }
        return Optional.ofNullable(best);
    }

    /** This registry and further contributions. */
    public ReaderRegistry with(List<Contribution> more) {
        List<Contribution> all = new ArrayList<>(contributions);
        all.addAll(more);
        return new ReaderRegistry(all);
    }

    /** The formats in alphabetical order. */
    public List<String> formats() {
        return contributions.stream().map(contribution -> contribution.reader().format()).sorted().toList();
    }
}
