package org.traceweave.ui;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.traceweave.cases.CaseException;
import org.traceweave.index.QuerySyntaxException;

/** Words for what went wrong: one sentence, never a stack trace. */
public final class Problems {

    private static final Texts TEXTS = new Texts(Problems.class);

    private Problems() {
    }

    /** The sentence a user reads about {@code trouble}. */
    public static String sentence(Throwable trouble) {
        String message = trouble.getMessage();
        return switch (trouble) {
            case CaseException worded -> worded.getMessage();
            case QuerySyntaxException worded -> worded.getMessage();
            case NoSuchFileException missing -> TEXTS.get("problem.missing", "file", String.valueOf(missing.getFile()));
            case FileSystemException file -> TEXTS.get("problem.file", "file", String.valueOf(file.getFile()), "reason",
                    file.getReason() == null ? file.getClass().getSimpleName() : file.getReason());
            case IOException io when message != null -> message;
            default -> TEXTS.get("problem.unexpected", "kind", trouble.getClass().getSimpleName(), "detail", message == null ? "" : message);
        };
    }
}
