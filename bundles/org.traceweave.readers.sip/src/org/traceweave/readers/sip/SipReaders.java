package org.traceweave.readers.sip;

import java.util.List;
import org.traceweave.readers.SourceReader;

/** The readers of this bundle, for whoever fills a registry. */
public final class SipReaders {

    private SipReaders() {
    }

    public static List<SourceReader> all() {
        return List.of(new ClsReader(), new OcsLoggerReader(), new UccApiReader(), new CaptureReader());
    }
}
