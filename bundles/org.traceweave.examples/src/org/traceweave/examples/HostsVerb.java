package org.traceweave.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeSet;
import org.traceweave.cli.Verb;
import org.traceweave.cli.VerbSession;
import org.traceweave.model.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Example of a verb: {@code hosts CASE} prints the hosts of a case, one a line. */
@Command(name = "hosts", description = "Prints the hosts of a case (example).")
public final class HostsVerb implements Verb {

    @Parameters(paramLabel = "CASE", description = "case folder, or a source to look at")
    private Path path;

    @Override
    public int run(VerbSession session) throws IOException {
        TreeSet<String> hosts = new TreeSet<>();
        for (Source source : session.open(path).sources()) {
            hosts.addAll(source.hosts());
        }
        hosts.forEach(session.out()::println);
        return 0;
    }
}
