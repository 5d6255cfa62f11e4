package org.traceweave.cli;

import java.io.IOException;
import org.traceweave.index.QuerySyntaxException;

/**
 * One verb of the command line: a class annotated with picocli's {@code @Command}, whose options and parameters are its annotated
 * fields. A new one is made for each run. Plug-ins contribute theirs through {@link VerbRegistry}.
 */
public interface Verb {

    /**
     * Does what was asked. The answer goes to {@link VerbSession#out} or {@link VerbSession#json}, everything else to
     * {@link VerbSession#err}.
     *
     * @return the exit status: 0 done, 1 failed
     * @throws IOException if it failed; the message is the one sentence that the user is told
     * @throws QuerySyntaxException if a query cannot be understood: wrong usage
     */
    int run(VerbSession session) throws IOException, QuerySyntaxException;
}
