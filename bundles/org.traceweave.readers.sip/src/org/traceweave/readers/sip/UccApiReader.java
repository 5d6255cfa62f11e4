package org.traceweave.readers.sip;

import java.io.IOException;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.SourceHead;
import org.traceweave.readers.SourceReader;
import org.traceweave.readers.SourceReading;
import org.traceweave.readers.sip.internal.ClientTrace;

/**
 * The client's own trace, {@code Lync-UccApi-0.UccApilog}: lines {@code 04/16/2013|03:17:30.168 1F68:C14 INFO  :: text}. A SIP message
 * is one record, from its packet line to its {@code End of} line. Times are local to the client: {@link SourceReading#clockSamples}
 * measures the zone.
 */
public final class UccApiReader implements SourceReader {

    @Override
    public String format() {
        return "uccapi";
    }

    @Override
    public String name() {
        return "Client trace (UccApilog)";
    }

    @Override
    public int confidence(SourceHead head) {
        return ClientTrace.confidence(head);
    }

    @Override
    public SourceReading open(SourceBytes bytes) throws IOException {
        return ClientTrace.open(bytes);
    }
}
