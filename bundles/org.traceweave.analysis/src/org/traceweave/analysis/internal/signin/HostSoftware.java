package org.traceweave.analysis.internal.signin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.traceweave.model.Evidence;
import org.traceweave.model.SoftwareSide;
import org.traceweave.model.SoftwareVersion;
import org.traceweave.model.VersionBasis;

/**
 * What was installed on each machine when, of the products that sign-ins depend on: by the Windows Installer's events, from each until the
 * next one of the same product; and by listings, which are good as far back and forth as no event of that product tells of a change. Times:
 * true UTC nanoseconds. One lookup costs the same however many attempts ask.
 */
final class HostSoftware {

    /** The products named for one machine and attempt are the main ones; the case holds the others. */
    private static final int MOST = 4;
    private static final Pattern BEARING = Pattern.compile(
            "(?i)\\b(?:lync|skype|communicat(?:or|ions)|microsoft (?:office|365)|teams|room systems?|rigel|srs)\\b");
    private static final List<Pattern> MAIN_FIRST = List.of(Pattern.compile("(?i)core components|server \\d{4}$"),
            Pattern.compile("(?i)front end|edge|director|registrar|proxy|web components"), Pattern.compile("(?i)skype|lync|teams|room"), Pattern.compile(".*"));

    /** One thing said of one product: by an event ({@code version} empty: removed) or by a listing. */
    private record Said(long time, Optional<String> version, boolean keepsUpdates, VersionBasis basis, Evidence evidence, String product) {
    }

    private record Machine(String host, SoftwareSide side) {
    }

    /** By host in upper case, then by product in lower case. */
    private final Map<String, Map<String, List<Said>>> byHost = new HashMap<>();
    private final Map<Machine, TreeMap<Long, List<SoftwareVersion>>> states = new HashMap<>();

    static boolean bearsOnSignIns(String product) {
        return BEARING.matcher(product).find();
    }

    void installed(String host, long time, Installation installation, Evidence evidence) {
        say(host, new Said(time, installation.version(), installation.keepsUpdates(), VersionBasis.INSTALLER, evidence, installation.product()));
    }

    /** @param time when the listing was made, as late as that can be */
    void listed(String host, long time, String product, String version, Evidence evidence) {
        say(host, new Said(time, Optional.of(version), false, VersionBasis.LISTING, evidence, product));
    }

    private void say(String host, Said said) {
        if (bearsOnSignIns(said.product())) {
            byHost.computeIfAbsent(host.toUpperCase(Locale.ROOT), absent -> new LinkedHashMap<>())
                    .computeIfAbsent(said.product().toLowerCase(Locale.ROOT), absent -> new ArrayList<>()).add(said);
        }
    }

    /** What ran on a machine at a time, the main products first; the same list for all times between which nothing changed. */
    List<SoftwareVersion> at(String host, SoftwareSide side, long time) {
        Map<String, List<Said>> products = byHost.get(host.toUpperCase(Locale.ROOT));
        if (products == null) {
            return List.of();
        }
        TreeMap<Long, List<SoftwareVersion>> states = this.states.computeIfAbsent(new Machine(host, side), machine -> states(machine, products));
        return states.floorEntry(time).getValue();
    }

    private static TreeMap<Long, List<SoftwareVersion>> states(Machine machine, Map<String, List<Said>> products) {
        TreeSet<Long> changes = new TreeSet<>(List.of(Long.MIN_VALUE));
        products.values().forEach(ofProduct -> ofProduct.stream().filter(said -> said.basis() == VersionBasis.INSTALLER).map(Said::time).forEach(changes::add));
        TreeMap<Long, List<SoftwareVersion>> states = new TreeMap<>();
        for (long change : changes) {
            List<SoftwareVersion> found = new ArrayList<>();
            products.values().forEach(ofProduct -> found.addAll(valid(machine, ofProduct, change)));
            found.sort(Comparator.comparingInt((SoftwareVersion version) -> rank(version.product())).thenComparing(SoftwareVersion::product)
                    .thenComparing(SoftwareVersion::basis));
            states.put(change, List.copyOf(found.subList(0, Math.min(MOST, found.size()))));
        }
        return states;
    }

    /** What is said of one product for the time from {@code change} to the next one. */
    private static List<SoftwareVersion> valid(Machine machine, List<Said> ofProduct, long change) {
        List<Said> events = ofProduct.stream().filter(said -> said.basis() == VersionBasis.INSTALLER)
                .filter(said -> !said.keepsUpdates() || ofProduct.stream().noneMatch(other -> updates(other, said))).toList();
        Optional<Said> last = events.stream().filter(said -> said.time() <= change).max(Comparator.comparingLong(Said::time));
        List<SoftwareVersion> valid = new ArrayList<>(2);
        last.filter(said -> said.version().isPresent()).ifPresent(said -> valid.add(told(machine, said)));
        if (last.filter(said -> said.version().isEmpty()).isEmpty()) {
            ofProduct.stream().filter(said -> said.basis() == VersionBasis.LISTING && noneBetween(events, change, said.time()))
                    .filter(said -> valid.stream().noneMatch(known -> says(known.version(), said.version().orElse("")))).findFirst()
                    .ifPresent(said -> valid.add(told(machine, said)));
        }
        return valid;
    }

    /** Whether an event's words name a version: as the product's, or in the name of the update that made it that. */
    private static boolean says(String words, String version) {
        return List.of(words.split("[^\\w.]+")).contains(version);
    }

    /** Whether an event tells, before another one of mere settings, of the same version or what it was updated with. */
    private static boolean updates(Said update, Said settings) {
        String version = settings.version().orElse("");
        return !update.keepsUpdates() && update.basis() == VersionBasis.INSTALLER && update.time() <= settings.time()
                && update.version().filter(words -> words.equals(version) || words.startsWith(version + " with ")).isPresent();
    }

    /** Whether no event changed the product between a time and the making of a listing, whichever came first. */
    private static boolean noneBetween(List<Said> events, long change, long listed) {
        return events.stream().noneMatch(event -> event.time() > Math.min(change, listed) && event.time() <= Math.max(change, listed));
    }

    private static SoftwareVersion told(Machine machine, Said said) {
        return new SoftwareVersion(machine.side(), Optional.of(machine.host()), said.product(), said.version().orElse(""), said.basis(), said.evidence());
    }

    private static int rank(String product) {
        for (int rank = 0; rank < MAIN_FIRST.size(); rank++) {
            if (MAIN_FIRST.get(rank).matcher(product).find()) {
                return rank;
            }
        }
        return MAIN_FIRST.size();
    }
}
