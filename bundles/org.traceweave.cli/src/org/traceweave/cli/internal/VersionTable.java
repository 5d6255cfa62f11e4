package org.traceweave.cli.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.traceweave.model.SignIn;
import org.traceweave.model.SoftwareSide;
import org.traceweave.model.SoftwareVersion;
import org.traceweave.model.VersionBasis;

/**
 * Which versions ran in which attempts, from when to when, and how many of those failed: a table from which one reads since which update
 * sign-ins fail. Clients are told by product alone, servers one by one.
 */
final class VersionTable {

    private record Version(SoftwareSide side, String host, String product, String version, VersionBasis basis) {
    }

    private static final class Attempts {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        int count;
        int failed;

        void add(SignIn signIn) {
            first = Math.min(first, signIn.start());
            last = Math.max(last, signIn.start());
            count++;
            failed += signIn.isFailure() ? 1 : 0;
        }
    }

    private final Map<Version, Attempts> attempts = new HashMap<>();

    VersionTable(List<SignIn> signIns) {
        for (SignIn signIn : signIns) {
            signIn.versions().stream().map(VersionTable::version).distinct()
                    .forEach(version -> attempts.computeIfAbsent(version, absent -> new Attempts()).add(signIn));
        }
    }

    private static Version version(SoftwareVersion version) {
        String host = version.side() == SoftwareSide.SERVER ? version.host().orElse("-") : "-";
        return new Version(version.side(), host, version.product(), version.version(), version.basis());
    }

    /** Writes the table; nothing where no version is known. */
    void write(Shown shown) {
        if (attempts.isEmpty()) {
            return;
        }
        Comparator<Version> bySide = Comparator.comparing(Version::side).thenComparing(Version::host).thenComparing(Version::product);
        List<Map.Entry<Version, Attempts>> rows = new ArrayList<>(attempts.entrySet());
        rows.sort(Map.Entry.<Version, Attempts>comparingByKey(bySide).thenComparing(entry -> entry.getValue().first)
                .thenComparing(entry -> entry.getKey().version()).thenComparing(entry -> entry.getKey().basis()));
        shown.line("");
        shown.table(List.of("SIDE", "HOST", "FIRST", "LAST", "ATTEMPTS", "FAILED", "KNOWN BY", "VERSION"), rows.stream().map(row -> List.of(row.getKey().side().word(),
                row.getKey().host(), shown.time(row.getValue().first), shown.time(row.getValue().last), Integer.toString(row.getValue().count),
                Integer.toString(row.getValue().failed), row.getKey().basis().word(), row.getKey().product() + " " + row.getKey().version())).toList());
    }
}
