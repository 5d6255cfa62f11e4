package org.traceweave.cli.internal;

import java.io.IOException;
import java.util.List;
import org.traceweave.cli.CommandLine;
import org.traceweave.cli.Verb;
import org.traceweave.cli.VerbSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code formats}: what readers are installed, plug-ins included. */
@Command(name = "formats", mixinStandardHelpOptions = true, description = "Lists the formats that can be read, plug-ins included.")
public final class FormatsVerb implements Verb {

    @Mixin
    private ReadableOptions options;

    @Override
    public int run(VerbSession session) throws IOException {
        List<Installed> formats = session.engine().readers().contributions().stream()
                .map(each -> Installed.of(each.reader().format(), each.reader().name(), each.bundle())).toList();
        Installed.print(session, formats, new Installed.FormatForm(), options);
        return CommandLine.DONE;
    }
}
