package org.traceweave.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.traceweave.cli.CommandLine;
import org.traceweave.cli.Verb;
import org.traceweave.cli.VerbSession;
import org.traceweave.json.SourceForm;
import org.traceweave.model.Clock;
import org.traceweave.model.Damage;
import org.traceweave.model.Gap;
import org.traceweave.model.Source;
import org.traceweave.model.UtcTime;
import org.traceweave.model.Worded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sources}: what is in a case and how far it can be trusted. */
@Command(name = "sources", mixinStandardHelpOptions = true, description = "Lists what is in a case and how far it can be trusted.")
public final class SourcesVerb implements Verb {

    private static final int SHOWN = 3;
    private static final double SECONDS_PER_HOUR = 3600;

    @Parameters(paramLabel = "CASE", description = "case folder, or a source to look at")
    private Path path;

    @Mixin
    private ReadableOptions options;

    @Override
    public int run(VerbSession session) throws IOException {
        List<Source> sources = session.openWhatever(path).sources();
        print(session, sources, options);
        boolean nothing = !VerbSession.isCase(path) && sources.stream().noneMatch(VerbSession::isImported);
        return nothing ? CommandLine.FAILED : CommandLine.DONE;
    }

    static void print(VerbSession session, List<Source> sources, ReadableOptions options) throws IOException {
        if (options.json) {
            session.json(sources, SourceForm.FORM, options.evidence());
            return;
        }
        Shown shown = session.shown(options.zone);
        shown.table(List.of("SOURCE", "FORMAT", "STATUS", "BYTES", "RECORDS", "FIRST", "LAST", "HOSTS"),
                sources.stream().map(source -> row(shown, source)).toList());
        List<List<String>> trust = new ArrayList<>();
        for (Source source : sources) {
            List<String> said = new ArrayList<>();
            source.clocks().stream().filter(SourcesVerb::isWorthSaying).forEach(clock -> said.add(clockText(clock)));
            said.addAll(some(source.damage().stream().map(SourcesVerb::damageText).toList(), "damaged places"));
            said.addAll(some(source.gaps().stream().map(gap -> gapText(shown, gap)).toList(), "gaps"));
            if (source.duplicates() > 0) {
                said.add(source.duplicates() + " records are there more than once, and were indexed once");
            }
            said.forEach(each -> trust.add(List.of(source.source(), each)));
        }
        if (!trust.isEmpty()) {
            shown.line("");
            shown.table(List.of("SOURCE", "HOW FAR IT CAN BE TRUSTED"), trust);
        }
    }

    /** The first of them, and how many more there are. */
    private static List<String> some(List<String> all, String what) {
        if (all.size() <= SHOWN) {
            return all;
        }
        List<String> some = new ArrayList<>(all.subList(0, SHOWN));
        some.add(all.size() - SHOWN + " more " + what + " (--json gives all)");
        return some;
    }

    private static List<String> row(Shown shown, Source source) {
        return List.of(source.source(), source.format().orElse("-"), source.status().word(), Long.toString(source.bytes()),
                source.records() + (source.recovered() > 0 ? " +" + source.recovered() + " recovered" : ""),
                shown.time(source.first().orElse(UtcTime.UNKNOWN)), shown.time(source.last().orElse(UtcTime.UNKNOWN)),
                String.join(", ", source.hosts()));
    }

    private static boolean isWorthSaying(Clock clock) {
        return clock.offsetSeconds() != 0 || isSkewed(clock);
    }

    private static boolean isSkewed(Clock clock) {
        return Math.abs(clock.skewSeconds()) > Math.max(1, clock.uncertaintySeconds());
    }

    private static String clockText(Clock clock) {
        String whose = clock.host().isEmpty() ? "its clock" : "the clock of " + clock.host();
        List<String> said = new ArrayList<>();
        if (clock.offsetSeconds() != 0) {
            said.add(String.format(Locale.ROOT, "is written %s h %s UTC", plain(Math.abs(clock.offsetSeconds()) / SECONDS_PER_HOUR),
                    clock.offsetSeconds() > 0 ? "ahead of" : "behind"));
        }
        if (isSkewed(clock)) {
            said.add(String.format(Locale.ROOT, "is %.1f s (\u00b1 %.1f s) %s", Math.abs(clock.skewSeconds()), clock.uncertaintySeconds(),
                    clock.skewSeconds() > 0 ? "fast" : "slow"));
        }
        return whose + " " + String.join(" and ", said) + " (" + clock.basis().word() + ")";
    }

    private static String plain(double hours) {
        return hours == Math.rint(hours) ? Long.toString((long) hours) : Double.toString(hours);
    }

    private static String damageText(Damage damage) {
        return damage.kind().word() + " at byte " + damage.offset() + ", " + damage.length() + " bytes: " + damage.detail();
    }

    private static String gapText(Shown shown, Gap gap) {
        return word(gap.kind()) + " gap from " + shown.time(gap.range().from()) + " to " + shown.time(gap.range().to()) + ": " + gap.detail();
    }

    private static String word(Worded kind) {
        return kind.word();
    }
}
