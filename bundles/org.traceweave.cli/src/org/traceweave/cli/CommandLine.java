package org.traceweave.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import org.traceweave.analysis.Engine;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cli.internal.RootCommand;
import org.traceweave.index.QuerySyntaxException;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line over a set of installed verbs. Exit status: 0 done, 1 failed, 2 wrong usage, 130 cancelled. An error is one sentence
 * on the error stream; {@code --debug} adds its stack trace.
 */
public final class CommandLine {

    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;
    public static final int CANCELLED = 130;

    private final Engine engine;
    private final VerbRegistry verbs;

    public CommandLine(Engine engine, VerbRegistry verbs) {
        this.engine = engine;
        this.verbs = verbs;
    }

    /** Runs the verb that the arguments name. */
    public int run(String[] arguments, PrintStream out, PrintStream err, CancelSignal cancel) {
        RootCommand root = new RootCommand();
        picocli.CommandLine line = new picocli.CommandLine(root);
        verbs.contributions().forEach(contribution -> line.addSubcommand(contribution.verb().get()));
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((wrong, given) -> usage(wrong, err));
        line.setExecutionStrategy(parsed -> execute(parsed, line, out, err, cancel));
        return line.execute(arguments);
    }

    private static int usage(picocli.CommandLine.ParameterException wrong, PrintStream err) {
        err.println(wrong.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(wrong, new PrintWriter(err, true, StandardCharsets.UTF_8))) {
            err.println("See traceweave " + wrong.getCommandLine().getCommandName() + " --help.");
        }
        return USAGE;
    }

    private int execute(ParseResult parsed, picocli.CommandLine line, PrintStream out, PrintStream err, CancelSignal cancel) {
        if (picocli.CommandLine.executeHelpRequest(parsed) != null) {
            return DONE;
        }
        if (!parsed.hasSubcommand()) {
            line.usage(err);
            return USAGE;
        }
        boolean debug = parsed.expandedArgs().contains("--debug");
        Verb verb = parsed.subcommand().commandSpec().userObject() instanceof Verb each ? each : null;
        if (verb == null) {
            throw new ExecutionException(line, parsed.subcommand().commandSpec().name() + " is no verb");
        }
        try (VerbSession session = new VerbSession(engine, verbs, out, err, cancel)) {
            int status = verb.run(session);
            out.flush();
            return status;
        } catch (CancellationException cancelled) {
            err.println("Cancelled.");
            return CANCELLED;
        } catch (QuerySyntaxException wrong) {
            return told(wrong, debug, err, USAGE);
        } catch (IOException failure) {
            return told(failure, debug, err, FAILED);
        }
    }

    private static int told(Exception failure, boolean debug, PrintStream err, int status) {
        String message = failure.getMessage();
        err.println(message == null || message.isBlank() ? failure.getClass().getSimpleName() : message);
        if (debug) {
            failure.printStackTrace(err);
        }
        return status;
    }
}
