package org.traceweave.cases;

import java.util.ArrayList;
import java.util.List;
import org.traceweave.readers.ReaderRegistry;
import org.traceweave.readers.SourceReader;
import org.traceweave.readers.sip.SipReaders;
import org.traceweave.readers.windows.WindowsReaders;

/** The readers the product has. */
final class TestReaders {

    private TestReaders() {
    }

    static ReaderRegistry all() {
        List<SourceReader> readers = new ArrayList<>(SipReaders.all());
        readers.addAll(WindowsReaders.all());
        return new ReaderRegistry(readers.stream().map(reader -> new ReaderRegistry.Contribution(reader, "test")).toList());
    }
}
