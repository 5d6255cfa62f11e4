package org.traceweave.cases;

import org.traceweave.model.Source;

/** Hears how an import gets on. Called from import threads; must return quickly. */
public interface ImportProgress {

    /** Hears nothing. */
    ImportProgress NONE = new ImportProgress() {
    };

    /** Bytes read so far of all there are to read, and records indexed so far. Called a few times a second. */
    default void advanced(long bytesDone, long bytesTotal, long records) {
    }

    /** A source's state changed: it began, ended, failed, or damage was found in it. */
    default void sourceChanged(Source source) {
    }

    /** Newly indexed records can be found by searching from now on. */
    default void searchable() {
    }
}
