package org.traceweave.index;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The index was written with another schema or another Lucene; it must be built again from its sources. */
public final class IndexOutdatedException extends IOException {

    private static final long serialVersionUID = 1L;

    public IndexOutdatedException(Path directory, @Nullable Throwable cause) {
        super("The index " + directory + " was written by another version; it has to be built again from its sources.", cause);
    }
}
