package org.traceweave.ui.internal.pages;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.traceweave.analysis.SignInComparison;
import org.traceweave.cases.Case;
import org.traceweave.index.IndexedRecord;
import org.traceweave.model.Evidence;
import org.traceweave.model.Related;
import org.traceweave.model.SignIn;
import org.traceweave.model.WindowsFailure;
import org.traceweave.ui.CaseAnswers;
import org.traceweave.ui.internal.records.RecordSummary;

/**
 * What has to be looked up before an attempt can be told in full: what the records beside it say, and the success it is held against. Immutable.
 */
public record AttemptContext(Optional<SignInComparison> comparison, Map<Evidence, Beside> beside, boolean complete) {

    /** Nothing was looked up yet. */
    public static final AttemptContext NONE = new AttemptContext(Optional.empty(), Map.of(), false);

    /** What a record beside an attempt says. {@code name}: such as provider and number of an event; may be empty. */
    record Beside(String name, String host, String words) {
    }

    public AttemptContext {
        beside = Map.copyOf(beside);
    }

    /** Looks all of it up; for the background thread. */
    public static AttemptContext of(Case source, CaseAnswers answers, SignIn signIn) throws IOException {
        Map<Evidence, Beside> beside = new HashMap<>();
        List<Related> told = signIn.related().stream().limit(AttemptPage.SHOWN).toList();
        Set<String> places = told.stream().map(related -> place(related.evidence())).collect(Collectors.toSet());
        Map<String, WindowsFailure> failures = new HashMap<>();
        answers.failures().stream().filter(failure -> places.contains(place(failure.evidence())))
                .forEach(failure -> failures.put(place(failure.evidence()), failure));
        for (Related related : told) {
            beside.put(related.evidence(), beside(source, related.evidence(), Optional.ofNullable(failures.get(place(related.evidence())))));
        }
        return new AttemptContext(SignInComparison.of(signIn, answers.signIns()), beside, true);
    }

    private static String place(Evidence evidence) {
        return evidence.source() + "@" + evidence.offset();
    }

    private static Beside beside(Case source, Evidence evidence, Optional<WindowsFailure> failure) throws IOException {
        if (failure.isPresent()) {
            WindowsFailure told = failure.get();
            String process = told.processName().map(name -> " (" + name + ")").orElse("");
            return new Beside(told.provider().replace("Microsoft-Windows-", "") + " " + told.eventId(), told.host().orElse(""), told.meaning()
                    + process);
        }
        Optional<IndexedRecord> record = source.find(evidence);
        return record.isEmpty() ? new Beside("", "", "")
                : new Beside("", record.get().host().orElse(""), RecordSummary.of(record.get(), source.text(record.get())));
    }
}
