package org.traceweave.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.traceweave.cases.Case;
import org.traceweave.cli.CommandLine;
import org.traceweave.cli.Verb;
import org.traceweave.cli.VerbSession;
import org.traceweave.json.FailedConnectionForm;
import org.traceweave.model.FailedConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code failed-connections}: connections that died before any SIP message went over them, by address. */
@Command(name = "failed-connections", mixinStandardHelpOptions = true,
        description = "Lists the connections that died before SIP, by address and host.")
public final class FailedConnectionsVerb implements Verb {

    @Parameters(paramLabel = "CASE", description = "case folder, or a source to look at")
    private Path path;

    @Mixin
    private ReadableOptions options;

    @Override
    public int run(VerbSession session) throws IOException {
        Case of = session.open(path);
        List<FailedConnection> connections = session.engine().analyse(of).failedConnections(session.cancel());
        if (options.json) {
            session.json(connections, FailedConnectionForm.FORM, options.evidence());
            return CommandLine.DONE;
        }
        Shown shown = session.shown(options.zone);
        shown.tableOr("No connection is known to have died before SIP.", List.of("FIRST", "LAST", "TIMES", "PEER", "HOST", "REASON"), connections.stream()
                .map(connection -> List.of(shown.time(connection.start()), shown.time(connection.end()), Long.toString(connection.count()),
                        connection.peerName().map(name -> connection.peer() + " " + name).orElse(connection.peer()), connection.host(),
                        reason(connection)))
                .toList());
        return CommandLine.DONE;
    }

    private static String reason(FailedConnection connection) {
        String reason = connection.reason().orElse("-");
        return connection.users().isEmpty() ? reason
                : reason + "\nAt other times from this address: " + String.join(", ", connection.users());
    }
}
