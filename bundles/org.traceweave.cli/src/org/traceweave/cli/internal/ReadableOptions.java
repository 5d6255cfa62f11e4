package org.traceweave.cli.internal;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import org.traceweave.json.JsonLines;
import picocli.CommandLine.Option;

/** How an answer is printed: as JSON Lines or readable, times in which zone, how much evidence. */
final class ReadableOptions {

    @Option(names = "--json", description = "print JSON Lines, one object a line")
    boolean json;

    @Option(names = "--zone", paramLabel = "ZONE", description = "zone of times in readable output, such as Europe/Berlin (default: UTC)")
    ZoneId zone = ZoneOffset.UTC;

    @Option(names = "--evidence", paramLabel = "N", converter = Converters.Count.class,
            description = "how much of each list of evidence is printed (default: 100 in JSON, 8 in readable output)")
    private OptionalInt evidence = OptionalInt.empty();

    /** How much evidence of each list JSON holds. */
    int evidence() {
        return evidence.orElse(JsonLines.DEFAULT_EVIDENCE);
    }

    /** How much evidence of each list a person is shown. */
    int shownEvidence(int unlessAsked) {
        return evidence.orElse(unlessAsked);
    }
}
