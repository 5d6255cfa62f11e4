package org.traceweave.readers.sip.internal;

import java.io.IOException;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.SourceHead;
import org.traceweave.readers.SourceReading;

/** Server text, CLS and OCSLogger. */
public final class ServerTrace {

    private ServerTrace() {
    }

    /** How sure it is that the source is server text, with hosts in its lines or without. */
    public static int confidence(SourceHead head, boolean hosts) {
        return 0;
    }

    public static SourceReading open(SourceBytes bytes) throws IOException {
        throw new IOException(bytes.name() + " cannot be read yet");
    }
}
