package org.traceweave.cases;

import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.SourceHead;
import org.traceweave.readers.SourceReader;
import org.traceweave.readers.SourceReading;

/** A reader that fails whenever it is asked. */
final class BrokenReader implements SourceReader {

    @Override
    public String format() {
        return "broken";
    }

    @Override
    public String name() {
        return "Broken";
    }

    @Override
    public int confidence(SourceHead head) {
        throw new IllegalStateException("it is broken");
    }

    @Override
    public SourceReading open(SourceBytes bytes) {
        throw new IllegalStateException("it is broken");
    }
}
