package org.traceweave.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.traceweave.cases.Case;
import org.traceweave.cli.CommandLine;
import org.traceweave.cli.Verb;
import org.traceweave.cli.VerbSession;
import org.traceweave.json.WindowsFailureForm;
import org.traceweave.model.WindowsFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code windows-failures}: SCHANNEL, CAPI2, server-log and logon failures, decoded. */
@Command(name = "windows-failures", mixinStandardHelpOptions = true,
        description = "Lists SCHANNEL, CAPI2, server-log and logon failures, decoded.")
public final class WindowsFailuresVerb implements Verb {

    @Parameters(paramLabel = "CASE", description = "case folder, or a source to look at")
    private Path path;

    @Mixin
    private ReadableOptions options;

    @Override
    public int run(VerbSession session) throws IOException {
        Case of = session.open(path);
        List<WindowsFailure> failures = session.engine().analyse(of).windowsFailures(session.cancel());
        if (options.json) {
            session.json(failures, WindowsFailureForm.FORM, options.evidence());
            return CommandLine.DONE;
        }
        Shown shown = session.shown(options.zone);
        shown.tableOr("No Windows event reports a failure that bears on sign-ins.", List.of("TIME", "HOST", "EVENT", "MEANING"), failures.stream().map(failure -> List.of(shown.time(failure.time()),
                failure.host().orElse("-"), failure.kind().word() + " " + failure.eventId(), failure.meaning())).toList());
        return CommandLine.DONE;
    }
}
