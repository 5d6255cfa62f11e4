package org.traceweave.index.internal.text;

import org.apache.lucene.util.BytesRef;

/** The term of every record of which not all text has terms. */
public final class CutMark {

    private static final byte[] BYTES = {1, 'c', 'u', 't'};

    private CutMark() {
    }

    /** Its bytes, which no text can hold; not to be changed. */
    public static BytesRef term() {
        return new BytesRef(BYTES);
    }
}
