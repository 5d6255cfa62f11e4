package org.traceweave.analysis.internal.signin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads listings of installed products out of a text: what {@code Get-CsServerPatchVersion}, {@code Get-CsServerVersion}, {@code wmic product
 * get name,version}, {@code Get-WmiObject Win32_Product}, a CSV of either, or an export of the registry's Uninstall keys print. A line counts
 * only below a heading, or in a block of named values, that says it is a product and its version: a trace that happens to mention one is no
 * listing.
 */
final class VersionListing {

    /** {@code line}: its number in the text, from 0. {@code host}: the machine that the listing itself names, as written. */
    record Listed(Optional<String> host, String product, String version, int line) {
    }

    private static final String NUMBER = "\\d+(?:\\.\\d+){1,4}";
    private static final Set<String> NAMES = Set.of("componentname", "name", "displayname", "productname", "product", "component", "caption");
    private static final Set<String> VERSIONS = Set.of("version", "displayversion", "productversion");
    private static final Set<String> HOSTS = Set.of("node", "pscomputername", "computername", "computer", "machinename", "host name", "hostname", "server");
    private static final Pattern NAMED = Pattern.compile("\\s*\"?([A-Za-z ]{3,20}?)\"?\\s*[:=]\\s*\"?(.*?)\"?\\s*");
    private static final Pattern NAME_THEN_VERSION = Pattern.compile("\\s*(\\S.*?)\\s+(" + NUMBER + ")\\s*");
    private static final Pattern WITH_HOST = Pattern.compile("\\s*(\\S.*?)\\s+(" + NUMBER + ")\\s+([A-Za-z][\\w.-]*)\\s*");
    private static final Pattern VERSION_THEN_NAME = Pattern.compile("\\s*(" + NUMBER + ")\\s+(\\S.*?)\\s*");
    private static final Pattern SENTENCE = Pattern.compile("\\s*((?:Microsoft )?(?:Skype for Business|Lync) Server \\d{4})\\s*\\((" + NUMBER + ")\\)\\s*:.*");

    /** So many lines in a row that are no row end a table: a product without a version is one. */
    private static final int END_OF_TABLE = 5;

    private final List<Listed> found = new ArrayList<>();
    private Optional<String> host = Optional.empty();
    private boolean belowHeading;
    private boolean hostInLastColumn;
    private int strayLines;
    private List<String> columns = List.of();
    private Optional<String> name = Optional.empty();
    private Optional<String> version = Optional.empty();

    private VersionListing() {
    }

    static List<Listed> read(List<String> lines) {
        VersionListing listing = new VersionListing();
        for (int line = 0; line < lines.size(); line++) {
            listing.take(lines.get(line), line);
        }
        return listing.found;
    }

    private void take(String line, int number) {
        if (line.isBlank() || line.startsWith("[")) {
            // wmic and PowerShell print blank lines below the heading too, so that only a block of named values ends
            name = Optional.empty();
            version = Optional.empty();
            return;
        }
        Matcher sentence = SENTENCE.matcher(line);
        if (sentence.matches()) {
            found.add(new Listed(host, sentence.group(1), sentence.group(2), number));
        } else if (heading(line)) {
            return;
        } else if (!columns.isEmpty()) {
            row(line, number);
        } else if (!namedValue(line, number) && belowHeading) {
            tableLine(line, number);
        }
    }

    /** Whether the line is one that names columns; from then on lines are rows of them. */
    private boolean heading(String line) {
        List<String> cells = line.indexOf(',') >= 0 ? cells(line) : Arrays.asList(line.strip().split("\\s{2,}|\\t|(?<=[a-z])\\s(?=Version$|Name$)"));
        List<String> words = cells.stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
        boolean heading = words.size() >= 2 && words.stream().anyMatch(NAMES::contains) && words.stream().anyMatch(VERSIONS::contains);
        if (heading) {
            columns = line.indexOf(',') >= 0 ? words : List.of();
            belowHeading = true;
            hostInLastColumn = HOSTS.contains(words.getLast());
            strayLines = 0;
        }
        return heading || line.strip().matches("[-= ]+|#TYPE .*");
    }

    private void row(String line, int number) {
        List<String> cells = cells(line);
        if (cells.size() != columns.size()) {
            columns = List.of();
            return;
        }
        Optional<String> listed = cell(cells, VERSIONS).filter(text -> text.matches(NUMBER));
        Optional<String> product = cell(cells, NAMES);
        if (listed.isPresent() && product.isPresent()) {
            found.add(new Listed(cell(cells, HOSTS).or(() -> host), product.get(), listed.get(), number));
        }
    }

    private Optional<String> cell(List<String> cells, Set<String> headings) {
        for (int column = 0; column < columns.size(); column++) {
            if (headings.contains(columns.get(column)) && !cells.get(column).isBlank()) {
                return Optional.of(cells.get(column).strip());
            }
        }
        return Optional.empty();
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** A line {@code Name : value}; whether it is one of those a listing is made of. */
    private boolean namedValue(String line, int number) {
        Matcher named = NAMED.matcher(line);
        if (!named.matches() || named.group(2).isBlank()) {
            return false;
        }
        String key = named.group(1).strip().toLowerCase(Locale.ROOT);
        String value = named.group(2);
        if (HOSTS.contains(key) && value.matches("[\\w.-]+")) {
            host = Optional.of(value);
            return true;
        }
        if (NAMES.contains(key)) {
            name = Optional.of(value);
        } else if (VERSIONS.contains(key) && value.matches(NUMBER)) {
            version = Optional.of(value);
        } else {
            return false;
        }
        if (name.isPresent() && version.isPresent()) {
            found.add(new Listed(host, name.get(), version.get(), number));
            name = Optional.empty();
            version = Optional.empty();
        }
        return true;
    }

    private void tableLine(String line, int number) {
        Matcher first = NAME_THEN_VERSION.matcher(line);
        Matcher last = VERSION_THEN_NAME.matcher(line);
        Matcher withHost = WITH_HOST.matcher(line);
        if (hostInLastColumn && withHost.matches()) {
            found.add(new Listed(Optional.of(withHost.group(3)), withHost.group(1), withHost.group(2), number));
        } else if (first.matches()) {
            found.add(new Listed(host, first.group(1), first.group(2), number));
        } else if (last.matches()) {
            found.add(new Listed(host, last.group(2), last.group(1), number));
        } else {
            belowHeading = ++strayLines < END_OF_TABLE;
            return;
        }
        strayLines = 0;
    }
}
