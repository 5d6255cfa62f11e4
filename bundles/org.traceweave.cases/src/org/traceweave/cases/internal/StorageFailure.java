package org.traceweave.cases.internal;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.traceweave.cases.CaseException;

/** What is told when a case cannot be written. */
public final class StorageFailure {

    private static final List<String> FULL = List.of("no space left on device", "not enough space on the disk", "disk quota exceeded",
            "file too large");

    private StorageFailure() {
    }

    public static CaseException of(IOException failure, CaseFolder folder) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage() == null ? "" : cause.getMessage().toLowerCase(Locale.ROOT);
            if (FULL.stream().anyMatch(message::contains)) {
                return new CaseException("The disk that holds " + folder.path()
                        + " is full: free some space and import again; what was imported before is kept.", failure);
            }
        }
        return new CaseException("The case " + folder.path() + " cannot be written (" + failure.getMessage()
                + "): check its folder and import again; what was imported before is kept.", failure);
    }
}
