package org.traceweave.readers.sip;

import java.io.IOException;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.SourceHead;
import org.traceweave.readers.SourceReader;
import org.traceweave.readers.SourceReading;
import org.traceweave.readers.sip.internal.ServerTrace;

/**
 * Text of OCSLogger and OCSTracer (OCS 2007 R2, Lync 2010, and tools of later versions): as CLS text, with a processor number in place
 * of pool and machine, {@code [0]}. The host is the one the file's name gives. Times are local to the machine that formatted them.
 */
public final class OcsLoggerReader implements SourceReader {

    @Override
    public String format() {
        return "ocslogger";
    }

    @Override
    public String name() {
        return "OCSLogger text";
    }

    @Override
    public int confidence(SourceHead head) {
        return ServerTrace.confidence(head, false);
    }

    @Override
    public SourceReading open(SourceBytes bytes) throws IOException {
        return ServerTrace.open(bytes);
    }
}
