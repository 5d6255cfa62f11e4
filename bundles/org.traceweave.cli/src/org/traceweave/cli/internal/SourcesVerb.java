package org.traceweave.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
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

    @Parameters(paramLabel = "CASE", description = "case folder, or a source to look at")
    private Path path;

    @Mixin
    private ReadableOptions options;

    @Override
    public int run(VerbSession session) throws IOException {
        print(session, session.open(path).sources(), options);
        return CommandLine.DONE;
    }

    static void print(VerbSession session, List<Source> sources, ReadableOptions options) throws IOException {
        if (options.json) {
            session.json(sources, SourceForm.FORM, options.evidence);
            return;
        }
        Shown shown = session.shown(options.zone);
        shown.table(List.of("SOURCE", "FORMAT", "STATUS", "BYTES", "RECORDS", "FIRST", "LAST", "HOSTS"),
                sources.stream().map(source -> row(shown, source)).toList());
        for (Source source : sources) {
            source.clocks().stream().filter(SourcesVerb::isWorthSaying).forEach(clock -> shown.line(source.source() + ": clock of " + clockText(clock)));
            source.damage().stream().limit(SHOWN).forEach(damage -> shown.line(source.source() + ": " + damageText(damage)));
            more(shown, source, source.damage().size(), "damaged places");
            source.gaps().stream().limit(SHOWN).forEach(gap -> shown.line(source.source() + ": " + gapText(shown, gap)));
            more(shown, source, source.gaps().size(), "gaps");
        }
    }

    private static List<String> row(Shown shown, Source source) {
        return List.of(source.source(), source.format().orElse("-"), source.status().word(), Long.toString(source.bytes()),
                source.records() + (source.recovered() > 0 ? " +" + source.recovered() + " recovered" : ""),
                shown.time(source.first().orElse(UtcTime.UNKNOWN)), shown.time(source.last().orElse(UtcTime.UNKNOWN)),
                String.join(", ", source.hosts()));
    }

    private static boolean isWorthSaying(Clock clock) {
        return Math.abs(clock.offsetSeconds()) > 0 || Math.abs(clock.skewSeconds()) > Math.max(1, clock.uncertaintySeconds());
    }

    private static String clockText(Clock clock) {
        return String.format(Locale.ROOT, "%s: zone %+.1f h, skew %+.1f s \u00b1 %.1f s (%s)", clock.host().isEmpty() ? "this source" : clock.host(),
                clock.offsetSeconds() / 3600, clock.skewSeconds(), clock.uncertaintySeconds(), clock.basis().word());
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

    private static void more(Shown shown, Source source, int count, String what) {
        if (count > SHOWN) {
            shown.line(source.source() + ": " + (count - SHOWN) + " more " + what);
        }
    }
}
