package org.traceweave.architecture;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of layers: what each bundle may use beside the JDK, as the design names it. Names are the bundles' without
 * {@code org.traceweave.}; libraries are prefixes of packages.
 */
final class Layers {

    static final String OURS = "org.traceweave.";

    /** A bundle's row: the bundles and the foreign packages that it may use. */
    record Layer(String name, Set<String> bundles, Set<String> libraries) {
    }

    private static final String ECLIPSE = "org.eclipse.";
    private static final String OSGI = "org.osgi.";
    private static final String BOUNCY_CASTLE = "org.bouncycastle.";

    private final Map<String, Layer> layers = new LinkedHashMap<>();

    Layers() {
        row("model", Set.of());
        row("json", Set.of("model"), "com.fasterxml.jackson.core.");
        row("certificates", Set.of("model"), BOUNCY_CASTLE);
        row("probe", Set.of("model", "certificates"), BOUNCY_CASTLE);
        row("readers", Set.of("model"), "org.apache.commons.compress.");
        row("readers.sip", Set.of("model", "readers", "certificates"));
        row("readers.windows", Set.of("model", "readers", "certificates"));
        row("index", Set.of("model"), "org.apache.lucene.");
        row("cases", above());
        row("analysis", above());
        row("samples", Set.of("model", "json"), BOUNCY_CASTLE);
        row("charts", Set.of("model", "analysis"), "org.jfree.");
        row("report", above());
        row("cli", above(), "picocli.");
        row("ui", without(above(), "cli"), ECLIPSE, OSGI);
        row("ui.timeline", without(above(), "cli"), ECLIPSE, OSGI);
        row("ui.certificates", without(above(), "cli", "ui.timeline"), ECLIPSE, OSGI);
        row("app", above(), ECLIPSE, OSGI);
        row("examples", above(), "picocli.");
    }

    /** The row of the bundle that a class stands in, by the longest bundle name that its package begins with. */
    Optional<Layer> of(String className) {
        return layers.values().stream().filter(layer -> className.startsWith(OURS + layer.name() + ".")).max(Comparator.comparingInt(layer -> layer.name().length()));
    }

    Set<String> names() {
        return layers.keySet();
    }

    private Set<String> above() {
        return new LinkedHashSet<>(layers.keySet());
    }

    private static Set<String> without(Set<String> names, String... gone) {
        return names.stream().filter(name -> !List.of(gone).contains(name)).collect(Collectors.toSet());
    }

    private void row(String name, Set<String> bundles, String... libraries) {
        layers.put(name, new Layer(name, bundles, Stream.concat(Stream.of("java.", "javax.", "org.jspecify."), Stream.of(libraries)).collect(Collectors.toSet())));
    }
}
