package org.traceweave.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.traceweave.cli.CommandLine;
import org.traceweave.cli.Verb;
import org.traceweave.cli.VerbSession;
import org.traceweave.samples.SampleCase;
import org.traceweave.samples.Stories;
import org.traceweave.samples.Story;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sample}: writes a believable captured case of any size, and what is true of it. */
@Command(name = "sample", mixinStandardHelpOptions = true, description = "Writes a believable captured case: its sources and, on request, their truth.")
public final class SampleVerb implements Verb {

    private static final Pattern SIZE = Pattern.compile("(\\d+)([kmg]?)b?");

    @Parameters(arity = "0..1", paramLabel = "OUTPUT", description = "folder to write the sources to")
    private Path output;

    @Option(names = "--story", paramLabel = "ID", description = "which story (default: the first that --list names)")
    private String story;

    @Option(names = "--size", paramLabel = "SIZE", description = "about how much to write, such as 200m or 5g")
    private String size = "24m";

    @Option(names = "--seed", paramLabel = "N", description = "the same seed and size give the same bytes (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--truth", description = "also write truth.json")
    private boolean truth;

    @Option(names = "--list", description = "list the stories")
    private boolean list;

    @Spec
    private CommandSpec spec;

    @Override
    public int run(VerbSession session) throws IOException {
        if (list) {
            session.shown(ZoneOffset.UTC).table(List.of("STORY", "TELLS"),
                    Stories.all().stream().map(each -> List.of(each.id(), each.title())).toList());
            return CommandLine.DONE;
        }
        if (output == null) {
            throw new ParameterException(spec.commandLine(), "no folder is named to write to");
        }
        SampleCase.write(output, chosen(), bytes(), seed, truth);
        session.out().println(output);
        return CommandLine.DONE;
    }

    private Story chosen() {
        List<Story> stories = Stories.all();
        if (story == null) {
            return stories.getFirst();
        }
        return stories.stream().filter(each -> each.id().equals(story)).findFirst()
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "no story is called " + story + "; see traceweave sample --list"));
    }

    private long bytes() {
        Matcher matcher = SIZE.matcher(size.toLowerCase(Locale.ROOT));
        if (!matcher.matches() || matcher.group(1).length() > 12) {
            throw new ParameterException(spec.commandLine(), "--size takes a number with k, m or g, such as 200m, not '" + size + "'");
        }
        int shift = switch (matcher.group(2)) {
            case "k" -> 10;
            case "m" -> 20;
            case "g" -> 30;
            default -> 0;
        };
        return Long.parseLong(matcher.group(1)) << shift;
    }
}
