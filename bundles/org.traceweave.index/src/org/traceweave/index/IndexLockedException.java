package org.traceweave.index;

import java.io.IOException;
import java.nio.file.Path;

/** Another process (or another {@link RecordIndex} of this one) is writing the index; it can still be opened read-only. */
public final class IndexLockedException extends IOException {

    private static final long serialVersionUID = 1L;

    public IndexLockedException(Path directory, Throwable cause) {
        super("The index " + directory + " is being written by another process; open it read-only or close that process.", cause);
    }
}
