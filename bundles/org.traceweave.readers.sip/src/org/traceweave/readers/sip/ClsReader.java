package org.traceweave.readers.sip;

import java.io.IOException;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.SourceHead;
import org.traceweave.readers.SourceReader;
import org.traceweave.readers.SourceReading;
import org.traceweave.readers.sip.internal.ServerTrace;

/**
 * Centralized Logging text of Lync 2013 to Skype for Business 2019: each line names pool and machine, {@code [POOL01\FE01]}, so that
 * one file holds many hosts. Times are taken to be UTC, which the format does not declare: {@link SourceReading#clockSamples} measures
 * it.
 */
public final class ClsReader implements SourceReader {

    @Override
    public String format() {
        return "cls";
    }

    @Override
    public String name() {
        return "Centralized Logging (CLS) text";
    }

    @Override
    public int confidence(SourceHead head) {
        return ServerTrace.confidence(head, true);
    }

    @Override
    public SourceReading open(SourceBytes bytes) throws IOException {
        return ServerTrace.open(bytes);
    }
}
