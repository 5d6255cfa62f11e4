package org.traceweave.ui.internal.views;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.traceweave.index.IndexedRecord;
import org.traceweave.model.Evidence;
import org.traceweave.model.Finding;
import org.traceweave.model.SignIn;
import org.traceweave.ui.OpenCase;
import org.traceweave.ui.Texts;
import org.traceweave.ui.TimeDisplay;
import org.traceweave.ui.internal.records.RecordSummary;

/**
 * Names pieces of evidence as people do: when, on which host, what it says. Until a record was looked up its place in the source stands
 * for it. Looking up happens in the background, naming on the UI thread.
 */
final class EvidenceNames {

    private static final Texts TEXTS = new Texts(EvidenceNames.class);
    private static final int MOST = 110;
    private static final int LOOKED_UP = 200;

    /** What is known of a piece of evidence. */
    record Known(long time, String host, String summary) {
    }

    private final TimeDisplay time;
    private final Map<Evidence, Known> known = new HashMap<>();

    EvidenceNames(TimeDisplay time) {
        this.time = time;
    }

    void forget() {
        known.clear();
    }

    void learn(Map<Evidence, Known> more) {
        known.putAll(more);
    }

    /** Looks up what a finding names; for the background thread. */
    static Map<Evidence, Known> lookUp(OpenCase open, Finding finding) throws IOException {
        Map<Evidence, Known> found = new HashMap<>();
        for (Evidence evidence : finding.evidence().subList(0, Math.min(LOOKED_UP, finding.evidence().size()))) {
            lookUp(open, evidence).ifPresent(each -> found.put(evidence, each));
        }
        for (Evidence evidence : finding.against().subList(0, Math.min(LOOKED_UP, finding.against().size()))) {
            lookUp(open, evidence).ifPresent(each -> found.put(evidence, each));
        }
        return found;
    }

    private static Optional<Known> lookUp(OpenCase open, Evidence evidence) throws IOException {
        Optional<IndexedRecord> record = open.source().find(evidence);
        if (record.isEmpty()) {
            return Optional.empty();
        }
        String summary = RecordSummary.of(record.get(), open.source().text(record.get()));
        return Optional.of(new Known(record.get().time(), record.get().host().orElse(""), summary));
    }

    String of(Evidence evidence) {
        Known found = known.get(evidence);
        if (found == null) {
            return TEXTS.get("evidence.place", "source", evidence.source(), "offset", evidence.offset());
        }
        String words = time.clock(found.time()) + "  " + found.host() + "  " + found.summary();
        return words.length() <= MOST ? words : words.substring(0, MOST) + "\u2026";
    }

    String of(SignIn signIn) {
        return time.dateTime(signIn.start()) + "  " + signIn.user() + "  " + TEXTS.get("outcome." + signIn.outcome().word());
    }
}
