package org.traceweave.cases.internal;

import org.traceweave.model.Damage;
import org.traceweave.readers.RecordDraft;
import org.traceweave.readers.RecordSink;

/** Takes the fingerprints of a part that is indexed already, and nothing else. */
record PrintsOnly(PartPrints prints) implements RecordSink {

    @Override
    public void record(RecordDraft draft) {
        if (!draft.isRecovered()) {
            prints.add(Fingerprint.of(draft), draft.offset());
        }
    }

    @Override
    public void damage(Damage damage) {
        // it was counted when the part was indexed
    }
}
