package org.traceweave.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.traceweave.analysis.Engine;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cli.internal.Converters;
import org.traceweave.cli.internal.RootCommand;
import org.traceweave.cli.internal.Sentences;
import org.traceweave.cli.internal.Shown;
import org.traceweave.index.QuerySyntaxException;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The command line over a set of installed verbs. Exit status: 0 done, 1 failed, 2 wrong usage, 130 cancelled. An error is one sentence
 * on the error stream; {@code --debug} adds its stack trace.
 */
public final class CommandLine {

    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;
    public static final int CANCELLED = 130;

    private static final String DEBUG = "--debug";

    private final Engine engine;
    private final VerbRegistry verbs;

    public CommandLine(Engine engine, VerbRegistry verbs) {
        this.engine = engine;
        this.verbs = verbs;
    }

    /** Runs the verb that the arguments name. */
    public int run(String[] arguments, PrintStream out, PrintStream err, CancelSignal cancel) {
        picocli.CommandLine line = new picocli.CommandLine(new RootCommand());
        verbs.contributions().forEach(contribution -> line.addSubcommand(contribution.verb().get()));
        Converters.register(line);
        line.setUsageHelpWidth(Shown.WIDTH);
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((wrong, given) -> usage(wrong, given, err));
        line.setExecutionStrategy(parsed -> execute(parsed, line, out, err, cancel));
        return line.execute(arguments);
    }

    private static int usage(ParameterException wrong, String[] given, PrintStream err) {
        err.println(Sentences.of(wrong));
        debug(wrong, List.of(given).contains(DEBUG), err);
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
        boolean debug = parsed.expandedArgs().contains(DEBUG);
        String name = parsed.subcommand().commandSpec().name();
        Verb verb = parsed.subcommand().commandSpec().userObject() instanceof Verb each ? each : null;
        if (verb == null) {
            throw new ExecutionException(line, name + " is no verb");
        }
        try (VerbSession session = new VerbSession(engine, verbs, out, err, cancel)) {
            int status = verb.run(session);
            session.checkAnswer();
            return status;
        } catch (CancellationException cancelled) {
            err.println("Cancelled.");
            return CANCELLED;
        } catch (QuerySyntaxException wrong) {
            err.println(wrong.getMessage());
            debug(wrong, debug, err);
            return USAGE;
        } catch (IOException failure) {
            return failed(failure, debug, err);
        } catch (UncheckedIOException failure) {
            return failed(failure.getCause(), debug, err);
        } catch (ParameterException wrongUsage) {
            throw wrongUsage;
        } catch (RuntimeException defect) {
            // The outermost place: a defect of a verb, perhaps a plug-in's, is told in a sentence like any other failure.
            err.println("The verb " + name + " failed (" + defect + "); that is a defect: please report it with the output of " + DEBUG + ".");
            debug(defect, debug, err);
            return FAILED;
        }
    }

    private static int failed(IOException failure, boolean debug, PrintStream err) {
        err.println(Sentences.of(failure));
        debug(failure, debug, err);
        return FAILED;
    }

    private static void debug(Exception failure, boolean asked, PrintStream err) {
        if (asked) {
            failure.printStackTrace(err);
        }
    }
}
