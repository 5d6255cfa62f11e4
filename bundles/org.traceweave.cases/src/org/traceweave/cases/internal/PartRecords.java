package org.traceweave.cases.internal;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.traceweave.certificates.CertificateMarks;
import org.traceweave.certificates.PrivateKeyMask;
import org.traceweave.index.RecordIndex;
import org.traceweave.model.CertificateMark;
import org.traceweave.model.Damage;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.RecordDraft;
import org.traceweave.readers.RecordSink;

/** Takes the records of one part: counts them, drops those indexed before, and indexes the others. For one thread. */
final class PartRecords implements RecordSink {

    private static final int PROGRESS_STEP = 64;
    /** Set by the benchmark that measures what the look for certificates costs. */
    private static final String WITHOUT_MARKS = "traceweave.import.withoutCertificateMarks";

    /** The index could not take a record: nothing more can be imported. Crosses the reader, which knows no such error. */
    static final class IndexFailure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        IndexFailure(IOException cause) {
            super(cause);
        }

        IOException reason() {
            return (IOException) getCause();
        }
    }

    private final RecordIndex index;
    private final int source;
    private final boolean numbered;
    private final DuplicateSearch.Lookup lookup;
    private final PrintSet seen;
    private final PartPrints prints = new PartPrints();
    private final SourceTally tally = new SourceTally();
    private final AtomicLong bytesDone;
    private final AtomicLong recordsDone;
    private final BooleanSupplier cancelled;
    private final boolean marks = !Boolean.getBoolean(WITHOUT_MARKS);
    private long reported;
    private int unreported;

    PartRecords(RecordIndex index, SourceEntry entry, String format, DuplicateSearch.Lookup lookup, PrintSet seen, long from,
            AtomicLong bytesDone, AtomicLong recordsDone, BooleanSupplier cancelled) {
        this.index = index;
        this.source = entry.number();
        this.numbered = DuplicateSearch.isNumbered(format);
        this.lookup = lookup;
        this.seen = seen;
        this.reported = from;
        this.bytesDone = bytesDone;
        this.recordsDone = recordsDone;
        this.cancelled = cancelled;
        seen.clear();
    }

    @Override
    public void record(RecordDraft draft) {
        long latest = tally.last();
        tally.see(draft);
        long print = Fingerprint.of(draft);
        if (marks) {
            mark(draft);
        }
        try {
            int original = original(draft, print, latest);
            if (original >= 0) {
                tally.duplicate(original);
            } else {
                if (draft.isRecovered()) {
                    tally.recovered();
                }
                index.add(source, draft);
                prints.add(print, draft.offset());
            }
        } catch (IOException e) {
            throw new IndexFailure(e);
        }
        if (++unreported == PROGRESS_STEP) {
            report(draft.offset());
        }
    }

    /** Notes what may hold certificates, and keeps private keys out of the index. */
    private static void mark(RecordDraft draft) {
        byte[] text = draft.text();
        int from = draft.textStart();
        int to = from + draft.textLength();
        int marks = CertificateMarks.scan(text, from, to);
        if (marks == 0) {
            return;
        }
        draft.addCertificateMarks(marks);
        PrivateKeyMask.mask(text, from, to, marks).ifPresent(masked -> {
            draft.text(masked.text(), 0, masked.text().length);
            draft.addCertificateMarks(masked.inTheClear() ? 1 << CertificateMark.PRIVATE_KEY.ordinal() : 0);
        });
    }

    private int original(RecordDraft draft, long print, long latest) {
        // a wreck never takes the place of the record itself
        boolean fresh = draft.isRecovered() || seen.add(print);
        if (!fresh && (numbered || isBefore(draft.time(), latest))) {
            return source;
        }
        return lookup.original(print, draft.time(), draft.host(), channel(draft));
    }

    /** Whether the source has jumped back, as it does where a second export was appended to the first. */
    private static boolean isBefore(long time, long latest) {
        return time != UtcTime.UNKNOWN && latest != UtcTime.UNKNOWN && time < latest - DuplicateSearch.MOMENT;
    }

    private static @Nullable String channel(RecordDraft draft) {
        if (draft.kind() == RecordKind.WINDOWS_EVENT) {
            for (int i = 0; i < draft.fieldCount(); i++) {
                if (draft.field(i).equals(RecordField.CHANNEL)) {
                    return draft.keyword(i);
                }
            }
        }
        return null;
    }

    private void report(long offset) {
        if (offset > reported) {
            bytesDone.addAndGet(offset - reported);
            reported = offset;
        }
        recordsDone.addAndGet(unreported);
        unreported = 0;
    }

    /** Counts the part as wholly done. */
    void end(long to) {
        report(to);
    }

    @Override
    public void damage(Damage damage) {
        tally.damage(damage);
    }

    @Override
    public boolean isCancelled() {
        return cancelled.getAsBoolean();
    }

    PartPrints prints() {
        return prints;
    }

    SourceTally tally() {
        return tally;
    }

    DuplicateSearch.Lookup lookup() {
        return lookup;
    }
}
