package org.traceweave.cli.internal;

import java.time.ZoneId;
import java.time.ZoneOffset;
import picocli.CommandLine.Option;

/** How an answer is printed: as JSON Lines or readable, times in which zone, how much evidence. */
final class ReadableOptions {

    @Option(names = "--json", description = "print JSON Lines, one object a line")
    boolean json;

    @Option(names = "--zone", paramLabel = "ZONE", description = "zone of times in readable output, such as Europe/Berlin (default: UTC)")
    ZoneId zone = ZoneOffset.UTC;

    @Option(names = "--evidence", paramLabel = "N", description = "how much evidence each list shows (default: ${DEFAULT-VALUE})")
    int evidence = 100;
}
