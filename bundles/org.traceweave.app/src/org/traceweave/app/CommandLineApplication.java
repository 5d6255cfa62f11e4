package org.traceweave.app;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.traceweave.app.internal.Contributions;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cli.CommandLine;

/**
 * The headless product: runs one verb, with the plug-ins that are installed, and ends the process with the verb's exit status.
 * Both streams are UTF-8 whatever the machine's locale says, for other programs read them.
 */
public final class CommandLineApplication implements IApplication {

    private static final int BUFFERED_ANSWER_BYTES = 1 << 16;
    private static final long MOST_TO_WAIT_SECONDS = 10;

    @Override
    public Object start(IApplicationContext context) {
        context.applicationRunning();
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        PrintStream out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFERED_ANSWER_BYTES), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Contributions contributions = new Contributions(RegistryFactory.getRegistry());
        CountDownLatch ended = new CountDownLatch(1);
        int status = new CommandLine(contributions.engine(), contributions.verbs()).run(arguments, out, err, cancelledAtExit(ended));
        ended.countDown();
        out.flush();
        return status;
    }

    /** On Ctrl-C the process waits a little for the verb to stop by itself, so that what was imported is kept. */
    private static CancelSignal cancelledAtExit(CountDownLatch ended) {
        CancelSignal cancel = new CancelSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            cancel.cancel();
            try {
                ended.await(MOST_TO_WAIT_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException hurried) {
                ended.countDown();
            }
        }, "Traceweave cancel"));
        return cancel;
    }

    @Override
    public void stop() {
        // A verb ends by itself, or with the process.
    }
}
