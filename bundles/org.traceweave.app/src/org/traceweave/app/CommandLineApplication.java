package org.traceweave.app;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.traceweave.cli.CommandLine;

/**
 * The headless product: runs one verb, with the plug-ins that are installed, and ends the process with the verb's exit status.
 * Both streams are UTF-8 whatever the machine's locale says, for other programs read them.
 */
public final class CommandLineApplication implements IApplication {

    private static final int BUFFERED_ANSWER_BYTES = 1 << 16;

    @Override
    public Object start(IApplicationContext context) {
        context.applicationRunning();
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        PrintStream out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFERED_ANSWER_BYTES), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int status = CommandLine.run(arguments, out, err);
        out.flush();
        return status;
    }

    @Override
    public void stop() {
        // A verb ends by itself, or with the process.
    }
}
