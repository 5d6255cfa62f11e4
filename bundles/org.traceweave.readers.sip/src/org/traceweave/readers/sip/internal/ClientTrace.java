package org.traceweave.readers.sip.internal;

import java.io.IOException;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.SourceHead;
import org.traceweave.readers.SourceReading;

/** Client text, UccApilog. */
public final class ClientTrace {

    private ClientTrace() {
    }

    public static int confidence(SourceHead head) {
        return 0;
    }

    public static SourceReading open(SourceBytes bytes) throws IOException {
        throw new IOException(bytes.name() + " cannot be read yet");
    }
}
