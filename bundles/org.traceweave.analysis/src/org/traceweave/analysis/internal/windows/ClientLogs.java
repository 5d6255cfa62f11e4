package org.traceweave.analysis.internal.windows;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.traceweave.cases.Case;
import org.traceweave.model.Evidence;
import org.traceweave.model.SignIn;
import org.traceweave.model.SoftwareSide;
import org.traceweave.model.SoftwareVersion;
import org.traceweave.model.Source;

/**
 * Which machines the logs of clients come from: the host that the log's reader found, or the folder it was captured in, which holds one
 * machine's files where people collect several.
 */
public final class ClientLogs {

    private static final String CLIENT_FORMAT = "uccapi";

    private final Map<String, String> machines = new HashMap<>();
    private final Map<String, Long> corrections = new HashMap<>();

    public ClientLogs(Case source) {
        for (Source each : source.sources()) {
            if (each.format().filter(CLIENT_FORMAT::equals).isPresent()) {
                Optional<String> host = each.hosts().size() == 1 ? Optional.of(each.hosts().getFirst()) : folder(each.source());
                host.ifPresent(name -> machines.put(each.source(), name.toUpperCase(Locale.ROOT)));
                each.clocks().stream().findFirst().ifPresent(clock -> corrections.put(each.source(), (long) (clock.skewSeconds() * 1e9)));
            }
        }
    }

    /** The last folder of a path, also inside an archive. */
    static Optional<String> folder(String path) {
        String inside = path.substring(path.lastIndexOf('!') + 1);
        int end = inside.lastIndexOf('/');
        int start = end < 1 ? -1 : inside.lastIndexOf('/', end - 1);
        String name = end < 1 ? "" : inside.substring(start + 1, end);
        return name.isBlank() ? Optional.empty() : Optional.of(name);
    }

    /** The client's machines that an attempt's messages or versions tell of, in upper case. */
    Set<String> machines(SignIn signIn) {
        Set<String> found = machines(signIn.messages());
        signIn.versions().stream().filter(version -> version.side() == SoftwareSide.CLIENT).map(SoftwareVersion::host)
                .flatMap(Optional::stream).forEach(host -> found.add(host.toUpperCase(Locale.ROOT)));
        return found;
    }

    /** All of the case, in upper case. */
    public Set<String> machines() {
        return Set.copyOf(machines.values());
    }

    public Set<String> machines(List<Evidence> messages) {
        Set<String> found = new LinkedHashSet<>(2);
        messages.forEach(message -> {
            String machine = machines.get(message.source());
            if (machine != null) {
                found.add(machine);
            }
        });
        return found;
    }

    /** What to take from the times of an attempt that only clients logged. */
    long correction(List<Evidence> messages) {
        return messages.stream().map(message -> corrections.get(message.source())).filter(found -> found != null).findFirst().orElse(0L);
    }
}
